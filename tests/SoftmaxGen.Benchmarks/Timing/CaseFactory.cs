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
        (int rows, Lazy<Buffers<T>> buffers) = Memory(host, member);

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

    /// <summary>A member from each kind of caller, in units of the first.</summary>
    public static Case CreateCallers(IHost host, Member member) => host switch
    {
        IHost<float> single => CreateCallers(single, member, "float"),
        IHost<double> @double => CreateCallers(@double, member, "double"),
        _ => throw new ArgumentException("An element type without callers.", nameof(host)),
    };

    private static Case CreateCallers<T>(IHost<T> host, Member member, string type)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int rows, Lazy<Buffers<T>> buffers) = Memory(host, member);
        Contender[] callers = [.. host.Callers(member).Select(caller => new Contender(caller.Name, calls => Repeat(caller.Call, buffers.Value, calls)))];
        return new Case(new CaseKey(member, type, host.Accuracy, host.Length), rows, callers[0], callers[1..]);
    }

    private static void Repeat<T>(Call<T> call, Buffers<T> buffers, int calls)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> x = buffers.X.Span, second = buffers.Second.Span;
        Span<T> destination = buffers.Destination.Span;
        for (int i = 0; i < calls; i++)
            call(buffers.RowLength, x, second, destination);
    }

    private static (int Rows, Lazy<Buffers<T>> Buffers) Memory<T>(IHost<T> host, Member member)
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
        return (rows, new Lazy<Buffers<T>>(() => Inputs.Fill(new Buffers<T>(n, rows, derivative ? n : 0, member == Member.Jacobian ? n * n : n * rows), derivative)));
    }
}
