using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using SoftmaxGen;

namespace DigitClassifier.Shift;

/// <summary>[0, 1, 2, 3] and [1000, 1001, 1002, 1003] have the same softmax; not every way to compute it finds it.</summary>
internal static class ShiftedExample
{
    public static readonly double[] Small = [0, 1, 2, 3];

    public static readonly double[] Large = [1000, 1001, 1002, 1003];

    /// <summary>The ways, each with its results for the small and the large example.</summary>
    public static IEnumerable<(string Name, double[] Small, double[] Large)> Results =>
    [
        Row("exp(x) / sum(exp(x))", (x, p) => NaiveSoftmax.Compute(x, p)),
        Row("TensorPrimitives.SoftMax", TensorSoftMax),
        Row("[Softmax(4)], generated", FourClasses.Softmax),
    ];

    private delegate void Function(ReadOnlySpan<double> x, Span<double> destination);

    [SuppressMessage("SoftmaxGen.Stability", "SMX1002:TensorPrimitives.SoftMax is not shifted", Justification = "Its result for large logits is what this program shows.")]
    private static void TensorSoftMax(ReadOnlySpan<double> x, Span<double> destination) => TensorPrimitives.SoftMax(x, destination);

    private static (string Name, double[] Small, double[] Large) Row(string name, Function function) =>
        (name, Apply(function, Small), Apply(function, Large));

    private static double[] Apply(Function function, double[] x)
    {
        double[] p = new double[x.Length];
        function(x, p);
        return p;
    }
}

/// <summary>The generated softmax of the example.</summary>
[Softmax(4, ElementTypes = SoftmaxElementTypes.Double)]
internal static partial class FourClasses;
