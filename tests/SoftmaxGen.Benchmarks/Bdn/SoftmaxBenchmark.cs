using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Bdn;

/// <summary>Softmax of one row of floats, against the managed peers.</summary>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Default4))]
[GenericTypeArguments(typeof(Default10))]
[GenericTypeArguments(typeof(Default64))]
[GenericTypeArguments(typeof(Default1000))]
public class SoftmaxBenchmark<THost>
    where THost : struct, IEmitted<float>
{
    private readonly float[] x = Inputs.Row<float>(AllHosts.LengthOf<THost>());
    private readonly float[] destination = new float[AllHosts.LengthOf<THost>()];

    [Benchmark(Baseline = true)]
    public void Emitted() => THost.Softmax(x, destination);

    [Benchmark]
    public void TensorPrimitivesSoftMax() => TensorPrimitives.SoftMax(x, destination);

    [Benchmark]
    public void TensorPrimitivesStable() => TensorWork.StableSoftmax<float>(x, destination);

    [Benchmark]
    public void ScalarLoop() => ScalarWork.StableSoftmax<float>(x, destination);
}
