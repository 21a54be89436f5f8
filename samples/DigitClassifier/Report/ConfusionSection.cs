using DigitClassifier.Analysis;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class ConfusionSection
{
    public static IEnumerable<IRenderable> Render(ConfusionMatrix confusion)
    {
        int[] digits = [.. Enumerable.Range(0, Digits.Length)];
        Table table = Tables.Numbers(["true \\ chosen", .. digits.Select(digit => $"{digit}"), "rows", "recognised"]);
        foreach (int label in digits)
        {
            table.AddRow([
                $"{label}",
                .. digits.Select(choice => Cell(confusion[label, choice], label == choice)),
                $"{confusion.Rows(label)}",
                Tables.Percent(confusion.Recall(label))]);
        }

        return [table];
    }

    private static string Cell(int count, bool diagonal) =>
        count == 0 ? "[grey]·[/]" : diagonal ? $"[bold]{count}[/]" : $"[red]{count}[/]";
}
