using PolicySampling.Game;
using PolicySampling.Learning;
using PolicySampling.Report;
using Samples.Common;

namespace PolicySampling;

/// <summary>The program: draws moves from a policy with illegal moves masked, at several temperatures, and improves one by its gradient.</summary>
internal static class Application
{
    public const int Games = 2000;

    public const ulong Seed = 20260101;

    public static readonly double[] Temperatures = [0.25, 1, 4, 16, 1000];

    private static readonly SampleCommand Command = new("PolicySampling", "Shows where a policy overflows, draws moves of tic-tac-toe from one, and lets one learn: the same on every machine, to the bit.");

    /// <summary>Cross has the centre and a corner; nought has the other two corners of the top row, and would win between them.</summary>
    public static Board Position => Board.Empty.With(4, 1).With(0, -1).With(8, 1).With(2, -1);

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        arguments.Report.Section("Overflow: the softmax of logits / T, one position of tic-tac-toe", OverflowSection.Render(Position));
        if (arguments.Details)
            arguments.Report.Section("Drawing from it, 100,000 times at temperature 10", SamplingSection.Render(Position));
        arguments.Report.Section(Tables.Text($"{Games:N0} games against a player of temperature 4"), MatchSection.Render());

        LearningRun run = LearningRun.Run(LearningRun.Bonus, Seed);
        LearningRun withoutBonus = LearningRun.Run(bonus: 0, Seed);
        arguments.Report.Section(Tables.Text($"Policy gradient with an entropy bonus of {LearningRun.Bonus}: learning to beat that player"), LearningSection.Render(run, withoutBonus));
        arguments.Report.Files("Charts", ResultChart.Save(arguments.Folder), LearningChart.Save(run, withoutBonus, arguments.Folder));
        if (!arguments.Details)
            arguments.Report.More("how often each move is drawn, by inversion and by Gumbel noise");
    });
}
