using DigitSpotting.Network;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitSpotting.Report;

internal static class SpottingSection
{
    public static IEnumerable<IRenderable> Render(Comparison comparison)
    {
        int digits = comparison.Found.Count + comparison.Misread.Count + comparison.Missed.Count;
        return
        [
            Tables.Facts(
                ("Found", Tables.Text($"{comparison.Found.Count} of {digits}")),
                ("Taken for another digit", Join(comparison.Misread.Select(pair => $"{pair.Truth.Digit} for {pair.Spotted.Digit} at ({pair.Truth.Top}, {pair.Truth.Left})"))),
                ("Missed", Join(comparison.Missed.Select(digit => $"{digit.Digit} at ({digit.Top}, {digit.Left})"))),
                ("Recognised where there is none", Join(comparison.FalseAlarms.Select(digit => $"{digit.Digit} at ({digit.Top}, {digit.Left})")))),
        ];
    }

    public static IEnumerable<IRenderable> RenderAll(IReadOnlyList<SpottedDigit> spotted)
    {
        Table table = Tables.Numbers("digit", "row", "column", "confidence");
        foreach (SpottedDigit digit in spotted)
            table.AddRow($"{digit.Digit}", $"{digit.Top}", $"{digit.Left}", Tables.Percent(digit.Confidence));
        return table.Rows.Count > 0 ? [table] : [new Text("None.")];
    }

    private static string Join(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "none";
}
