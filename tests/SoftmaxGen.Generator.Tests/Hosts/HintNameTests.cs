using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Hosts;

public class HintNameTests
{
    [Theory]
    [InlineData("[Softmax(3)] partial class P;", "P_d50c118f.g.cs")]
    [InlineData("namespace Acme.Vision; [Softmax(3)] partial class P;", "Acme_Vision_P_cd2f5251.g.cs")]
    [InlineData("partial class Outer<T> { [Softmax(3)] partial class @class<U, V>; }", "Outer_1_class_2_11e39672.g.cs")]
    [InlineData("[Softmax(3)] partial class Größe;", "Gr__e_ced6afa2.g.cs")]
    public void Are_readable(string source, string expected) => Assert.Equal(expected, Assert.Single(HintNames(source)));

    [Fact]
    public void Tell_hosts_apart_that_differ_in_letter_case_arity_nesting_or_script()
    {
        string[] names = HintNames(
            """
            [Softmax(3)] partial class Head; [Softmax(3)] partial class HEAD; [Softmax(3)] partial class Head<T>; [Softmax(3)] partial class Head_1;
            [Softmax(3)] partial class Größe; [Softmax(3)] partial class Grüße; [Softmax(3)] partial class Неаd;
            namespace A.B { [Softmax(3)] partial class C; [Softmax(3)] partial class D_E; partial class D { [Softmax(3)] partial class E; } }
            """);

        Assert.Equal(10, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Tell_types_of_one_name_apart_though_the_compiler_refuses_them()
    {
        string[] names = HintNames(
            """
            [Softmax(3)] partial class P; [Softmax(3)] partial struct P; [Softmax(3)] partial record P; [Softmax(3)] partial record struct P;
            partial class Outer { [Softmax(3)] partial class P; } partial interface Outer { [Softmax(3)] partial class P; }
            """);

        Assert.Equal(6, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Are_short_and_safe_on_every_file_system()
    {
        string deep = string.Concat(Enumerable.Range(0, 30).Select(level => $"partial class Quite_a_long_name_at_level_{level}<T{level}> {{ "));
        string[] names = HintNames($"namespace Con {{ [Softmax(3)] partial class Nul; }} {deep} [Softmax(3)] partial class P; {new string('}', 30)}");

        Assert.Equal(2, names.Length);
        Assert.All(names, name => Assert.Matches("^[A-Za-z0-9_]{1,70}\\.g\\.cs$", name));
        Assert.All(names, name => Assert.DoesNotMatch("(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])\\.", name));
    }

    [Fact]
    public void Do_not_depend_on_the_order_of_files()
    {
        string[] sources = ["[SoftmaxGen.Softmax(3)] partial class A;", "[SoftmaxGen.Softmax(3)] partial class B;", "partial class B { }"];

        Assert.Equal(new Consumer().Generate(sources).Hosts, new Consumer().Generate([.. sources.Reverse()]).Hosts);
    }

    private static string[] HintNames(string source) => [.. new Consumer().Generate("using SoftmaxGen;\n" + source).Hosts.Keys];
}
