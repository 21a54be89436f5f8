using System.Numerics;

namespace SoftmaxGen.PathProbe;

/// <summary>The hashes of the results for one element type.</summary>
internal sealed class Results<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Enough for one group of rows that are handled together, at any width, and a remainder.
    private const int Rows = 19;

    // Narrow, and with masks: products that are 0 have a sign.
    private static readonly int[] RowsOfJacobians = [0, 7];

    private static readonly int[] Labels = new int[Rows];

    private readonly Hash softmax = new(), logSoftmax = new(), logSumExp = new(), gradient = new(), jacobian = new();

    public void Run<THost>(int length)
        where THost : IEmitted<T>
    {
        T[] x = Inputs.Rows<T>(length, Rows), one = new T[length], many = new T[length * Rows];

        THost.SoftmaxRows(x, many);
        softmax.Add<T>(many);
        THost.LogSoftmaxRows(x, many);
        logSoftmax.Add<T>(many);
        THost.CrossEntropyGradientRows(x, Labels, many);
        gradient.Add<T>(many);

        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<T> logits = x.AsSpan(row * length, length);
            int label = row % length;

            THost.LogSoftmax(logits, one);
            logSoftmax.Add<T>(one);
            logSumExp.Add<T>([THost.LogSumExp(logits), THost.CrossEntropy(logits, label)]);
            THost.CrossEntropyGradient(logits, label, one);
            gradient.Add<T>(one);
            THost.Softmax(logits, T.CreateChecked(0.75), one);
            softmax.Add<T>(one);
            THost.Softmax(logits, one);
            softmax.Add<T>(one);

            T[] p = [.. one];
            THost.VectorJacobianProduct(p, logits, one);
            jacobian.Add<T>(one);
            THost.JacobianVectorProduct(p, logits, one);
            jacobian.Add<T>(one);
        }
    }

    public void RunWithJacobian<THost>(int length)
        where THost : IEmitted<T>, IEmittedJacobian<T>
    {
        Run<THost>(length);

        T[] x = Inputs.Rows<T>(length, Rows), matrix = new T[length * length];
        foreach (int row in RowsOfJacobians)
        {
            THost.Jacobian(x.AsSpan(row * length, length), matrix);
            jacobian.Add<T>(matrix);
            THost.JacobianFromSoftmax(matrix.AsSpan(0, length), matrix);
            jacobian.Add<T>(matrix);
        }
    }

    public void Print(string accuracy)
    {
        foreach ((string group, Hash hash) in new[] { ("Softmax", softmax), ("LogSoftmax", logSoftmax), ("LogSumExp", logSumExp), ("Gradient", gradient), ("Jacobian", jacobian) })
            Console.WriteLine($"{accuracy} {typeof(T).Name} {group} {hash.Value:x16}");
    }
}
