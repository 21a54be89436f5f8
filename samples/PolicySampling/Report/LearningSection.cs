using PolicySampling.Learning;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicySampling.Report;

internal static class LearningSection
{
    public static IEnumerable<IRenderable> Render(LearningRun run, LearningRun withoutBonus)
    {
        Table table = Tables.NamedNumbers("games played", "won", "drawn", "lost", "won - lost", "entropy", "without bonus");
        foreach ((LearningStage stage, LearningStage without) in run.Stages.Zip(withoutBonus.Stages))
            Add(Tables.Text($"{stage.Games,7:N0}"), stage.Outcome, Tables.Text($"{stage.EntropyOfFirstMove:F3}"), Tables.Text($"{without.Outcome.Score:F3}"));
        Add("best possible", run.Best, "", "");
        return [table, new Text("Entropy: of the first move, in nat. Without bonus: won - lost where nothing rewards entropy.\n")];

        void Add(string name, Outcome outcome, string entropy, string without) => table.AddRow(
            name,
            Tables.Percent(outcome.Won),
            Tables.Percent(outcome.Drawn),
            Tables.Percent(outcome.Lost),
            Tables.Text($"{outcome.Score:F3}"),
            entropy,
            without);
    }
}
