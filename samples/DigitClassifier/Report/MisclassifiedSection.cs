using DigitClassifier.Analysis;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitClassifier.Report;

internal static class MisclassifiedSection
{
    public static IEnumerable<IRenderable> Render(Evaluation evaluation)
    {
        Table table = Tables.Numbers("row", "true", "first", "second", "third", "p of the true digit");
        foreach (int row in evaluation.Misclassified)
        {
            int label = evaluation.Table.Labels[row];
            float[] p = evaluation.Probabilities(row).ToArray();
            string[] first = [.. evaluation.MostProbable(row).Take(3).Select(digit => Digit(digit, p[digit], digit == label))];
            table.AddRow([$"{row}", $"{label}", .. first, Tables.Text($"{p[label]:F4}")]);
        }

        return table.Rows.Count > 0 ? [table] : [new Text("None.")];
    }

    private static string Digit(int digit, float probability, bool isLabel)
    {
        string text = $"{digit} ({Tables.Percent(probability),6})";
        return isLabel ? $"[bold]{text}[/]" : text;
    }
}
