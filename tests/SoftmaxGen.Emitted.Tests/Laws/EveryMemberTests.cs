using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Laws;

public class SingleEveryMemberTests : EveryMemberTests<float>;

public class DoubleEveryMemberTests : EveryMemberTests<double>;

/// <summary>
/// Every member by its description, in every form (vectors at each accuracy, spans, arrays, any length), beside plain loops, with special values in either input. How accurate members are is tested elsewhere:
/// here it is that each computes what it says, so that a new one is tested before it has a test of its own.
/// </summary>
public abstract class EveryMemberTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Plain loops take their time.
    private const int Longest = 257;

    private static readonly double Tolerance = typeof(T) == typeof(float) ? 3e-5 : 1e-9;

    [Theory, RepresentativeLengths]
    public void Members_compute_what_plain_loops_do(int length)
    {
        EmittedHost<T>[] hosts =
        [
            .. Enum.GetValues<SoftmaxAccuracy>().Where(accuracy => EmittedCode.RepresentativeLengths(accuracy).Contains(length)).Select(accuracy => EmittedCode.Host<T>(length, accuracy)),
            EmittedCode.ScalarHost<T>(length, withSpans: true),
            EmittedCode.ScalarHost<T>(length, withSpans: false),
        ];
        Random random = new(length);
        foreach (Member<T> member in AllMembers.All<T>().Where(_ => length <= Longest))
        {
            foreach ((string what, double[][] x, double[][] v) in Inputs(member, length, random))
            {
                T[] rows = [.. x.SelectMany(static row => row).Select(T.CreateChecked)], vectors = [.. v.SelectMany(static row => row).Select(T.CreateChecked)];
                double[][] expected = [.. x.Select((row, i) => PlainLoops.Of(member.Description, row, v[i], 0.75, 0))];
                foreach (EmittedHost<T> host in hosts)
                {
                    T[] result = new T[member.ResultLength(length)];
                    member.Invoke(host, rows, vectors, result);
                    AssertNear($"{host}, {member}, {what}", member, expected, v, result);
                }

                T[] ofAny = new T[member.ResultLength(length)];
                member.Invoke((Invocation<T>)AnyLengthHosts.Bind<T>(member.Description, length, SoftmaxAccuracy.Default), rows, vectors, ofAny);
                AssertNear($"any length, {length}, {member}, {what}", member, expected, v, ofAny);
            }
        }
    }

    private static void AssertNear(string what, Member<T> member, double[][] rows, double[][] v, T[] result)
    {
        int each = result.Length / rows.Length;
        double weight = member.Description.ReturnsLoss ? 1.0 / rows.Length : 1;
        for (int row = 0; row < rows.Length; row++)
        {
            double[] expected = [.. rows[row].Select(value => value * weight)];
            Assert.Equal(each, expected.Length);

            // Sums of numbers that are far from each other cancel.
            double size = expected.Concat(member.Vector is "upstream" or "tangent" ? v[row].Select(value => value * expected.Length) : []).Where(double.IsFinite).Select(Math.Abs).Append(weight).Max();
            for (int i = 0; i < each; i++)
            {
                double actual = double.CreateChecked(result[(row * each) + i]);
                bool isNear = double.IsNaN(expected[i]) ? double.IsNaN(actual) : double.IsInfinity(expected[i]) ? actual == expected[i] : Math.Abs(actual - expected[i]) <= Tolerance * size;
                Assert.True(isNear, isNear ? "" : $"{what}: {actual:R} for {expected[i]:R} at {i} of row {row}");
            }
        }
    }

    // Ordinary rows, and among them, or alone, special ones: in the first input, and in the second where that is logits.
    private static IEnumerable<(string What, double[][] X, double[][] V)> Inputs(Member<T> member, int length, Random random)
    {
        bool hasProbabilities = member.Input == "p", hasSecondLogits = member.Vector == "y";
        yield return ("ordinary", Rows(), Vectors());
        if (hasProbabilities)
            yield break;
        foreach ((string what, Action<double[]> spoil) in (IEnumerable<(string, Action<double[]>)>)
        [
            ("masked", row => Every(row, static i => i % 2 == 1, double.NegativeInfinity)),
            ("NaN", row => row[random.Next(row.Length)] = double.NaN),
            ("infinity", row => row[random.Next(row.Length)] = double.PositiveInfinity),
            ("all masked", row => Every(row, static _ => true, double.NegativeInfinity)),
            ("equal", row => Every(row, static _ => true, 0.25)),
        ])
        {
            (double[][] x, double[][] v) = (Rows(), Vectors());
            spoil(x[^1]);
            yield return (what, x, v);
            if (!hasSecondLogits)
                continue;
            (x, v) = (Rows(), Vectors());
            spoil(v[^1]);
            yield return (what + " in the second", x, v);

            // Beside what is masked and counts nothing, too.
            Every(x[^1], i => i % 2 == 0 && length > 1 && i < length - 1, double.NegativeInfinity);
            yield return (what + " in the second, masked", x, v);
        }

        double[][] Rows() => [.. Enumerable.Range(0, member.Rows).Select(_ => Row(hasProbabilities))];

        double[][] Vectors() => [.. Enumerable.Range(0, member.Rows).Select(_ => Row(PlainLoops.HasTarget(member.Description)))];

        double[] Row(bool isDistribution)
        {
            double[] row = [.. Enumerable.Range(0, length).Select(_ => isDistribution ? random.NextDouble() + 0.1 : (random.NextDouble() - 0.5) * 12)];
            double sum = isDistribution ? row.Sum() : 1;
            return [.. row.Select(value => double.CreateChecked(T.CreateChecked(value / sum)))];
        }
    }

    private static void Every(double[] row, Func<int, bool> isOf, double value)
    {
        for (int i = 0; i < row.Length; i++)
            row[i] = isOf(i) ? value : row[i];
    }
}
