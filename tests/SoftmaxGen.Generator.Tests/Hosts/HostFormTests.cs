using Microsoft.CodeAnalysis;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>
/// Every form that a host can take compiles with its generated part, without a single warning.
/// One method stands for all: to the form of the host they are alike.
/// </summary>
public class HostFormTests
{
    [Theory]
    [InlineData("[Softmax(3)] static partial class P { }")]
    [InlineData("[Softmax(3)] partial class P { }")]
    [InlineData("[Softmax(3)] sealed partial class P { }")]
    [InlineData("[Softmax(3)] abstract partial class P { }")]
    [InlineData("[Softmax(3)] partial class P(int x) { public int X => x; }")]
    [InlineData("[Softmax(3)] partial class P(int Length) { public int X { get; } = Length; }")]
    [InlineData("[Softmax(3)] partial struct P { }")]
    [InlineData("[Softmax(3)] readonly partial struct P { }")]
    [InlineData("[Softmax(3)] ref partial struct P { }")]
    [InlineData("[Softmax(3)] readonly ref partial struct P { }")]
    [InlineData("[Softmax(3)] partial record P;")]
    [InlineData("[Softmax(3)] sealed partial record class P(int X);")]
    [InlineData("[Softmax(3)] partial record struct P(int X);")]
    [InlineData("[Softmax(3)] readonly partial record struct P;")]
    public void Kinds(string source) => Verify(source);

    [Theory]
    [InlineData("/// <summary>Documented.</summary>\n[Softmax(3)] public static partial class P { }")]
    [InlineData("[Softmax(3)] internal partial class P { }")]
    [InlineData("partial class Outer { [Softmax(3)] private partial class P { } }")]
    [InlineData("partial class Outer { [Softmax(3)] protected partial class P { } }")]
    [InlineData("partial class Outer { [Softmax(3)] protected internal partial class P { } }")]
    [InlineData("partial class Outer { [Softmax(3)] private protected partial class P { } }")]
    public void Accessibility(string source) => Verify(source);

    [Theory]
    [InlineData("static partial class Outer { [Softmax(3)] partial class P { } }")]
    [InlineData("partial struct Outer { [Softmax(3)] partial class P { } }")]
    [InlineData("ref partial struct Outer { [Softmax(3)] partial class P { } }")]
    [InlineData("partial record Outer(int X) { [Softmax(3)] partial class P { } }")]
    [InlineData("readonly partial record struct Outer(int X) { [Softmax(3)] partial class P { } }")]
    [InlineData("partial interface IOuter { [Softmax(3)] partial class P { } }")]
    [InlineData("partial interface IOuter<T> { [Softmax(3)] private partial struct P { } }")]
    [InlineData("partial class A { partial struct B<T> { partial interface C { partial record D { [Softmax(3)] partial class P<U> { } } } } }")]
    public void Nesting(string source) => Verify(source);

    [Theory]
    [InlineData("[Softmax(3)] partial class P<T> { }")]
    [InlineData("[Softmax(3)] partial class P<T, @class> where T : struct, System.IEquatable<T> where @class : class, new() { }")]
    [InlineData("[Softmax(3)] partial struct P<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(0)] T> where T : unmanaged { }")]
    [InlineData("partial class Outer<T> { [Softmax(3)] partial class P<U> where U : T { } }")]
    public void Generics(string source) => Verify(source);

    [Theory]
    [InlineData("namespace Acme; [Softmax(3)] partial class P { }")]
    [InlineData("namespace Acme.Vision { namespace Digits { [Softmax(3)] partial class P { } } }")]
    [InlineData("namespace System { [Softmax(3)] partial class P { } }")]
    [InlineData("namespace Acme.System { [Softmax(3)] partial class P { } }")]
    [InlineData("namespace SoftmaxGen { [Softmax(3)] partial class P { } }")]
    public void Namespaces(string source) => Verify(source);

