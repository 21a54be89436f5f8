using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>Puts the emitted method and its peers on the same memory.</summary>
internal sealed class CaseFactory(PeerList peers)
{
    /// <summary>The softmax of the host itself, as what a further step is compared with.</summary>
    public const string OwnSoftmax = "own Softmax";

    private const int ElementsOfRows = 2048;
    private const int ManyRows = 100_000;

    public Case Create(IHost host, Member member) => host switch
    {
        IHost<float> single => Create(single, member, "float"),
        IHost<double> @double => Create(@double, member, "double"),
        _ => throw new ArgumentException("An element type without peers.", nameof(host)),
    };

    private Case Create<T>(IHost<T> host, Member member, string type)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = host.Length;
        int rows = member switch
        {
            Member.Rows => Math.Max(2, ElementsOfRows / n),
            Member.Batch => n > 1000 ? 200 : 1000,
            Member.ManyRows => ManyRows,
            _ => 1,
        };
        bool derivative = member is Member.Vjp or Member.Jacobian;
        Lazy<Buffers<T>> buffers = new(() => Inputs.Fill(new Buffers<T>(n, rows, derivative ? n : 0, member == Member.Jacobian ? n * n : n * rows), derivative));

        List<(string Name, Batch<T> Batch)> others = [.. peers.For<T>(member, n)
            .Where(peer => peer.Name != OnnxPeer.AllThreads || host.Accuracy == SoftmaxAccuracy.Default)];
        if (member is Member.LogSoftmax or Member.LogSumExp or Member.CrossEntropy or Member.Gradient)
            others.Add((OwnSoftmax, host.Batch(Member.Softmax)));
        return new Case(new CaseKey(member, type, host.Accuracy, n), rows, On(("SoftmaxGen", host.Batch(member))), [.. others.Select(On)]);

        Contender On((string Name, Batch<T> Batch) implementation) => new(implementation.Name, calls => implementation.Batch(buffers.Value, calls))
        {
            HasThreads = implementation.Name == OnnxPeer.AllThreads,
        };
    }
}
