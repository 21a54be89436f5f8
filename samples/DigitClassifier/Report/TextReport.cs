using System.Globalization;
using DigitClassifier.Analysis;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

/// <summary>The report that a person reads: sections, in the order of interest.</summary>
internal static class TextReport
{
    // Enough for every table; a redirected output has no width of its own.
    private const int RedirectedWidth = 100;

    public static void Write(Evaluation evaluation, string file, TextWriter output)
    {
        IAnsiConsole console = Create(output);
        ConfusionMatrix confusion = new(evaluation);
        Calibration calibration = new(evaluation);

        Section(console, string.Create(CultureInfo.InvariantCulture, $"{evaluation.Table.Count:N0} rows of {Digits.Length} logits"), SummarySection.Render(evaluation, calibration, file));
        Section(console, "Confusion matrix", ConfusionSection.Render(confusion));
        Section(console, "Misclassified rows, counted from 0", MisclassifiedSection.Render(evaluation));
        Section(console, "Calibration: is it as often right as it is sure?", CalibrationSection.Render(calibration));
        Section(console, "Why the maximum is subtracted", ShiftSection.Render(evaluation.Table));
    }

    public static void WriteFiles(IReadOnlyList<string> files, TextWriter output)
    {
        IAnsiConsole console = Create(output);
        Section(console, "Charts");
        // Straight to the writer: a path must stay on one line to be of use.
        foreach (string file in files)
            output.WriteLine($"  {file}");
    }

    private static IAnsiConsole Create(TextWriter output)
    {
        bool toTerminal = output == Console.Out && !Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!toTerminal)
            console.Profile.Width = RedirectedWidth;
        return console;
    }

    private static void Section(IAnsiConsole console, string title, params IEnumerable<IRenderable> parts)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        foreach (IRenderable part in parts)
            console.Write(part);
    }
}
