using DigitSpotting;
using DigitSpotting.Network;
using DigitSpotting.Pages;
using DigitSpotting.Report;
using Samples.Common;
using SoftmaxRegression.Input;
using SoftmaxRegression.Training;

namespace SoftmaxGen.Samples.Tests.DigitSpotting;

public sealed class SpottingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("softmaxgen-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Most_digits_of_a_page_are_found_and_only_the_formula_overflows()
    {
        (ImageSet training, ImageSet unseen) = ImageReader.ReadFile(Application.Data).Halves();
        ScatteredPage page = ScatteredPage.Create(unseen, Application.Seed);
        LinearModel model = SpotterTraining.Train(training, unseen);
        using Spotter spotter = new(ConvolutionModel.Bytes(model));

        ConfidenceMap map = spotter.Run(page.Page);
        Comparison comparison = Comparison.Of(page.Digits, map.Spot(page.Page));

        Assert.Equal(page.Digits.Count, comparison.Found.Count + comparison.Misread.Count + comparison.Missed.Count);
        Assert.InRange(comparison.Found.Count, 30, page.Digits.Count);
        Assert.InRange(comparison.FalseAlarms.Count, 0, 10);

        // The convolution is the linear model: the same choice as for the image by itself.
        PlacedDigit digit = page.Digits[0];
        double[] logits = new double[DigitClasses.Length];
        double[] image = new double[ImageSet.FeatureCount];
        image[^1] = 1;
        for (int i = 0; i < ImageSet.FeatureCount - 1; i++)
            image[i] = page.Page.Pixels[((digit.Top + (i / ImageSet.Side)) * page.Page.Width) + digit.Left + (i % ImageSet.Side)];
        model.Logits(new ImageSet(image, [digit.Digit]), logits);
        double sum = logits.Sum(logit => Math.Exp(logit - logits.Max()));
        Assert.Equal(1 / sum, map.At(digit.Top, digit.Left).Confidence, 1e-5);

        (ConfidenceMap textbook, ConfidenceMap generated) = OverflowSection.Run(spotter, page.Page);
        Assert.InRange(textbook.Failures, 1, map.Width * map.Height);
        Assert.Equal(0, generated.Failures);
    }

    [Fact]
    public void A_page_of_the_user_is_read_from_csv()
    {
        string file = Write("page.csv", string.Join('\n', Enumerable.Repeat(string.Join(',', Enumerable.Repeat("16", 9)), 8)));

        (int code, string output, string error) = Run(file, "--output", folder.FullName);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("of 2", output);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "digits.onnx")));
    }

    [Theory]
    [InlineData("page.csv", "0,1\n0", "page.csv, line 2: expected 2 pixels, as in the first line, found 1")]
    [InlineData("page.csv", "0,ink", "page.csv, line 1: 'ink' is not a number from 0 to 16")]
    [InlineData("page.csv", "0,17", "page.csv, line 1: '17' is not a number from 0 to 16")]
    [InlineData("page.csv", "", "page.csv: the page has 0 x 0 pixels; expected 8 to 4096 each way")]
    [InlineData("page.png", "no image", "page.png: not a PNG file that can be read")]
    [InlineData("page.txt", "", "page.txt: expected a file with the extension .png or .csv")]
    public void A_broken_page_ends_with_a_message_and_exit_code_2(string name, string text, string message)
    {
        string file = Write(name, text);

        Assert.Equal((SampleCommand.BadInput, "", $"error: {Path.Combine(folder.FullName, message)}{Environment.NewLine}"), Run(file));
    }

    [Fact]
    public void A_png_is_dark_on_white()
    {
        // 8 by 8 white pixels with a black one at the top left.
        const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAEElEQVR42mNg+A8BMJpMBgCxBz7CkAwLdQAAAABJRU5ErkJggg==";
        string file = Path.Combine(folder.FullName, "page.png");
        File.WriteAllBytes(file, Convert.FromBase64String(Png));

        Page page = PageReader.ReadFile(file);

        Assert.Equal((8, 8), (page.Width, page.Height));
        Assert.Equal([1, .. Enumerable.Repeat(0f, 63)], page.Pixels);
    }

    [Fact]
    public void A_transparent_png_shows_white_paper()
    {
        // 8 by 8 black pixels: the left half opaque, then two columns that are transparent and two with an alpha of 51.
        const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAQAAABuBnYAAAAAE0lEQVR42mNg+A+FIGAMhAMjAACsJyMRUamFSgAAAABJRU5ErkJggg==";
        string file = Path.Combine(folder.FullName, "page.png");
        File.WriteAllBytes(file, Convert.FromBase64String(Png));

        Page page = PageReader.ReadFile(file);

        Assert.All(page.Pixels.Chunk(8), row => Assert.Equal([1f, 1f, 1f, 1f, 0f, 0f, 51 / 255f, 51 / 255f], row));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = Application.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
