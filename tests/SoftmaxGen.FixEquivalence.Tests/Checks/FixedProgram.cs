using SoftmaxGen.CodeFixes;

namespace SoftmaxGen.FixEquivalence.Tests.Checks;

/// <summary>A program before and after a fix.</summary>
/// <param name="Number">The number of the program.</param>
/// <param name="Before">Its text.</param>
/// <param name="IsReported">Whether a rule reports anything in it.</param>
/// <param name="After">The text after the fix; null where none is offered.</param>
/// <param name="Key">The fix.</param>
/// <param name="RunBefore">What it computes.</param>
/// <param name="RunAfter">What it computes after the fix.</param>
internal sealed record FixedProgram(int Number, string Before, bool IsReported, string? After, string? Key, Func<double[], double[]> RunBefore, Func<double[], double[]> RunAfter)
{
    private const double Tolerance = 1e-12;

    private static readonly double[][] Inputs =
    [
        [0.1, 0.2, 0.3], [-1.5, 0.25, 3], [2, 1, 0, -1, 0.5], [-4, -4.5, -3.75, -6], [0.5], [0, 0, 0], [12, -7, 3, 5, 0.25, -2, 11, 1], [],

        // Programs that leave out some elements leave out the third.
        [0, -0.5, 30, 1],
    ];

    // Probabilities are subnormal, and their logarithms inexact, until a log-softmax takes their place. The largest is no element that programs leave out: the others add up to less than the
    // floors that sums may have, where a floor gave some other number than the softmax, and the fix gives the softmax.
    private static readonly double[] FarApart = [-20, 700, -25, -30];

    private static readonly double[] Large = [1000, 1001, 1002];

    // One probability is 0.
    private static readonly double[] Zero = [0, -1000, 1];

    /// <summary>What is not as it should be, or null.</summary>
    public string? Failure() => After is null ? null : Inputs.Concat(Key == EquivalenceKeys.SubtractMaximum ? [FarApart] : []).Select(Difference).Append(Overflow()).FirstOrDefault(failure => failure is not null);

    // Where the results were finite, they are the same; so are exceptions, but those of a program that looks whether its sum overflows: it does no more.
    private string? Difference(double[] x)
    {
        (double[]? before, string? exception) = Try(RunBefore, x);
        (double[]? after, string? other) = Try(RunAfter, x);
        if (exception == nameof(OverflowException) && after is not null && after.All(double.IsFinite))
            return null;
        if (exception != other)
            return Tell(x, exception ?? Show(before!), other ?? Show(after!));
        if (before is null || !before.All(double.IsFinite))
            return null;
        return before.Length == after!.Length && before.Zip(after).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1, Math.Abs(pair.First))) ? null : Tell(x, Show(before), Show(after));
    }

    private string? Overflow()
    {
        double[] x = Key == EquivalenceKeys.EntropyOfZero ? Zero : Large;
        double[] before = Try(RunBefore, x).Result ?? [double.NaN];
        (double[]? after, string? exception) = Try(RunAfter, x);
        if (!IsEverFinite || Key == EquivalenceKeys.AccurateLog1P)
            return null;
        return before.All(double.IsFinite) || after is not null && after.All(double.IsFinite) ? null : Tell(x, Show(before), exception ?? Show(after!));
    }

    // A program of which all weights are 0 has no softmax to repair.
    private bool IsEverFinite => Inputs.Any(x => x.Length > 0 && Try(RunBefore, x).Result is { } result && result.All(double.IsFinite));

    private static (double[]? Result, string? Exception) Try(Func<double[], double[]> run, double[] x)
    {
        try
        {
            return (run([.. x]), null);
        }
        catch (Exception exception)
        {
            return (null, exception.GetType().Name);
        }
    }

    private string Tell(double[] x, string before, string after) => $"Program {Number}, {Key}, of {Show(x)}: {before} before, {after} after.\n{Before}\n{After}";

    private static string Show(double[] values) => $"[{string.Join(", ", values.Select(value => value.ToString("R")))}]";
}
