using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

public class NumericTypesTests
{
    [Theory]
    [InlineData("double", "scalar number floating")]
    [InlineData("float", "scalar number floating")]
    [InlineData("decimal", "scalar number floating")]
    [InlineData("Half", "scalar number")]
    [InlineData("int", "scalar number integer")]
    [InlineData("sbyte", "scalar number integer")]
    [InlineData("ulong", "scalar number integer not-negative")]
    [InlineData("byte", "scalar number integer not-negative")]
    [InlineData("ushort", "scalar number integer not-negative")]
    [InlineData("uint", "scalar number integer not-negative")]
    [InlineData("T", "scalar number floating")]
    [InlineData("bool", "scalar")]
    [InlineData("char", "scalar")]
    [InlineData("string", "scalar")]
    [InlineData("DayOfWeek", "scalar")]
    [InlineData("Complex", "scalar")]
    [InlineData("BFloat16", "number")]
    [InlineData("Missing.Single", "number")]
    [InlineData("Missing.Double", "number")]
    [InlineData("object", "")]
    [InlineData("double[]", "")]
    [InlineData("Span<double>", "")]
    [InlineData("Memory<double>", "")]
    [InlineData("ReadOnlyMemory<double>", "")]
    [InlineData("ArraySegment<double>", "")]
    [InlineData("System.Collections.Immutable.ImmutableArray<double>", "")]
    [InlineData("KeyValuePair<int, double>", "")]
    public void A_type_says_whether_it_is_copied_and_what_numbers_it_holds(string type, string expected)
    {
        ITypeSymbol symbol = Operations.Returned($"static {type} M<T>({type} x) => x;").Type!;
        string[] words =
        [
            NumericTypes.IsScalar(symbol) ? "scalar" : "",
            NumericTypes.IsNumber(symbol) ? "number" : "",
            NumericTypes.IsFloating(symbol) ? "floating" : "",
            NumericTypes.IsInteger(symbol) ? "integer" : "",
            Interval.Of(symbol) == Interval.NonNegative ? "not-negative" : "",
        ];
        Assert.Equal(expected, string.Join(' ', words.Where(word => word.Length > 0)));
    }

    [Fact]
    public void Nothing_is_known_of_a_type_that_is_not_known()
    {
        Assert.False(NumericTypes.IsScalar(null) || NumericTypes.IsNumber(null) || NumericTypes.IsFloating(null) || NumericTypes.IsInteger(null));
        Assert.Equal(Interval.All, Interval.Of(null));
    }

    [Fact]
    public void An_exponential_of_single_precision_overflows_earlier()
    {
        Assert.Equal(88, NumericTypes.Overflow(Operations.Returned("static float M(float x) => x;").Type));
        Assert.Equal(709, NumericTypes.Overflow(Operations.Returned("static double M(double x) => x;").Type));
        Assert.Equal(709, NumericTypes.Overflow(null));
    }
}
