using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.SpecialValues;

public class SingleLabelGradientTests : LabelGradientTests<float>;

public class DoubleLabelGradientTests : LabelGradientTests<double>;

/// <summary>The gradient at the label: from -1 to 0, the two ends included, and 0 without a sign.</summary>
public abstract class LabelGradientTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Once 4 ulp off at N = 1000, and 15 at 4097: the sum of the others was rounded more often the longer the row.</summary>
    [Theory, CombinatorialCases]
    public void Equal_logits_are_as_accurate_at_any_length(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var gradient = new T[length];
            foreach (double value in new[] { 0.0, 0.1, -17.3, 5.7 })
            {
                T[] x = new T[length];
                Array.Fill(x, T.CreateChecked(value));
                host.CrossEntropyGradient(x, length / 3, gradient);
                BigFloat exact = -((BigFloat)(length - 1) / length);
                worst.AddUlp(Bounds.For<T>(Quantity.LabelGradient, accuracy, length), host, value, length / 3, gradient[length / 3], exact);
            }
        }

        worst.AssertWithinBounds();
    }

    /// <summary>Once 480 ulp off in rows of 20,000 doubles: equal small terms were added up one by one, and rounded in the same direction each time.</summary>
    [Theory, CombinatorialCases]
    public void Many_small_others_are_as_accurate_at_any_length(SoftmaxAccuracy accuracy)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var gradient = new T[length];
            foreach (double below in new[] { 11.289816, 29.173, 50.71 })
            {
                T[] x = new T[length];
                Array.Fill(x, T.CreateChecked(-below));
                x[length / 3] = T.Zero;
                host.CrossEntropyGradient(x, length / 3, gradient);
                BigFloat others = (length - 1) * Elementary.Exp(double.CreateChecked(x[^1]));
                worst.AddUlp(Bounds.For<T>(Quantity.LabelGradient, accuracy, length), host, below, length / 3, gradient[length / 3], -(others / (BigFloat.One + others)));
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void No_label_has_a_gradient_below_minus_one(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var random = new Random(length);
            T[] x = new T[length], gradient = new T[length];
            for (int repeat = 0; repeat < (length < 200 ? 40 : 5); repeat++)
            {
                for (int i = 0; i < length; i++)
                    x[i] = T.CreateChecked(3 * random.NextDouble());
                int label = random.Next(length);
                x[label] = repeat % 2 == 0 ? T.NegativeInfinity : T.CreateChecked(-40 - (repeat * 20));
                host.CrossEntropyGradient(x, label, gradient);
                Assert.True(gradient[label] >= -T.One && gradient[label] <= T.Zero, $"{host}: {gradient[label]:R}");
                if (repeat % 2 == 0)
                {
                    Assert.True(gradient[label] == -T.One, $"{host}, row {repeat}: {gradient[label]:R}");
                    Assert.Equal(T.PositiveInfinity, host.CrossEntropy(x, label));
                }
            }
        }
    }

    [Theory, CombinatorialCases]
    public void Nothing_left_is_zero_without_a_sign(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], gradient = new T[length];
            Array.Fill(x, T.NegativeInfinity);
            x[length / 2] = T.CreateChecked(0.7);
            host.CrossEntropyGradient(x, length / 2, gradient);
            Assert.All(gradient, value => Assert.True(value == T.Zero && T.IsPositive(value), $"{host}: {value}"));
        }
    }
}
