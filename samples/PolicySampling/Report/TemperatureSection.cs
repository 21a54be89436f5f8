using PolicySampling.Game;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicySampling.Report;

internal static class TemperatureSection
{
    private static readonly double[] Shown = [1, 10, 100];

    public static IEnumerable<IRenderable> Render(Board board)
    {
        double[] logits = new double[Moves.Length];
        Policy.Logits(board, 1, logits);
        Table table = Tables.NamedNumbers(["square", "logit", .. Shown.Select(temperature => Tables.Text($"T = {temperature}"))]);
        double[][] columns = [.. Shown.Select(temperature => Softmax(logits, temperature))];
        for (int square = 0; square < logits.Length; square++)
        {
            string logit = double.IsNegativeInfinity(logits[square]) ? "-inf (taken)" : Tables.Text($"{logits[square]}");
            table.AddRow([$"row {(square / 3) + 1}, column {(square % 3) + 1}", logit, .. columns.Select(p => p[square] == 0 ? "0" : Tables.Text($"{p[square]:G3}"))]);
        }

        return [table];
    }

    private static double[] Softmax(double[] logits, double temperature)
    {
        double[] p = new double[Moves.Length];
        Moves.Softmax(logits, temperature, p);
        return p;
    }
}
