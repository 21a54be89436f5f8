using DigitClassifier.Input;
using DigitClassifier.Timing;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class TimingSection
{
    public static IEnumerable<IRenderable> Render(LogitTable table)
    {
        Table times = Tables.NamedNumbers("", "microseconds", "ns per row");
        foreach ((string name, TimeSpan time) in RowTimer.Measure(table))
            times.AddRow(Markup.Escape(name), Tables.Text($"{time.TotalMicroseconds:F1}"), Tables.Text($"{time.TotalNanoseconds / table.Count:F1}"));
        return [times];
    }
}
