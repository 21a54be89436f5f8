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
    [InlineData("xp", false)]
    [InlineData("ow", false)]
    [InlineData("", false)]
    public void Only_names_with_the_word_count(string text, bool expected) => Assert.Equal(expected, ExponentialText.IsIn(text));

    [Theory]
    [InlineData(0)]
    [InlineData(8170)]
    [InlineData(8190)]
    [InlineData(30000)]
    public void A_name_is_found_wherever_it_is_in_a_long_file(int position) =>
        Assert.True(ExponentialText.IsIn(InLongFile(position)));

    [Theory]
    [InlineData(0)]
    [InlineData(8170)]
    [InlineData(8190)]
    [InlineData(30000)]
    public void A_name_has_its_position_wherever_it_is_in_a_long_file(int position) =>
        Assert.InRange(Assert.Single(ExponentialText.Positions(InLongFile(position))), position + "Math.".Length, position + "Math.Exp".Length - 1);

    [Theory]
    [InlineData("uler", true)]
    [InlineData("2.718281828", true)]
    [InlineData("(e, x)", true)]
    [InlineData("Math.E, x", true)]
    [InlineData("(double)Math.E)", true)]
    [InlineData("b = Math.E;", true)]
    [InlineData("Pow(E, x)", true)]
    [InlineData("Math.Exp", false)]
    [InlineData("27.1", false)]
    public void The_constant_is_known_by_its_name_or_its_digits_from_the_first_character_on(string text, bool expected) =>
        Assert.Equal(expected, ExponentialText.HasConstant(SourceText.From(text)));

    [Theory]
    [InlineData("Math.Pow(2, x)", false)]
    [InlineData("Math.Pow(Math.E, x)", true)]
    [InlineData("2.718", false)]
    [InlineData("Math.Exp(x)", true)]
    [InlineData("softplus(x)", false)]
    public void A_file_with_a_power_needs_the_constant_too(string text, bool expected) => Assert.Equal(expected, ExponentialText.IsIn(SourceText.From(text)));

    [Theory]
    [InlineData(0, 9, false)]
    [InlineData(0, 14, true)]
    [InlineData(9, 5, true)]
    [InlineData(11, 3, false)]
    public void Only_a_part_of_a_file_is_asked_for(int start, int length, bool expected)
    {
        SourceText text = SourceText.From("double a=exp(x)");
        Assert.Equal(expected, ExponentialText.IsIn(text, new TextSpan(start, length)));
        Assert.Equal(expected && start < 10, ExponentialText.Contains(text, new TextSpan(start, length), "exp(x"));
    }

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

    private static SourceText InLongFile(int position) => SourceText.From(new string(' ', position) + "Math.Exp(x)" + new string(' ', 20000));
}
