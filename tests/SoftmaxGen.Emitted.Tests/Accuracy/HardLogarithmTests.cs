using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

/// <summary>Rows that a search has found to be the worst of their kind: what the maximum and the logarithm of the sum leave of each other, or rounding errors that all point one way.</summary>
public class HardLogarithmTests
{
    // The error of double-double arithmetic in a sum of N terms.
    private static readonly double SmallestDouble = 6e-31;

    public static TheoryData<double[]> Rows => new(
        [-0.07856842594148704, -1.9684787285374248],
        [-3.054976999483931, -7.210888101591334],
        [-1.6663206815719604, -1.797032117843628, -1.4894828796386719, -1.4051059484481812, -1.7461827793392944],
        [1100, 450.3],
        [-1100, -1749.7],
        [2040, 1390.3, 1400.7],
        [0, -103],
        [0, -740],
        [-0.6931471805599453, -0.6931471805599453],
        [double.MaxValue, double.MaxValue],
        [-1e300, -1.7e300, -1e300]);

    [Theory, MemberData(nameof(Rows))]
    public void Every_member_is_within_its_bound(double[] row)
    {
        foreach (SoftmaxAccuracy accuracy in Enum.GetValues<SoftmaxAccuracy>())
        {
            Check(EmittedCode.Host<float>(row.Length, accuracy), Array.ConvertAll(row, x => (float)Math.Clamp(x, -float.MaxValue, float.MaxValue)));
            Check(EmittedCode.Host<double>(row.Length, accuracy), row);
        }

        Check(EmittedCode.ScalarHost<float>(row.Length, withSpans: true), Array.ConvertAll(row, x => (float)Math.Clamp(x, -float.MaxValue, float.MaxValue)));
        Check(EmittedCode.ScalarHost<double>(row.Length, withSpans: true), row);
    }

    /// <summary>Each element is the logarithm of what the ones before leave of 1, rounded, so that log-sum-exp loses some twenty bits (or fifty) with each.</summary>
    [Theory]
    [InlineData(-0.01)]
    [InlineData(-0.1)]
    [InlineData(-0.6)]
    [InlineData(-2.5)]
    [InlineData(-1e-20)]
    public void LogSumExp_of_what_is_nearly_one(double first)
    {
        CheckLadder((float)first, 1e-30);
        CheckLadder(first, 1e-15);
    }

    private static void CheckLadder<T>(T first, double smallest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<T> ladder = [first];
        while (ladder.Count < 5)
        {
            BigFloat left = 1 - ladder.Aggregate((BigFloat)0.0, (sum, x) => sum + Elementary.Exp(double.CreateChecked(x)));
            if (left.Sign <= 0)
                break;
            ladder.Add(T.CreateChecked(Rounding.ToDouble(Elementary.Log(left))));
            T[] row = [.. ladder];
            BigFloat exact = SoftmaxReference.Of<T>(row).LogSumExp;
            var worst = new Worst();
            foreach (EmittedHost<T> host in Enum.GetValues<SoftmaxAccuracy>().Select(accuracy => EmittedCode.Host<T>(row.Length, accuracy)).Append(EmittedCode.ScalarHost<T>(row.Length, withSpans: false)))
            {
                T actual = host.LogSumExp(row);
                if (Math.Abs(Rounding.ToDouble(exact)) >= smallest)
                    worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, string.Join(", ", row), 0, actual, exact);
                else if (typeof(T) == typeof(double))
                    worst.Add(Math.Abs(Rounding.ToDouble((BigFloat)double.CreateChecked(actual) - exact)), SmallestDouble, host, string.Join(", ", row), 0, actual, exact);
                else
                    return;
            }

            worst.AssertWithinBounds();
        }
    }

    private static void Check<T>(EmittedHost<T> host, T[] row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var worst = new Worst();
        string what = string.Join(", ", row);
        SoftmaxReference reference = SoftmaxReference.Of<T>(row);
        worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, what, 0, host.LogSumExp(row), reference.LogSumExp);
        var logarithms = new T[row.Length];
        host.LogSoftmax(row, logarithms);
        for (int i = 0; i < row.Length; i++)
        {
            // Of the largest numbers the difference has no finite value.
            if (!T.IsFinite(T.CreateChecked(Rounding.ToDouble(reference.LogSoftmax()[i]))))
                continue;
            worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, what, i, logarithms[i], reference.LogSoftmax()[i]);
            worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, what, i, host.CrossEntropy(row, i), reference.CrossEntropy(i));
        }

        worst.AssertWithinBounds();
    }
}
