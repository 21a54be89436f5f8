using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Benchmarks.Accuracy;

/// <summary>The largest errors of all implementations on the same random rows, against the reference.</summary>
internal sealed class ErrorStudy<T>(PeerList peers, OtherTensors? tensors, string type, IProgress<string> progress)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Elements = 8192;
    private const int MostRows = 1000;
    private const int Seed = 41;

    private static readonly Member[] Members = [Member.Softmax, Member.LogSoftmax, Member.LogSumExp];

    public IEnumerable<ErrorOfMember> Measure(IReadOnlyList<int> lengths)
    {
        foreach (int n in lengths)
        {
            foreach (InputKind inputs in InputKind.General.Append(InputKind.Dominated))
            {
                progress.Report($"{type}, N={n}, {inputs.Name}");
                foreach (ErrorOfMember error in Measure(n, inputs))
                    yield return error;
            }
        }
    }

    private IEnumerable<ErrorOfMember> Measure(int n, InputKind inputs)
    {
        Random random = new(Seed + n);
        Buffers<T> buffers = new(n, rows: 1, secondLength: 0, resultLength: n);
        (Member Member, string Name, Batch<T> Batch)[] implementations = [.. Members.SelectMany(member => Implementations(member, n))];
        double[] largest = new double[implementations.Length];
        int rows = Math.Clamp(Elements / n, 2, MostRows);
        for (int row = 0; row < rows; row++)
        {
            Span<T> x = buffers.X.Span;
            for (int i = 0; i < n; i++)
                x[i] = T.CreateTruncating(inputs.Element(random, i));
            SoftmaxReference reference = SoftmaxReference.Of<T>(x);
            Dictionary<Member, BigFloat[]> exact = Members.ToDictionary(member => member, member => Exact(reference, member));
            for (int k = 0; k < implementations.Length; k++)
            {
                implementations[k].Batch(buffers, 1);
                largest[k] = Math.Max(largest[k], Largest(buffers.Destination.Span, exact[implementations[k].Member]));
            }
        }

        return implementations.Select((it, k) => new ErrorOfMember(it.Member, type, it.Name, inputs.Name, n, rows, largest[k]));
    }

    private IEnumerable<(Member, string, Batch<T>)> Implementations(Member member, int n) =>
        AllHosts.List.OfType<IHost<T>>()
            .Where(host => host.Length == n)
            .Select(host => ($"SoftmaxGen {host.Accuracy}", host.Batch(member)))
            // The number of threads changes times alone.
            .Concat(peers.For<T>(member, n).Where(peer => peer.Name != OnnxPeer.AllThreads))
            .Concat(tensors?.For<T>(member) ?? [])
            .Select(named => (member, named.Item1, named.Item2));

    private static BigFloat[] Exact(SoftmaxReference reference, Member member) => member switch
    {
        Member.Softmax => reference.Softmax(),
        Member.LogSoftmax => reference.LogSoftmax(),
        Member.LogSumExp => [reference.LogSumExp],
        _ => throw new ArgumentOutOfRangeException(nameof(member)),
    };

    private static double Largest(ReadOnlySpan<T> results, BigFloat[] exact)
    {
        double largest = 0;
        for (int i = 0; i < exact.Length; i++)
            largest = Math.Max(largest, Rounding.UlpError(results[i], exact[i]));
        return largest;
    }
}
