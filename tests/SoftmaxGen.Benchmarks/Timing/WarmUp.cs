using System.Runtime;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>
/// Calls every contender until the run-time has compiled all it is going to compile: tier 1 comes in the background,
/// after thirty calls and a while without new methods, and again for what was first compiled with a profile.
/// </summary>
internal static class WarmUp
{
    private const int CallsPerRound = 40;
    private const int QuietRounds = 3;
    private const int MostRounds = 40;

    // Longer than the pause that the run-time waits for before it compiles anything again.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    public static void Run(IReadOnlyList<Case> cases, IProgress<string> progress)
    {
        int quiet = 0;
        for (int round = 0; quiet < QuietRounds && round < MostRounds; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            progress.Report($"warming up, round {round + 1}, {compiled} methods compiled");
            foreach (Contender contender in cases.Where(@case => !@case.IsHuge).SelectMany(@case => @case.Contenders))
            {
                for (int call = 0; call < CallsPerRound; call++)
                    contender.Run(1);
            }

            Thread.Sleep(Pause);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }
}
