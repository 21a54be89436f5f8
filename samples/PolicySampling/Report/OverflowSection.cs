using System.Diagnostics.CodeAnalysis;
using PolicySampling.Game;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicySampling.Report;

/// <summary>One position at several temperatures: a low one makes logits that the exponential of a textbook's formula overflows at.</summary>
internal static class OverflowSection
{
    private static readonly double[] Shown = [0.01, 1, 10, 100];

    public static IEnumerable<IRenderable> Render(Board board)
    {
        double[] logits = new double[Moves.Length];
        Policy.Logits(board, 1, logits);
        Table table = Tables.NamedNumbers(["square", "logit", Tables.Text($"exp / sum, T = {Shown[0]}"), .. Shown.Select(temperature => Tables.Text($"T = {temperature}"))]);
        double[][] columns = [Textbook(logits, Shown[0]), .. Shown.Select(temperature => Generated(logits, temperature))];
        foreach (int square in Enumerable.Range(0, logits.Length).Where(board.IsFree))
            table.AddRow([$"row {(square / 3) + 1}, column {(square % 3) + 1}", Tables.Text($"{logits[square]}"), .. columns.Select(p => Probability(p[square]))]);

        // All taken squares are alike.
        int[] taken = [.. Enumerable.Range(0, logits.Length).Where(square => !board.IsFree(square))];
        table.AddRow([$"{taken.Length} taken squares", "-inf", .. columns.Select(p => Probability(taken.Max(square => p[square])))]);
        return [table];
    }

    /// <summary>exp(x) / sum(exp(x)), without a shift.</summary>
    [SuppressMessage("SoftmaxGen.Stability", "SMX1001:Unstable softmax", Justification = "Its failure is what this program shows.")]
    public static double[] Textbook(double[] logits, double temperature)
    {
        double[] p = [.. logits.Select(logit => Math.Exp(logit / temperature))];
        double sum = p.Sum();
        return [.. p.Select(e => e / sum)];
    }

    public static double[] Generated(double[] logits, double temperature)
    {
        double[] p = new double[Moves.Length];
        Moves.Softmax(logits, temperature, p);
        return p;
    }

    private static string Probability(double p) => double.IsNaN(p) ? "[bold red]NaN[/]" : Tables.Text($"{p:F4}");
}
