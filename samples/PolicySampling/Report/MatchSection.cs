using PolicySampling.Game;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicySampling.Report;

internal static class MatchSection
{
    public static IEnumerable<IRenderable> Render()
    {
        Table table = Tables.Numbers("temperature", "won", "drawn", "lost", "fingerprint of all moves");
        foreach (double temperature in Application.Temperatures)
        {
            Match match = Match.Play(Application.Games, temperature, 4, Application.Seed);
            table.AddRow(
                Tables.Text($"{temperature:F2}"),
                Tables.Percent((double)match.Wins / Application.Games),
                Tables.Percent((double)match.Draws / Application.Games),
                Tables.Percent((double)match.Losses / Application.Games),
                Tables.Text($"{match.Fingerprint:x16}"));
        }

        return [table, new Text("The fingerprints are the same on every machine, by SoftmaxAccuracy.Precise.\n")];
    }
}
