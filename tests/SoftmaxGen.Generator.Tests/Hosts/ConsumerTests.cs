using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Parsing;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>Projects with other settings, and with names of their own that are in the way.</summary>
public class ConsumerTests
{
    private const string Heads =
        """
        using SoftmaxGen;
        namespace Acme
        {
            [Softmax(3, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows)] static partial class Small { }
            [Softmax(300, Accuracy = SoftmaxAccuracy.Precise, Methods = SoftmaxMethods.LogSoftmax)] partial struct Large { }
            partial class Outer<T> { [Softmax(17, Accuracy = SoftmaxAccuracy.Fast, Methods = SoftmaxMethods.Softmax)] partial record Nested { } }
        }
        """;

    [Fact]
    public void Oldest_supported_language_compiles_every_member() => Verify(
        new Consumer { Language = TargetRules.MinimumLanguage }.Generate("[SoftmaxGen.Softmax(20)] static partial class P { }"));

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_supported_language_compiles_it(LanguageVersion language) =>
        Verify(new Consumer { Language = language }.Generate(Heads));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Nullability_does_not_matter(NullableContextOptions nullable) =>
        Verify(new Consumer { Nullable = nullable }.Generate(Heads));

    [Fact]
    public void A_reference_to_part_of_the_framework_gets_code_for_that_part() => Verify(new Consumer
    {
        References = [.. ReferenceAssemblies.Net80WithAttributes.Where(reference => Path.GetFileName(reference.Display) != "System.Memory.dll")],
    }.Generate(Heads));

    [Fact]
    public void Unchecked_arithmetic_and_an_optimising_build_do_not_matter()
    {
        CSharpCompilation compilation = new Consumer().Compile(Heads);
        Verify(new Consumer().Generate(compilation.WithOptions(
            compilation.Options.WithOverflowChecks(false).WithOptimizationLevel(OptimizationLevel.Release))));
    }

    [Theory]
    [InlineData("namespace Acme.System { class Span { } } namespace Acme.Runtime { }")]
    [InlineData("namespace Acme { class System { } class Span<T> { } class ReadOnlySpan<T> { } class MathF { } class Unsafe { } }")]
    [InlineData("namespace Acme { class SoftmaxGen { } }", false)]
    [InlineData("namespace Acme { class Vector128 { } class Vector256<T> { } class Vector512 { } class Vector { } class Fma { } class BitConverter { } }")]
    [InlineData("class Span<T> { } class ArgumentException { } class Single { } class Double { } class Int32 { }")]
    [InlineData("#pragma warning disable CS8981\nstruct nint { } struct nuint { } class IntPtr { } class UIntPtr { }")]
    [InlineData("namespace System { class Kernels { } namespace Numerics { class Kernels { } } }")]
    public void Names_of_the_user_are_not_taken_for_others(string source, bool importsAttributes = true) =>
        Verify(new Consumer().Generate(importsAttributes ? Heads : Heads.Replace("[Softmax(", "[global::SoftmaxGen.Softmax("), source));

    [Fact]
    public void Assembly_that_promises_to_be_CLS_compliant_gets_no_warning() => Verify(new Consumer().Generate(
        """
        [assembly: System.CLSCompliant(true)]
        /// <summary>Documented.</summary>
        [SoftmaxGen.Softmax(3, Methods = SoftmaxGen.SoftmaxMethods.Softmax)] public static partial class P { }
        """));

    [Fact]
    public void Friend_assemblies_may_both_use_the_package()
    {
        Consumer library = new();
        Compilation first = library.Generate(
            library.Compile(Heads, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]").WithAssemblyName("Library")).Output;
        Consumer friend = library with { References = [.. library.References, first.ToMetadataReference()] };

        Verify(friend.Generate(friend.Compile("[SoftmaxGen.Softmax(3)] partial class P { static int Sum => Length + Acme.Small.Length; }").WithAssemblyName("Friend")));
    }

    [Theory]
    [InlineData("Spans", LanguageVersion.CSharp7_3)]
    [InlineData("Spans", LanguageVersion.CSharp8)]
    [InlineData("Spans", LanguageVersion.Latest)]
    [InlineData("Arrays", LanguageVersion.CSharp7_3)]
    [InlineData("Arrays", LanguageVersion.CSharp8)]
    [InlineData("Arrays", LanguageVersion.Latest)]
    public void Every_language_compiles_every_member_without_vectors(string form, LanguageVersion language) =>
        Verify((ScalarConsumers.Of(form) with { Language = language }).Generate("[SoftmaxGen.Softmax(20)] static partial class P { }"));

    [Fact]
    public void A_span_that_a_library_keeps_to_itself_is_none()
    {
        Consumer consumer = ScalarConsumers.Arrays();
        Compilation library = consumer.Compile("namespace System { class Span<T> { } class ReadOnlySpan<T> { } class MemoryExtensions { } }").WithAssemblyName("Library");

        Generation generation = (consumer with { References = [.. consumer.References, library.ToMetadataReference()] })
            .Generate("[SoftmaxGen.Softmax(20)] static partial class P { }");

        Verify(generation);
        Assert.Contains("Softmax(float[] x, float[] destination)", generation.Hosts.Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_for_arrays_does_not_speak_of_spans_or_overlap()
    {
        Generation generation = ScalarConsumers.Arrays().Generate("[SoftmaxGen.Softmax(20)] static partial class P { }");

        Assert.DoesNotContain("Span", generation.Hosts.Values.Single() + generation.Kernels, StringComparison.Ordinal);
        Assert.DoesNotContain("overlap", generation.Hosts.Values.Single(), StringComparison.OrdinalIgnoreCase);
    }

    private static void Verify(Generation generation)
    {
        Assert.NotEmpty(generation.Hosts);
        Assert.Empty(generation.Warnings);
    }
}
