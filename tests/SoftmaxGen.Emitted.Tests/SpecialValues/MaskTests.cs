using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.SpecialValues;

public class SingleMaskTests : MaskTests<float>;

public class DoubleMaskTests : MaskTests<double>;

/// <summary>
/// A negative infinity beside finite logits masks its element: its probability is exactly 0 and the others are those of the row without it.
/// </summary>
public abstract class MaskTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Which elements stay.</summary>
    public enum Mask
    {
        AllButTheFirst,
        AllButTheLast,
        AllButTheLargest,
        EverySecond,
        FirstHalf,
        OnlyTheFirst,
        OnlyTheLast,
    }

    [Theory, CombinatorialCases]
    public void Masked_elements_are_exactly_zero_and_the_others_as_if_they_were_alone(SoftmaxAccuracy accuracy, Mask mask)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy).Where(n => n > 1))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = Distribution.Normal5.Sample<T>(length, seed: length);
            Apply(mask, x);
            CheckRow(worst, host, mask, x);
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void Masked_elements_add_nothing_at_all(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = new T[length], result = new T[length];
            Array.Fill(x, T.NegativeInfinity);
            x[length / 2] = T.Zero;
            Assert.Equal(T.Zero, host.LogSumExp(x));
            Assert.Equal(T.Zero, host.CrossEntropy(x, length / 2));
            host.LogSoftmax(x, result);
            Assert.Equal(T.Zero, result[length / 2]);
            host.Softmax(x, result);
            Assert.Equal(T.One, result[length / 2]);
            host.CrossEntropyGradient(x, length / 2, result);
            Assert.All(result, value => Assert.Equal(T.Zero, value));
        }
    }

    private static void CheckRow(Worst worst, EmittedHost<T> host, Mask mask, T[] x)
    {
        int[] kept = [.. Enumerable.Range(0, x.Length).Where(i => T.IsFinite(x[i]))];
        int[] masked = [.. Enumerable.Range(0, x.Length).Except(kept)];
        SoftmaxReference reference = SoftmaxReference.Of<T>(Array.ConvertAll(kept, i => x[i]));
        BigFloat[] exact = reference.Softmax(), exactLog = reference.LogSoftmax();

        T[] softmax = new T[x.Length], logSoftmax = new T[x.Length], gradient = new T[x.Length];
        host.Softmax(x, softmax);
        host.LogSoftmax(x, logSoftmax);
        host.CrossEntropyGradient(x, kept[0], gradient);
        foreach (int i in masked)
        {
            Assert.True(softmax[i] == T.Zero && T.IsPositive(softmax[i]), $"{host}, {mask}: Softmax {softmax[i]} at {i}");
            Assert.True(gradient[i] == T.Zero, $"{host}, {mask}: CrossEntropyGradient {gradient[i]} at {i}");
            Assert.Equal(T.NegativeInfinity, logSoftmax[i]);
            Assert.Equal(T.PositiveInfinity, host.CrossEntropy(x, i));
        }

        double bound = Bounds.Softmax<T>(host.Accuracy, host.Length);
        for (int k = 0; k < kept.Length; k++)
        {
            worst.AddUlp(bound, host, mask, kept[k], softmax[kept[k]], exact[k]);
            worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, mask, kept[k], logSoftmax[kept[k]], exactLog[k]);
        }

        worst.AddUlp(Bounds.Logarithm<T>(host.Accuracy, host.Length), host, mask, 0, host.LogSumExp(x), reference.LogSumExp);

        // With a masked label the loss is infinite, and its gradient pulls that element with -1.
        host.CrossEntropyGradient(x, masked[0], gradient);
        worst.AddUlp(bound, host, mask, masked[0], gradient[masked[0]], -1);
        for (int k = 0; k < kept.Length; k++)
            worst.AddUlp(bound, host, mask, kept[k], gradient[kept[k]], exact[k]);

        if (host.HasJacobian)
        {
            var jacobian = new T[x.Length * x.Length];
            host.Jacobian(x, jacobian);
            foreach (int i in masked)
            {
                for (int j = 0; j < x.Length; j++)
                    Assert.True(jacobian[(i * x.Length) + j] == T.Zero && jacobian[(j * x.Length) + i] == T.Zero, $"{host}, {mask}: Jacobian at {i}, {j}");
            }
        }
    }

    private static void Apply(Mask mask, T[] x)
    {
        int largest = Array.IndexOf(x, x.Max());
        for (int i = 0; i < x.Length; i++)
        {
            bool stays = mask switch
            {
                Mask.AllButTheFirst => i != 0,
                Mask.AllButTheLast => i != x.Length - 1,
                Mask.AllButTheLargest => i != largest,
                Mask.EverySecond => i % 2 == 1,
                Mask.FirstHalf => i < (x.Length + 1) / 2,
                Mask.OnlyTheFirst => i == 0,
                _ => i == x.Length - 1,
            };
            if (!stays)
                x[i] = T.NegativeInfinity;
        }
    }
}