    [Theory]
    [InlineData("namespace @namespace.@int { [Softmax(3)] partial class @class<@void> { } }")]
    [InlineData("namespace record.var { partial class @record { [Softmax(3)] partial class @required { } } }")]
    [InlineData("[Softmax(3)] partial class @file { }")]
    [InlineData("[Softmax(3)] partial class @scoped { }")]
    [InlineData("[Softmax(3)] partial class @var { }")]
    [InlineData("[Softmax(3)] partial class @await<@where> { }")]
    [InlineData("[Softmax(3)] partial class @yield { }")]
    [InlineData("[Softmax(3)] partial class @lowercase { }")]
    [InlineData("[Softmax(3)] partial class _ { }")]
    [InlineData("[Softmax(3)] partial class @__arglist { }")]
    [InlineData("namespace Größe { [Softmax(3)] partial class Ωμέγα<Т> { } }")]
    [InlineData("[Softmax(3)] partial class \\u0041bc { }")]
    public void Names(string source) => Verify(source);

    [Theory]
    [InlineData("interface IHead<T> { static abstract void Softmax(System.ReadOnlySpan<T> x, System.Span<T> destination); } [Softmax(3)] partial class P : IHead<float>, IHead<double> { }")]
    [InlineData("[System.Obsolete] [Softmax(3)] partial class P { }")]
    [InlineData("[Softmax(3)] partial class P { class System { } class Span { } class MathF { } class Vector256 { } class Unsafe { } class Single { } }")]
    [InlineData("[Softmax(3)] partial class P { static int System => 0; int Span => 0; static int MathF => 0; int Vector512 => 0; int Vector256 => 0; int Vector128 => 0; int Math => 0; int SoftmaxGen => 0; }")]
    public void Surroundings(string source) => Verify(source);

    [Fact]
    public void Inherited_members_are_hidden_and_no_clash()
    {
        Generation generation = new Consumer().Generate(
            "class Base { public const int Length = 1; public static void Softmax(System.ReadOnlySpan<float> x, System.Span<float> y) { } }",
            "[SoftmaxGen.Softmax(3, Methods = SoftmaxGen.SoftmaxMethods.Softmax)] partial class P : Base { }");

        Verify(generation, hosts: 1);
    }

    [Theory]
    [InlineData("[global::SoftmaxGen.SoftmaxAttribute(3)] partial class P { }")]
    [InlineData("[type: Softmax(length: 3)] partial class P { }")]
    [InlineData("[System.Serializable, Softmax(3)] partial class P { }")]
    [InlineData("namespace N { using Head = SoftmaxGen.SoftmaxAttribute; [Head(3)] partial class P { } }")]
    public void Ways_to_write_the_attribute(string source) => Verify(source);

    [Fact]
    public void Many_hosts_in_a_file() => Verify(
        "[Softmax(3)] partial class A { [Softmax(4)] partial class B { [Softmax(3)] partial class A { } } } [Softmax(5)] partial class A<T> { } [Softmax(5)] partial class @a { }",
        hosts: 5);

    [Fact]
    public void Host_in_many_files()
    {
        Generation generation = new Consumer().Generate(
            "namespace Acme { partial class Outer { static partial class P { } } }",
            "namespace Acme { internal partial class Outer { [SoftmaxGen.Softmax(3)] internal static partial class P { } } }",
            "namespace Acme { partial class Outer { partial class P { static int Twice => 2 * Length; } } }");

        Verify(generation, hosts: 1);
    }

    [Fact]
    public void Host_beside_top_level_statements()
    {
        Consumer consumer = new();
        Compilation program = consumer.Compile("System.Console.WriteLine(Program.Length); [SoftmaxGen.Softmax(3)] partial class Program { }");

        Verify(consumer.Generate(program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication))), hosts: 1);
    }

    private static void Verify(string source, int hosts = 1) =>
        Verify(new Consumer().Generate("using SoftmaxGen;\n" + source.Replace("3)]", "3, Methods = SoftmaxMethods.Softmax)]")), hosts);

    private static void Verify(Generation generation, int hosts)
    {
        Assert.Equal(hosts, generation.Hosts.Count);
        Assert.Empty(generation.Warnings);
    }
}
