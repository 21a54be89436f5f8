using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SpecialValues;

public class SinglePoisonTests : PoisonTests<float>;

public class DoublePoisonTests : PoisonTests<double>;

/// <summary>A NaN or a positive infinity anywhere, or a row of nothing but negative infinities, makes the whole row NaN, and only that row.</summary>
public abstract class PoisonTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void NaN_anywhere_makes_every_result_NaN(SoftmaxAccuracy accuracy) =>
        ForEachPosition(accuracy, NaNs(), (host, x) =>
        {
            AssertRowIsNaN(host, x);
            Assert.True(T.IsNaN(host.LogSumExp(x)), $"{host}: LogSumExp");
        });

    [Theory, CombinatorialCases]
    public void Positive_infinity_makes_every_result_NaN_and_its_LogSumExp_infinite(SoftmaxAccuracy accuracy) =>
        ForEachPosition(accuracy, [T.PositiveInfinity], (host, x) =>
        {
            AssertRowIsNaN(host, x);
            Assert.Equal(T.PositiveInfinity, host.LogSumExp(x));
        });

    [Theory, CombinatorialCases]
    public void NaN_wins_over_the_infinities(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(n => n >= 3))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            for (int at = 0; at < 3; at++)
            {
                T[] x = Distribution.Normal5.Sample<T>(length, seed: length);
                x[at] = T.NaN;
                x[(at + 1) % 3] = T.PositiveInfinity;
                x[^1] = length > 3 ? T.NegativeInfinity : x[^1];
                AssertRowIsNaN(host, x);
                Assert.True(T.IsNaN(host.LogSumExp(x)), $"{host}: LogSumExp");
            }
        }
    }

    [Theory, CombinatorialCases]
    public void A_row_of_negative_infinities_is_NaN_and_its_LogSumExp_negative_infinity(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length];
            Array.Fill(x, T.NegativeInfinity);
            AssertRowIsNaN(host, x);
            Assert.Equal(T.NegativeInfinity, host.LogSumExp(x));
        }
    }

    [Theory, CombinatorialCases]
    public void Only_the_poisoned_row_of_many_is_NaN(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] clean = Distribution.Normal5.Sample<T>(length * AllMembers.Rows, seed: length);
            foreach (Member<T> member in AllMembers.All<T>().Where(member => member.Rows > 1 && member.IsOn(host) && member.Input == "x" && !member.Name.StartsWith("LogSumExp", StringComparison.Ordinal)))
            {
                T[] expected = Result(member, host, clean);
                foreach ((int row, T poison) in new[] { (0, T.NaN), (5, T.PositiveInfinity), (AllMembers.Rows - 1, T.NaN) })
                {
                    T[] x = [.. clean];
                    x[(row * length) + (length / 2)] = poison;
                    T[] actual = Result(member, host, x);
                    for (int i = 0; i < actual.Length; i++)
                    {
                        if (i / (actual.Length / AllMembers.Rows) == row ? !T.IsNaN(actual[i]) : actual[i] != expected[i])
                            Assert.Fail($"{host}, {member}: {poison} in row {row} makes element {i} {actual[i]}");
                    }
                }
            }
        }
    }

    /// <summary>The other row of a divergence poisons it, too, also where an element of the first one is masked and counts nothing.</summary>
    [Theory, CombinatorialCases]
    public void A_poisoned_second_row_makes_every_result_NaN(SoftmaxAccuracy accuracy)
    {
        Member<T>[] members = [.. AllMembers.All<T>().Where(static member => member.Rows == 1 && member.Vector == "y")];
        Assert.Equal(3, members.Length);
        ForEachPosition(accuracy, [T.NaN, T.PositiveInfinity], (host, y) =>
        {
            int poisoned = Array.FindIndex(y, static value => !T.IsFinite(value));
            T[] x = Distribution.Normal5.Sample<T>(y.Length, seed: 1);
            foreach (T first in y.Length > 1 ? (T[])[T.NegativeInfinity, T.Zero] : [T.Zero])
            {
                x[poisoned] = first;
                foreach (Member<T> member in members)
                {
                    foreach (EmittedHost<T> each in (EmittedHost<T>[])[host, new(AnyLengthHosts.Host(accuracy), y.Length, accuracy)])
                    {
                        T[] result = new T[member.ResultLength(y.Length)];
                        member.Invoke(each, x, y, result);
                        Assert.True(Array.TrueForAll(result, T.IsNaN), $"{each}, {member}: {y[poisoned]} at {poisoned} beside {first}");
                    }
                }
            }
        });
    }

    private static void AssertRowIsNaN(EmittedHost<T> host, T[] x)
    {
        foreach (Member<T> member in AllMembers.All<T>().Where(member => member.IsOn(host) && member.Rows == 1 && member.Input == "x" && !member.Name.StartsWith("LogSumExp", StringComparison.Ordinal)))
        {
            T[] result = Result(member, host, x);
            int clean = Array.FindIndex(result, value => !T.IsNaN(value));
            Assert.True(clean < 0, clean < 0 ? "" : $"{host}, {member}: {result[clean]} at {clean}");
        }
    }

    private static T[] Result(Member<T> member, EmittedHost<T> host, T[] x)
    {
        var result = new T[member.ResultLength(host.Length)];
        member.Invoke(host, x, x, result);
        return result;
    }

    private static void ForEachPosition(SoftmaxAccuracy accuracy, T[] poisons, Action<EmittedHost<T>, T[]> check)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            int[] positions = length <= 40 ? [.. Enumerable.Range(0, length)] : [0, 1, 15, 16, 31, length / 2, length - 17, length - 2, length - 1];
            foreach (int position in positions)
            {
                foreach (T poison in poisons)
                {
                    T[] x = Distribution.Normal5.Sample<T>(length, seed: length);
                    x[position] = poison;
                    check(host, x);
                }
            }
        }
    }

    /// <summary>Quiet and signalling, of both signs, with payloads.</summary>
    private static T[] NaNs() => typeof(T) == typeof(float)
        ? [.. new[] { 0x7FC00000u, 0xFFC00000u, 0x7F800001u, 0xFFBFFFFFu, 0x7FFFFFFFu }.Select(bits => (T)(object)BitConverter.UInt32BitsToSingle(bits))]
        : [.. new[] { 0x7FF8000000000000u, 0xFFF8000000000000u, 0x7FF0000000000001u, 0xFFF7FFFFFFFFFFFFu, 0x7FFFFFFFFFFFFFFFu }.Select(bits => (T)(object)BitConverter.UInt64BitsToDouble(bits))];
}
