using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What can be told of products by how they are written.</summary>
public class ProductFormsTests
{
    [Theory]
    [InlineData("x * x", "x", "", false)]
    [InlineData("-x * x", "x", "", true)]
    [InlineData("x * -x", "x", "", true)]
    [InlineData("-x * -x", "x", "", false)]
    [InlineData("-(x * x)", null, "", false)]
    [InlineData("-0.5 * x * x", "x", "-0.5", false)]
    [InlineData("x * y * x", "x", "y", false)]
    [InlineData("(x * y) * (x)", "x", "y", false)]
    [InlineData("x * (y * 2) * y", "y", "x 2", false)]
    [InlineData("(x - y) * (double)(x - y)", "x - y", "", false)]
    [InlineData("x * y", null, "", false)]
    [InlineData("2 * 2", null, "", false)]
    [InlineData("x / x", null, "", false)]
    public void A_product_that_ends_in_a_factor_it_has_already_is_a_square_times_the_others(string product, string? squared, string others, bool isNegated)
    {
        if (Operations.Returned($"static double M(double x, double y) => {product};") is not IBinaryOperation operation || ProductForms.Square(operation) is not var (factor, rest, negated))
        {
            Assert.Null(squared);
            return;
        }

        Assert.Equal(squared, factor.Syntax.ToString());
        Assert.Equal(others, string.Join(" ", rest.Select(other => other.Syntax)));
        Assert.Equal(isNegated, negated);
    }

    [Theory]
    [InlineData("x", "-x")]
    [InlineData("x", "-(double)(x)")]
    [InlineData("x", "0 - x")]
    [InlineData("x", "0.0 - x")]
    [InlineData("x", "x * -1")]
    [InlineData("x", "x / -1")]
    [InlineData("2 * x", "x * -2")]
    [InlineData("x / 2", "-0.5 * x")]
    [InlineData("2 / x", "-2 / x")]
    [InlineData("x * y", "-x * y")]
    [InlineData("x / y", "-x / y")]
    [InlineData("x / (y / 2)", "-2 * x / y")]
    [InlineData("x", "Negate(x)")]
    [InlineData("x * y", "Negate(x * y)")]
    [InlineData("x", "Missing.Negate(x)")]
    public void One_is_minus_the_other_however_the_sign_is_written(string one, string other)
    {
        Assert.True(AreOpposite(one, other));
        Assert.True(AreOpposite(other, one));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("x", "-y")]
    [InlineData("x", "-2 * x")]
    [InlineData("x", "1 - x")]
    [InlineData("x", "-x * y")]
    [InlineData("x * y", "-x / y")]
    [InlineData("x", "- -x")]
    [InlineData("x", "Negate(Negate(x))")]
    [InlineData("x", "Negate(y)")]
    public void What_differs_in_more_than_its_sign_is_not_opposite(string one, string other)
    {
        Assert.False(AreOpposite(one, other));
        Assert.False(AreOpposite(other, one));
    }

    private static bool AreOpposite(string one, string other) => ProductForms.AreOpposite(Exponent(one), Exponent(other));

    private static IOperation Exponent(string expression) => Operations.Returned($"static double Negate(double x) => -x; static double M(double x, double y) => {expression};");
}
