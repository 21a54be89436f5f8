using DigitSpotting.Network;
using DigitSpotting.Pages;
using DigitSpotting.Report;
using Samples.Common;
using SoftmaxRegression.Input;
using SoftmaxRegression.Training;

namespace DigitSpotting;

/// <summary>The program: trains a classifier, writes it as a network, runs it over a page, and tells which digits it recognises.</summary>
internal static class Application
{
    public const int Seed = 1;

    private static readonly SampleCommand Command = new(
        "DigitSpotting",
        "Recognises the digits on a page: a network run by ONNX Runtime, whose channel-first output goes to SoftmaxColumns without a copy.",
        ("", "A page of digits about 8 pixels high: .png, dark on white, or .csv, a line for each row of pixels from 0 to 16; without one, a page with digits that the network has not seen"));

    public static string Data => Path.Combine(AppContext.BaseDirectory, "Data", "optdigits.csv");

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        Page? own = arguments.File.Length > 0 ? PageReader.ReadFile(arguments.File) : null;
        (ImageSet training, ImageSet unseen) = ImageReader.ReadFile(Data).Halves();
        ScatteredPage? scattered = own is null ? ScatteredPage.Create(unseen, Seed) : null;
        Page page = own ?? scattered!.Page;

        LinearModel model = SpotterTraining.Train(training, unseen);
        byte[] network = ConvolutionModel.Bytes(model);
        using Spotter spotter = new(network);
        arguments.Report.Section("Overflow: the page with pixels from 0 to 16, not scaled", OverflowSection.Render(spotter, page));

        ConfidenceMap map = spotter.Run(page);
        IReadOnlyList<SpottedDigit> spotted = map.Spot(page);
        Comparison? comparison = scattered is null ? null : Comparison.Of(scattered.Digits, spotted);
        if (comparison is not null)
            arguments.Report.Section("Digits on the page, as (row, column) of the corner", SpottingSection.Render(comparison));
        if (comparison is null || arguments.Details)
            arguments.Report.Section("Recognised digits", SpottingSection.RenderAll(spotted));

        Directory.CreateDirectory(arguments.Folder);
        string file = Path.GetFullPath(Path.Combine(arguments.Folder, "digits.onnx"));
        File.WriteAllBytes(file, network);
        arguments.Report.Files("Files", PageChart.SavePage(page, spotted, comparison, arguments.Folder), PageChart.SaveConfidence(page, map, arguments.Folder), file);
        if (comparison is not null && !arguments.Details)
            arguments.Report.More("each recognised digit with its confidence");
    });
}
