using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleScalarFormTests : ScalarFormTests<float>;

public class DoubleScalarFormTests : ScalarFormTests<double>;

/// <summary>
/// What is emitted for .NET Standard 2.0 gives the bits of Precise, whatever accuracy is asked for: each member, all shapes of rows,
/// ordinary and special values. It is compiled against the reference assemblies of .NET Standard, in C# 7.3, and runs here.
/// </summary>
public abstract class ScalarFormTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Scalar_code_gives_the_bits_of_precise_vectors(bool withSpans)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(SoftmaxAccuracy.Precise))
        {
            EmittedHost<T> precise = EmittedCode.Host<T>(length, SoftmaxAccuracy.Precise), scalar = EmittedCode.ScalarHost<T>(length, withSpans);
            foreach ((string what, T[] row) in Rows(length))
            {
                foreach ((string member, Func<EmittedHost<T>, T[]> run) in Calls(length, row))
                {
                    T[] expected = run(precise), actual = run(scalar);
                    for (int i = 0; i < expected.Length; i++)
                    {
                        bool same = TestedRows.AreSame(expected[i], actual[i]);
                        Assert.True(same, same ? "" : $"{scalar}, {member}, {what}: {expected[i]:R} with vectors, {actual[i]:R} without, at {i}");
                    }
                }
            }
        }
    }

    private static IEnumerable<(string What, T[] Row)> Rows(int length)
    {
        foreach ((string, T[]) row in TestedRows.Of<T>(length))
            yield return row;
        foreach (Distribution distribution in (Distribution[])[Distribution.Uniform100, Distribution.OffsetUp, Distribution.OffsetDown])
            yield return ($"{distribution}", distribution.Sample<T>(length, seed: length));

        // log-sum-exp next to 0, and next to the least numbers.
        yield return ("cancelling", [.. Distribution.Normal1.Sample<T>(length, seed: length).Select(value => T.CreateChecked(1e-3) * value - T.CreateChecked(Math.Log(length)))]);
        yield return ("far below", [.. Enumerable.Range(0, length).Select(i => i == 0 ? T.Zero : T.CreateChecked(-740 - (i % 9)))]);
        yield return ("-infinity", [.. Enumerable.Repeat(T.NegativeInfinity, length)]);
        yield return ("+infinity", [.. Enumerable.Repeat(T.PositiveInfinity, 1), .. Enumerable.Repeat(T.One, length - 1)]);
        yield return ("zeros of both signs", [.. Enumerable.Range(0, length).Select(i => i % 2 == 0 ? T.NegativeZero : T.Zero)]);
        yield return ("largest", [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? T.CreateSaturating(double.MaxValue) : T.CreateSaturating(double.MinValue))]);
    }

    private static IEnumerable<(string Member, Func<EmittedHost<T>, T[]> Run)> Calls(int length, T[] x)
    {
        T[] rows = [.. Enumerable.Range(0, AllMembers.Rows).SelectMany(row => row % 2 == 0 ? x : [.. x.Reverse()])];
        foreach (Member<T> member in AllMembers.All<T>().Where(member => length <= EmittedCode.LargestJacobian || !member.IsMatrix))
        {
            // The products take probabilities and vectors whose products are finite.
            if (member.Vector == "tangent" && x.Any(T.IsNegative) && x.All(value => value == T.Zero))
                continue;
            if ((member.Input == "p" || member.Vector == "tangent") && !x.All(value => T.Abs(value) < T.CreateChecked(1e35)))
                continue;
            T[] input = [.. Enumerable.Range(0, member.InputLength(length)).Select(i => rows[i % rows.Length])];
            yield return (member.Name, host =>
            {
                T[] result = new T[member.ResultLength(length)];
                member.Invoke(host, input, rows.AsSpan(0, member.VectorLength(length)), result);
                return result;
            }
            );
        }

        foreach (double temperature in (double[])[1, 0.1, 3, 1000, 1e-30, 1e-38])
        {
            yield return ($"Softmax at {temperature}", host =>
            {
                T[] result = [.. x];
                host.SoftmaxWithTemperature(result, T.CreateChecked(temperature), result);
                return result;
            }
            );
        }

        foreach (int label in (int[])[0, length / 2, length - 1])
        {
            yield return ($"CrossEntropy of {label}", host => [host.CrossEntropy(x, label)]);
            yield return ($"CrossEntropyGradient of {label}, in place", host =>
            {
                T[] result = [.. x];
                host.CrossEntropyGradient(result, label, result);
                return result;
            }
            );
        }
    }
}
