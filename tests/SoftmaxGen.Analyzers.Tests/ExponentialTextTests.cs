using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

public class ExponentialTextTests
{
    [Theory]
    [InlineData("Math.Exp(x)", true)]
    [InlineData("sumExp", true)]
    [InlineData("expSum", true)]
    [InlineData("x.exp()", true)]
    [InlineData("expf(x)", true)]
    [InlineData("Exponential(x)", true)]
    [InlineData("Math.Pow(e, x)", true)]
    [InlineData("LogSoftmax", true)]
    [InlineData("TensorPrimitives.SoftMax", true)]
    [InlineData("Expression", false)]
    [InlineData("expected", false)]
    [InlineData("regexp", false)]
    [InlineData("Powder", false)]
    [InlineData("narrow", false)]
    [InlineData("", false)]
    public void Only_names_with_the_word_count(string text, bool expected) => Assert.Equal(expected, ExponentialText.IsIn(text));

    [Theory]
    [InlineData(0)]
    [InlineData(8170)]
    [InlineData(8190)]
    [InlineData(30000)]
    public void A_name_is_found_wherever_it_is_in_a_long_file(int position) =>
        Assert.True(ExponentialText.IsIn(SourceText.From(new string(' ', position) + "Math.Exp(x)" + new string(' ', 20000))));
}
