using System.Globalization;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>The same bytes on every machine.</summary>
public class DeterminismTests
{
    private const string Source =
        """
        using SoftmaxGen;
        namespace Initial.Istanbul;
        [Softmax(3)] static partial class Small;
        [Softmax(17, Accuracy = SoftmaxAccuracy.Fast)] partial class Medium;
        [Softmax(1000, Accuracy = SoftmaxAccuracy.Precise)] partial struct Large;
        """;

    private static readonly string[] Expected = In(CultureInfo.InvariantCulture, Source);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void Culture_does_not_matter(string name) => Assert.Equal(Expected, In(new CultureInfo(name), Source));

    [Fact]
    public void Signs_and_separators_of_a_culture_do_not_matter()
    {
        var culture = new CultureInfo("en-US");
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = "\u066B";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.PositiveInfinitySymbol = "\u221E";

        Assert.Equal(Expected, In(culture, Source));
    }

    [Fact]
    public void Newlines_of_the_source_do_not_matter()
    {
        Assert.Equal(Expected, In(CultureInfo.InvariantCulture, Source.ReplaceLineEndings("\r\n")));
        Assert.All(Expected, text => Assert.DoesNotContain('\r', text));
    }

    private static string[] In(CultureInfo culture, string source)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Generation generation = new Consumer().Generate(source);
            return [.. generation.Hosts.Select(host => $"{host.Key}\n{host.Value}"), generation.Kernels];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
