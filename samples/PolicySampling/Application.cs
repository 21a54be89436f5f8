using PolicySampling.Game;
using PolicySampling.Report;
using Samples.Common;

namespace PolicySampling;

/// <summary>The program: draws moves from a policy with illegal moves masked, at several temperatures.</summary>
internal static class Application
{
    public const int Games = 2000;

    public const ulong Seed = 20260101;

    public static readonly double[] Temperatures = [0.25, 1, 4, 16, 1000];

    private static readonly SampleCommand Command = new("PolicySampling", "Plays tic-tac-toe by drawing moves from a policy, reproducibly to the bit.");

    /// <summary>Cross has the centre and a corner; nought has the other two corners of the top row, and would win between them.</summary>
    public static Board Position => Board.Empty.With(4, 1).With(0, -1).With(8, 1).With(2, -1);

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        arguments.Report.Section("One position, cross to move: probabilities by temperature", TemperatureSection.Render(Position));
        arguments.Report.Section("Drawing from it, 100,000 times at temperature 10", SamplingSection.Render(Position));
        arguments.Report.Section($"{Games} games against a player of temperature 4", MatchSection.Render());
        arguments.Report.Files("Charts", ResultChart.Save(arguments.Folder));
    });
}
