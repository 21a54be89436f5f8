using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>Projects with other settings, and with names of their own that are in the way.</summary>
public class ConsumerTests
{
    private const string Heads =
        """
        using SoftmaxGen;
        namespace Acme
        {
            [Softmax(3)] static partial class Small { }
            [Softmax(300, Accuracy = SoftmaxAccuracy.Precise)] partial struct Large { }
            partial class Outer<T> { [Softmax(17, Accuracy = SoftmaxAccuracy.Fast)] partial record Nested { } }
        }
        """;

    public static TheoryData<LanguageVersion> Languages =>
        [.. Enum.GetValues<LanguageVersion>().Where(language => language >= LanguageVersion.CSharp9)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_supported_language_compiles_it(LanguageVersion language) =>
        Verify(new Consumer { Language = language }.Generate(Heads));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Nullability_does_not_matter(NullableContextOptions nullable) =>
        Verify(new Consumer { Nullable = nullable }.Generate(Heads));

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
    [InlineData("namespace System { class Kernels { } namespace Numerics { class Kernels { } } }")]
    public void Names_of_the_user_are_not_taken_for_others(string source, bool importsAttributes = true) =>
        Verify(new Consumer().Generate(importsAttributes ? Heads : Heads.Replace("[Softmax(", "[global::SoftmaxGen.Softmax("), source));

    [Fact]
    public void Assembly_that_promises_to_be_CLS_compliant_gets_no_warning() => Verify(new Consumer().Generate(
        """
        [assembly: System.CLSCompliant(true)]
        /// <summary>Documented.</summary>
        [SoftmaxGen.Softmax(3)] public static partial class P { }
        """));

    [Fact]
    public void Friend_assemblies_may_both_use_the_package()
    {
        Consumer library = new();
        Compilation first = library.Generate(
            library.Compile(Heads, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]").WithAssemblyName("Library")).Output;
        Consumer friend = library with { References = [.. library.References, first.ToMetadataReference()] };

        Verify(friend.Generate(friend.Compile("[SoftmaxGen.Softmax(3)] partial class P { }").WithAssemblyName("Friend")));
    }

    private static void Verify(Generation generation)
    {
        Assert.NotEmpty(generation.Hosts);
        Assert.Empty(generation.Warnings);
    }
}
