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
    [InlineData("expf", true)]
    [InlineData("expfoo(x)", false)]
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

    [Theory]
    [InlineData("uler", true)]
    [InlineData("2.718281828", true)]
    [InlineData("(e, x)", true)]
    [InlineData("27.1", false)]
    public void The_constant_is_known_by_its_name_or_its_digits_from_the_first_character_on(string text, bool expected) =>
        Assert.Equal(expected, ExponentialText.HasConstant(SourceText.From(text)));

    [Fact]
    public void A_short_string_is_found_at_the_start_and_not_where_it_is_not()
    {
        Assert.True(ExponentialText.Contains(SourceText.From("softmax(x)"), "softmax"));
        Assert.False(ExponentialText.Contains(SourceText.From("softplus(x)"), "softmax"));
    }

    [Fact]
    public void Each_name_has_a_position_inside_it()
    {
        const string Text = "Exp(x) + exp(y) * Pow(e, z) / softmax(w) - softMax(w)";
        string[] names = ["Exp", "exp", "Pow", "softmax", "softMax"];
        Assert.Equal(
            names,
            ExponentialText.Positions(SourceText.From(Text)).Order().Select(position => names.Single(name =>
                Text.IndexOf(name, StringComparison.Ordinal) <= position && position < Text.IndexOf(name, StringComparison.Ordinal) + name.Length)));
    }
}
