using DigitClassifier.Input;
using DigitClassifier.Shift;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class ShiftSection
{
    public static IEnumerable<IRenderable> Render(LogitTable table)
    {
        Table seed = Tables.NamedNumbers("softmax in double by", Vector(ShiftedExample.Small), Vector(ShiftedExample.Large));
        foreach ((string name, double[] small, double[] large) in ShiftedExample.Results)
            seed.AddRow(Markup.Escape(name), Result(small), Result(large));

        Table half = Tables.NamedNumbers("softmax of the rows of the file, logits in Half, by", "rows that fail");
        half.AddRow("exp(x) / sum(exp(x)) in Half, at most 65504", Failures(HalfPrecision.Overflows(table), table.Count));
        half.AddRow(Markup.Escape("[Softmax(10)], generated"), Failures(HalfPrecision.FailuresOfGenerated(table), table.Count));
        return [seed, half];
    }

    private static string Vector(double[] x) => Markup.Escape($"[{string.Join(", ", x)}]");

    private static string Result(double[] p) =>
        string.Join(' ', p.Select(value => double.IsNaN(value) ? "[bold red]   NaN[/]" : Tables.Text($"{value:F4}")));

    private static string Failures(int failures, int rows) =>
        Tables.Text($"[bold{(failures > 0 ? " red" : "")}]{failures} of {rows}[/]");
}
