using PolicySampling.Game;
using PolicySampling.Sampling;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicySampling.Report;

internal static class SamplingSection
{
    private const int Draws = 100_000;

    private const double Temperature = 10;

    public static IEnumerable<IRenderable> Render(Board board)
    {
        double[] logits = new double[Moves.Length];
        double[] p = new double[Moves.Length];
        Policy.Logits(board, 1, logits);
        Moves.Softmax(logits, Temperature, p);
        double[] inverse = Frequencies.Inverse(logits, Temperature, Draws, Application.Seed);
        double[] gumbel = Frequencies.GumbelMax(logits, Temperature, Draws, Application.Seed);

        Table table = Tables.NamedNumbers("square", "probability", "by inversion", "by Gumbel noise");
        for (int square = 0; square < p.Length; square++)
            table.AddRow($"row {(square / 3) + 1}, column {(square % 3) + 1}", Share(p[square]), Share(inverse[square]), Share(gumbel[square]));
        return [table];
    }

    private static string Share(double share) => share == 0 ? "never" : Tables.Text($"{100 * share:F2} %");
}
