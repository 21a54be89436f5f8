using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Accuracy;

public class SingleSoftmaxAccuracyTests : SoftmaxAccuracyTests<float>;

public class DoubleSoftmaxAccuracyTests : SoftmaxAccuracyTests<double>;

/// <summary>Softmax in all its forms against the exact values, for every length.</summary>
public abstract class SoftmaxAccuracyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void Softmax_is_within_its_bound(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            var actual = new T[length];
            foreach (Row<T> row in Row<T>.Of(distribution, length))
            {
                host.Softmax(row.X, actual);
                for (int i = 0; i < length; i++)
                    worst.AddUlp(Bounds.Softmax<T>(accuracy, length, row.Softmax[i]), host, row, i, actual[i], row.Softmax[i]);
            }
        }

        worst.AssertWithinBounds();
    }

    [Theory, CombinatorialCases]
    public void SoftmaxRows_is_within_the_bound_of_Softmax(SoftmaxAccuracy accuracy, Distribution distribution)
    {
        var worst = new Worst();
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            Row<T>[] rows = Row<T>.Of(distribution, length);
            var actual = new T[rows.Length * length];
            host.SoftmaxRows(rows.SelectMany(row => row.X).ToArray(), actual);
            for (int i = 0; i < actual.Length; i++)
            {
                Row<T> row = rows[i / length];
                BigFloat exact = row.Softmax[i % length];
                worst.AddUlp(Bounds.Softmax<T>(accuracy, length, exact), host, row, i % length, actual[i], exact);
            }
        }

        worst.AssertWithinBounds();
    }
}
