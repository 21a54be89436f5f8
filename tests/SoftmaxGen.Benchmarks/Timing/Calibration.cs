using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>
/// A fixed amount of arithmetic that fills the vector units. How long it takes beside a batch tells whether the batch had the core to itself:
/// a busy sibling thread, a lower clock or an interruption shows in both.
/// </summary>
internal static class Calibration
{
    private const int Iterations = 6_000;

    // How finely times are told apart, in nanoseconds: some clocks have no finer ticks.
    private const int Tick = 100;

    /// <summary>How much slower than an undisturbed calibration the ones beside a batch may be.</summary>
    public const double Tolerance = 1.12;

    // How many calibrations took so many ticks; the last entry is for all longer ones.
    private static readonly int[] Counts = new int[10_000];

    private static int count;
    private static Vector<float> sink;

    /// <summary>
    /// What an undisturbed calibration takes: a tenth of them take no longer. The shortest of all would not do, as a clock that
    /// is set right once in ten thousand times makes one a fifth too short.
    /// </summary>
    public static double Undisturbed { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether a calibration of that time was undisturbed, as far as is known by now.</summary>
    public static bool IsClean(double nanoseconds) => nanoseconds <= Tolerance * Undisturbed;

    public static double Measure()
    {
        long start = Stopwatch.GetTimestamp();
        sink = Arithmetic();
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        Counts[Math.Min((int)(nanoseconds / Tick), Counts.Length - 1)]++;
        if (++count % 100 == 0)
            Undisturbed = TimeOfTheBestTenth();
        return nanoseconds;
    }

    private static double TimeOfTheBestTenth()
    {
        int ticks = 0;
        for (int before = Counts[0]; before < count / 10; before += Counts[ticks])
            ticks++;
        return (ticks + 1) * Tick;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector<float> Arithmetic()
    {
        Vector<float> factor = new(0.999f), term = new(0.5f);
        Vector<float> a = term, b = term, c = term, d = term, e = term, f = term, g = term, h = term, i = term, j = term, k = term, l = term;
        for (int n = 0; n < Iterations; n++)
        {
            a = (a * factor) + term;
            b = (b * factor) + term;
            c = (c * factor) + term;
            d = (d * factor) + term;
            e = (e * factor) + term;
            f = (f * factor) + term;
            g = (g * factor) + term;
            h = (h * factor) + term;
            i = (i * factor) + term;
            j = (j * factor) + term;
            k = (k * factor) + term;
            l = (l * factor) + term;
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
