using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleOneLargeTermTests : OneLargeTermTests<float>;

public class DoubleOneLargeTermTests : OneLargeTermTests<double>;

/// <summary>
/// One large term among many equal small ones: each addition to the large one may lose nearly half a unit in its last place, always in the same direction.
/// It is what a search for the largest error comes to for every length.
/// </summary>
public abstract class OneLargeTermTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int Bits = typeof(T) == typeof(float) ? 24 : 53;

    private static readonly int[] Lengths = [2, 3, 4, 5, 7, 8, 10, 15, 16, 17, 23, 26, 32, 33, 40, 49, 63, 64, 65, 100, 128, 129, 256, 257];

    [Theory, CombinatorialCases]
    public void Small_equal_terms_are_not_lost(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in Lengths.Where(EmittedCode.Lengths(accuracy).Contains))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var random = new Random(length);
            // Just below half an ulp of the large term, and just below halves of its multiples, which the sums of two and four are.
            foreach (double share in new[] { 0.49, 0.98, 1.4, 1.96, 2.9, 3.9 })
            {
                for (int repeat = 0; repeat < 8; repeat++)
                {
                    T[] x = new T[length], actual = new T[length];
                    double top = 20 * random.NextDouble();
                    Array.Fill(x, T.CreateChecked(top + Math.Log(Math.ScaleB(share * (1 - (0.03 * random.NextDouble())), -Bits))));
                    x[random.Next(length)] = T.CreateChecked(top);
                    Check(worst, host, $"share {share}, x[0] = {x[0]:R}", x, actual);
                }
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>The rows of this kind that were once met with: 6.4 ulp for float, 4.6 and more for double.</summary>
    [Fact]
    public void A_row_of_26_and_one_of_100()
    {
        var worst = new Worst();
        var x = new T[26];
        x[13] = T.CreateChecked(16.674854278564453);
        Check(worst, EmittedCode.Host<T>(26), "26 elements", x, new T[26]);
        x = new T[100];
        x[57] = T.CreateChecked(typeof(T) == typeof(float) ? 15.942384719848633 : 36.04365338911715);
        Check(worst, EmittedCode.Host<T>(100), "100 elements", x, new T[100]);
        worst.AssertWithinBounds();
    }

    /// <summary>
    /// Where nothing else counts the probability is 1, whatever the logit. In single precision it is a term times the reciprocal of itself for N = 5 to 15 and
    /// 17 to 128, which may be one unit roundoff less.
    /// </summary>
    [Theory, CombinatorialCases]
    public void What_is_certain_has_probability_one(SoftmaxAccuracy accuracy)
    {
        T outOfReach = T.CreateChecked(typeof(T) == typeof(float) ? 110 : 752);
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var random = new Random(length);
            T[] x = new T[length], expected = new T[length], p = new T[length];
            int place = 0;
            for (int repeat = 0; repeat < (length < 200 ? 40 : 5); repeat++)
            {
                T top = T.CreateChecked(40 * (random.NextDouble() - 0.5));
                place = random.Next(length);
                for (int i = 0; i < length; i++)
                    x[i] = repeat % 2 == 0 ? T.NegativeInfinity : top - outOfReach;
                Array.Clear(expected);
                (x[place], expected[place]) = (top, T.One);
                host.Softmax(x, p);
                AssertCertain();
                host.SoftmaxRows(x, p);
                AssertCertain();
                host.SoftmaxWithTemperature(x, T.CreateChecked(0.37), p);
                AssertCertain();
            }

            void AssertCertain()
            {
                if (MayBeLess(length, accuracy) && p[place] == T.BitDecrement(T.One))
                    p[place] = T.One;
                Assert.Equal(expected, p);
            }
        }
    }

    private static bool MayBeLess(int length, SoftmaxAccuracy accuracy) =>
        typeof(T) == typeof(float) ? accuracy != SoftmaxAccuracy.Precise && (length is (> 4 and < 16) or (> 16 and < 129))
        : accuracy == SoftmaxAccuracy.Fast;

    private static void Check(Worst worst, EmittedHost<T> host, string what, T[] x, T[] actual)
    {
        host.Softmax(x, actual);
        BigFloat[] exact = SoftmaxReference.Of<T>(x).Softmax();
        for (int i = 0; i < x.Length; i++)
            worst.AddUlp(Bounds.Softmax<T>(host.Accuracy, host.Length, exact[i]), host, what, i, actual[i], exact[i]);
    }
}
