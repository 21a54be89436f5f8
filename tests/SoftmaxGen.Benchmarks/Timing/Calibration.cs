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

    /// <summary>How much slower than the best calibration the ones beside a batch may be.</summary>
    public const double Tolerance = 1.12;

    private static Vector<float> sink;

    /// <summary>The shortest time so far.</summary>
    public static double Best { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether a calibration of that time was undisturbed, as far as is known by now.</summary>
    public static bool IsClean(double nanoseconds) => nanoseconds <= Tolerance * Best;

    public static double Measure()
    {
        long start = Stopwatch.GetTimestamp();
        sink = Arithmetic();
        double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        Best = Math.Min(Best, nanoseconds);
        return nanoseconds;
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
