using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Robustness;

/// <summary>Names and attribute arguments from strangers: what is emitted has the declarations that it always has, and no others.</summary>
public class HostileNameTests
{
    [Theory]
    [InlineData("namespace @namespace.@class { [SoftmaxGen.Softmax(3)] partial class @static<@where> { } }")]
    [InlineData("namespace N { [SoftmaxGen.Softmax(3)] partial class \\u0063lass\\u0031 { } }")]
    [InlineData("namespace N { [SoftmaxGen.Softmax(3)] partial class @if { partial class @else { } } }")]
    [InlineData("namespace Ν.ｎ { [SoftmaxGen.Softmax(3)] partial class Ünïcödé\\u200D名前 { } }")]
    [InlineData("namespace N { [SoftmaxGen.Softmax(3)] partial class __arglist_ { } partial class A { [SoftmaxGen.Softmax(3)] partial struct B<T> where T : class { } } }")]
    [InlineData("namespace N { [SoftmaxGen.Softmax(3)] partial class DoubleConstants { } [SoftmaxGen.Softmax(3)] partial class SoftmaxKernels { } }")]
    [InlineData("namespace SoftmaxGen.Generated { [SoftmaxGen.Softmax(3)] partial class Head { } }")]
    public void Names_that_look_like_code_stay_names(string source)
    {
        Generation generation = new Consumer().Generate(source);

        Assert.DoesNotContain(generation.Warnings, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(generation.Hosts);
        Assert.All(generation.Hosts.Values, AssertOrdinary);
    }

    /// <summary>Options come as constants; their text, whatever its shape, is not copied.</summary>
    [Theory]
    [InlineData("\"; } class Injected { \"")]
    [InlineData("\"\"\"*/ class Injected { } /*\"\"\"")]
    [InlineData("'\\n'")]
    public void Strings_have_no_way_in(string text)
    {
        string length = $"({text} == {text} ? 3 : 4)";
        Generation generation = new Consumer().Generate(
            $"#line 1 \"}} class Injected {{\"\n/* }} class Injected {{ */ [SoftmaxGen.Softmax(/* }} class Injected {{ */ {length})] partial class Head {{ }}");

        string host = Assert.Single(generation.Hosts.Values);
        Assert.DoesNotContain("Injected", host, StringComparison.Ordinal);
        AssertOrdinary(host);
    }

    /// <summary>One namespace of the user's at most, partial types around each other, and the class behind.</summary>
    private static void AssertOrdinary(string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text);
        Assert.Empty(tree.GetDiagnostics());
        BaseTypeDeclarationSyntax[] types = [.. tree.GetCompilationUnitRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()];
        Assert.All(types[..^1], type => Assert.True(type.Modifiers.Any(SyntaxKind.PartialKeyword)));
        Assert.StartsWith("For_", types[^1].Identifier.Text, StringComparison.Ordinal);
        Assert.All(types[..^2], outer => Assert.Contains(types[^2], outer.DescendantNodes()));

        // The only strings are the two by which every generator names itself.
        Assert.All(tree.GetCompilationUnitRoot().DescendantNodes().Where(node => node.IsKind(SyntaxKind.StringLiteralExpression)), literal =>
        {
            AttributeSyntax attribute = Assert.IsType<AttributeSyntax>(literal.Parent?.Parent?.Parent);
            Assert.Equal("global::System.CodeDom.Compiler.GeneratedCode", attribute.Name.ToString());
            Assert.Matches("^\"(SoftmaxGen|[0-9.]+)\"$", literal.ToString());
        });
    }
}
