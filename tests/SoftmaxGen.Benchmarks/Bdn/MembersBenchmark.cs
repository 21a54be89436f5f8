using BenchmarkDotNet.Attributes;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Bdn;

/// <summary>Every emitted member for floats: how they compare with one another, and that none allocates.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Default10))]
[GenericTypeArguments(typeof(Default64))]
public class MembersBenchmark<THost>
    where THost : struct, IEmitted<float>
{
    private const int Rows = 64;

    private static readonly int N = AllHosts.LengthOf<THost>();

    private readonly float[] x = Inputs.Row<float>(N);
    private readonly float[] rows = Inputs.Row<float>(N * Rows);
    private readonly float[] p = new float[N];
    private readonly float[] destination = new float[N * N];
    private readonly float[] probabilities = new float[N * Rows];

    [GlobalSetup]
    public void Prepare() => THost.Softmax(x, p);

    [Benchmark(Baseline = true)]
    public void Softmax() => THost.Softmax(x, destination);

    [Benchmark(OperationsPerInvoke = Rows)]
    public void SoftmaxRows() => THost.SoftmaxRows(rows, probabilities);

    [Benchmark]
    public void LogSoftmax() => THost.LogSoftmax(x, destination);

    [Benchmark]
    public float LogSumExp() => THost.LogSumExp(x);

    [Benchmark]
    public float CrossEntropy() => THost.CrossEntropy(x, 1);

    [Benchmark]
    public void CrossEntropyGradient() => THost.CrossEntropyGradient(x, 1, destination);

    [Benchmark]
    public void VectorJacobianProduct() => THost.VectorJacobianProduct(p, x, destination);

    [Benchmark]
    public void JacobianFromSoftmax() => THost.JacobianFromSoftmax(p, destination);
}
