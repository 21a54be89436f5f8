namespace SoftmaxGen.Samples.Tests;

public sealed class ScreenTests : IDisposable
{
    private const int LinesOfScreen = 44;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("softmaxgen-");

    public static TheoryData<string, Func<string[], TextWriter, TextWriter, int>> Samples => new()
    {
        { nameof(DigitClassifier), global::DigitClassifier.Application.Run },
        { nameof(DigitSpotting), global::DigitSpotting.Application.Run },
        { nameof(PolicySampling), global::PolicySampling.Application.Run },
        { nameof(SoftmaxRegression), global::SoftmaxRegression.Application.Run },
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_begins_with_an_overflow_and_fills_one_screen_unless_asked_for_more(string name, Func<string[], TextWriter, TextWriter, int> run)
    {
        using StringWriter output = new();

        Assert.Equal(0, run(["--output", folder.FullName], output, TextWriter.Null));

        string[] lines = output.ToString().Split(Environment.NewLine);
        Assert.True(lines.Length <= LinesOfScreen, $"{name}: {lines.Length} lines");
        Assert.Contains("Overflow", lines[1]);
        Assert.Contains(lines[..12], line => line.Contains("NaN"));
        Assert.All(lines, line => Assert.True(line.Length <= 100 || line.Contains(".svg"), line));
    }
}
