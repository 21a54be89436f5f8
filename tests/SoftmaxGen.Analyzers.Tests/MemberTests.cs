using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What can be told of members, places and operands one by one.</summary>
public class MemberTests
{
    [Theory]
    [InlineData("double M() => 1;", true)]
    [InlineData("double M() { return 1; }", true)]
    [InlineData("abstract double M();", false)]
    [InlineData("double M => 1;", true)]
    [InlineData("double M { get { return 1; } }", true)]
    [InlineData("double M { get => 1; set { } }", true)]
    [InlineData("double M { get; set; }", false)]
    [InlineData("double M { set { } }", false)]
    [InlineData("double this[int i] => i;", true)]
    [InlineData("event Action M;", false)]
    public void Only_a_member_with_code_can_be_run(string member, bool expected) =>
        Assert.Equal(expected, MemberDeclarations.ExecutablePart(SyntaxFactory.ParseMemberDeclaration(member)!) is not null);

    [Theory]
    [InlineData("double M { get { return 1; } }", true)]
    [InlineData("double M { get => 1; }", true)]
    [InlineData("double M { get; }", false)]
    public void An_accessor_without_code_is_none(string member, bool expected) =>
        Assert.Equal(expected, MemberDeclarations.ExecutablePart(((PropertyDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(member)!).AccessorList!.Accessors[0]) is not null);

    [Theory]
    [InlineData("double M(double a) => a / 2;", true)]
    [InlineData("double M(double a) { a /= 2; return a; }", true)]
    [InlineData("double M(double a) => Divide(a, 2);", true)]
    [InlineData("double M(double a) => div(a, 2);", true)]
    [InlineData("double M(double a) => a * Subdivide(2);", false)]
    public void A_member_divides_by_an_operator_or_a_call_of_that_name(string member, bool expected) => Assert.Equal(expected, Names(member).IsDividing("M"));

    [Theory]
    [InlineData("double M(double a) => a + 2;", true)]
    [InlineData("double M(double a) { a += 2; return a; }", true)]
    [InlineData("double M(double a) => Pair.Sum(a);", true)]
    [InlineData("double M(double total) => total;", true)]
    [InlineData("double M(double denominator) => denominator;", true)]
    [InlineData("double M(double a) => Accumulate(a);", true)]
    [InlineData("double M(double a) => Aggregate(a);", true)]
    [InlineData("double M(double a) => Average(a);", true)]
    [InlineData("double M(double a) => a * 2 - 1;", false)]
    public void A_member_adds_up_by_an_operator_or_by_its_words(string member, bool expected)
    {
        Assert.Equal(expected, Names(member, "M").IsSumming("M"));
        Assert.False(Names(member).IsSumming("M"));
    }

    [Fact]
    public void A_long_member_is_not_looked_into() =>
        Assert.False(Names($"double M(double a) => {new string(' ', MemberIndex.LongestHelper)} a / 2;").IsDividing("M"));

    [Fact]
    public void A_member_of_a_place_is_a_place_of_its_own()
    {
        Recognition.AbstractLocation place = Recognition.AbstractLocation.Of("x");
        Assert.Null(place.Owner);
        Assert.NotEqual(place.Member("a"), place.Member("b"));
        Assert.Equal(place, place.Member("a").Owner);
        Assert.Equal(place.Member("a"), place.Member("a").Member("b").Owner);
    }

    [Theory]
    [InlineData("double", true)]
    [InlineData("double[]", true)]
    [InlineData("object", true)]
    [InlineData("int", false)]
    [InlineData("int[]", false)]
    [InlineData("bool", false)]
    [InlineData("string", false)]
    public void An_index_a_flag_or_a_name_is_no_operand_of_a_calculation(string type, bool expected) =>
        Assert.Equal(expected, new Operand(Operations.Returned($"static {type} M({type} x) => x;"), AbstractValue.Unknown).IsNumberLike);

    private static MemberIndex Names(string member, params string[] exponential) =>
        new(new[] { SyntaxFactory.ParseMemberDeclaration(member)! }.ToLookup(_ => "M", node => (SyntaxNode)node), new HashSet<string>(exponential));
}
