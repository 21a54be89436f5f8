using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.GeneratorCost;

/// <summary>What some hosts add to a build, beside the same program without them. All are built in turn.</summary>
internal static class ProjectBuilds
{
    private const int Runs = 3;
    private const string Softmax = "[Softmax(10, Methods = SoftmaxMethods.Softmax, ElementTypes = SoftmaxElementTypes.Single)] static partial class Head;";

    private static readonly (string Name, string Hosts)[] Programs =
    [
        ("none", ""),
        ("Softmax of float, N = 10", Softmax),
        ("default, N = 10", "[Softmax(10)] static partial class Head;"),
        ("100 of the default, N = 2 to 64", GeneratorRun.Declarations(100)),
    ];

    public static MarkdownTable Measure(ProgressLine progress)
    {
        MarkdownTable table = new(1, "hosts", "emitted", "build", "added", "build, TieredPGO=0", "added", "build, server warm", "added", "bind after a keystroke");
        List<ProjectBuild> builds = [.. Programs.Select(static program => new ProjectBuild(program.Hosts))];
        try
        {
            double[] cold = Least(builds, server: false, profile: true, progress), plain = Least(builds, server: false, profile: false, progress);
            double[] warm = Least(builds, server: true, profile: true, progress);
            foreach ((int i, (string name, string hosts)) in Programs.Index())
            {
                (long bytes, TimeSpan bind) = GeneratorRun.Bind(hosts);
                table.Add(
                    name, bytes == 0 ? "" : $"{bytes / 1000.0:#,0.0} KB", Seconds(cold[i]), Added(cold, i), Seconds(plain[i]), Added(plain, i), Seconds(warm[i]), Added(warm, i),
                    i is 0 or 3 ? "" : $"{bind.TotalMilliseconds:0.0} ms");
            }
        }
        finally
        {
            builds.ForEach(static build => build.Dispose());
        }

        return table;
    }

    private static string Seconds(double seconds) => $"{seconds:0.00} s";

    private static string Added(double[] seconds, int program) => program == 0 ? "" : Seconds(seconds[program] - seconds[0]);

    // The first round is not counted: it fills caches, and starts the server.
    private static double[] Least(List<ProjectBuild> builds, bool server, bool profile, ProgressLine progress)
    {
        double[] least = [.. builds.Select(static _ => double.MaxValue)];
        for (int run = 0; run <= Runs; run++)
        {
            progress.Report($"builds {(server ? "with" : "without")} the compiler's server, {(profile ? "with" : "without")} a profile, run {run} of {Runs}");
            foreach ((int i, ProjectBuild build) in builds.Index())
            {
                double seconds = build.Measure(server, profile).TotalSeconds;
                least[i] = run == 0 ? least[i] : Math.Min(least[i], seconds);
            }
        }

        return least;
    }
}
