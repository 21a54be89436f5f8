using System.Globalization;
using System.Xml.Linq;
using DigitClassifier;
using DigitClassifier.Input;
using Samples.Common;

namespace SoftmaxGen.Samples.Tests.DigitClassifier;

public sealed class ApplicationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("softmaxgen-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_report_has_the_figures_and_names_the_charts()
    {
        string charts = Path.Combine(folder.FullName, "new", "charts");
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");

        (int code, string output, string error) = Run("--output", charts, "--details");

        Assert.Equal((0, ""), (code, error));
        string[] figures =
        [
            "2473/2500 = 98.92 %", "0.07519176591528395 nat", "475 of 2500", "0.0321 0.0871 0.2369 0.6439", "NaN    NaN    NaN    NaN",
            "185      0   6 (83.5 %)   0 (13.9 %)", "Expected calibration error",
        ];
        Assert.All(figures, figure => Assert.Contains(figure, output));
        Assert.DoesNotContain('\e', output);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 100 || line.Contains(".svg"), line));
        foreach (string name in new[] { "reliability.svg", "confusion.svg" })
        {
            string chart = Path.Combine(charts, name);
            Assert.Contains($"  {chart}{Environment.NewLine}", output);
            Assert.Equal("svg", XDocument.Load(chart).Root!.Name.LocalName);
        }
    }

    [Fact]
    public void A_file_of_the_user_is_judged()
    {
        string file = Write($"{LogitTableReader.Header}\n3,3,0,0,0,9,0,0,0,0,0,0\n");

        (int code, string output, _) = Run(file, "-o", folder.FullName);

        Assert.Equal(0, code);
        Assert.Contains("1/1 = 100.00 %", output);
    }

    [Fact]
    public void A_broken_file_ends_with_its_line_and_exit_code_2()
    {
        string file = Write($"{LogitTableReader.Header}\n3,3,0,0,0,9,0,0,0,0,0,zero\n");

        (int code, string output, string error) = Run(file);

        Assert.Equal((SampleCommand.BadInput, ""), (code, output));
        Assert.Equal($"error: {file}, line 2: x9 is 'zero', which is not a finite number{Environment.NewLine}", error);
    }

    [Fact]
    public void Whatever_cannot_be_read_or_written_ends_with_exit_code_2()
    {
        string missing = Path.Combine(folder.FullName, "missing.csv");
        Assert.Equal((SampleCommand.BadInput, "", $"error: {missing}: there is no such file{Environment.NewLine}"), Run(missing));

        string file = Write("");
        (int code, _, string error) = Run("--output", Path.Combine(file, "charts"));
        Assert.Equal(SampleCommand.BadInput, code);
        Assert.StartsWith("error: ", error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void An_unknown_option_ends_with_exit_code_2()
    {
        (int code, _, string error) = Run("--outptu");
        Assert.Equal(SampleCommand.BadInput, code);
        Assert.Contains("--outptu", error);
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = Application.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string text)
    {
        string file = Path.Combine(folder.FullName, "logits.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
