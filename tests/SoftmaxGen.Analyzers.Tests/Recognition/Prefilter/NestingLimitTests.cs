using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>How deep code may be nested before it is left alone.</summary>
public class NestingLimitTests
{
    [Theory]
    [InlineData("(", ")", 250, false)]
    [InlineData("(", ")", 251, true)]
    [InlineData("x + (", ")", 110, false)]
    [InlineData("x + (", ")", 140, true)]
    [InlineData("", " + x", 1900, false)]
    [InlineData("", " + x", 2100, true)]
    public void A_chain_may_be_longer_than_parentheses_deep(string open, string close, int depth, bool expected)
    {
        string code = new StringBuilder().Insert(0, open, depth).Append('x').Insert(open.Length * depth + 1, close, depth).ToString();
        Assert.Equal(expected, NestingLimit.IsTooDeep(SyntaxFactory.ParseExpression(code)));
    }

    [Fact]
    public void Siblings_are_as_deep_as_each_other()
    {
        string arguments = string.Join(", ", Enumerable.Repeat("(x)", 1000));
        Assert.False(NestingLimit.IsTooDeep(SyntaxFactory.ParseExpression($"f({arguments})")));
    }
}
