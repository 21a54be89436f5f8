using System.Globalization;
using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Benchmarks.Accuracy;

/// <summary>
/// The experiment of P. Blanchard, D. J. Higham and N. J. Higham, "Accurately computing the log-sum-exp and softmax functions",
/// IMA J. Numer. Anal. 41 (2021), on its own data, in single precision: the error of each row, in unit roundoffs, beside the bound for the shifted algorithm.
/// </summary>
internal sealed class PaperExperiment(PeerList peers)
{
    private const int N = 10;
    private const int FirstLogit = 2;

    private static readonly double UnitRoundoff = Math.ScaleB(1, -24);
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data", "mnist-logits.csv");

    public IEnumerable<PaperRow> Run()
    {
        Buffers<float> buffers = new(N, rows: 1, secondLength: 0, resultLength: N);
        (string, Batch<float>)[] softmaxes = [.. Implementations(Member.Softmax)], logarithms = [.. Implementations(Member.LogSumExp)];
        foreach (float[] x in File.ReadLines(Data).Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).Select(Logits))
        {
            x.CopyTo(buffers.X);
            SoftmaxReference reference = SoftmaxReference.Of<float>(x);
            BigFloat[] softmax = reference.Softmax();
            double range = (double)x.Max() - x.Min(), log = Rounding.ToDouble(reference.LogSumExp);
            // Theorems 4.3 and 4.2 of the paper, leading terms.
            double softmaxBound = N + 2 + (2 * range), logBound = Math.Abs(log + N - x.Min()) / Math.Abs(log);
            foreach ((string name, Batch<float> batch) in softmaxes)
            {
                batch(buffers, 1);
                yield return new PaperRow(Member.Softmax, name, NormwiseError(buffers.Destination.Span[..N], softmax), softmaxBound);
            }

            foreach ((string name, Batch<float> batch) in logarithms)
            {
                batch(buffers, 1);
                yield return new PaperRow(Member.LogSumExp, name, NormwiseError(buffers.Destination.Span[..1], [reference.LogSumExp]), logBound);
            }
        }
    }

    private IEnumerable<(string, Batch<float>)> Implementations(Member member) =>
        AllHosts.List.OfType<IHost<float>>().Where(host => host.Length == N).Select(host => ($"SoftmaxGen {host.Accuracy}", host.Batch(member)))
            .Concat(peers.For<float>(member, N).Where(peer => peer.Name != OnnxPeer.AllThreads));

    // The largest error over the largest result, as the paper measures it.
    private static double NormwiseError(ReadOnlySpan<float> results, BigFloat[] exact)
    {
        BigFloat largest = exact.Aggregate(BigFloat.Zero, (max, value) => BigFloat.Abs(value) > max ? BigFloat.Abs(value) : max);
        double error = 0;
        for (int i = 0; i < exact.Length; i++)
            error = Math.Max(error, Rounding.ErrorIn(largest, results[i], exact[i]));
        return error / UnitRoundoff;
    }

    private static float[] Logits(string line) =>
        [.. line.Split(',').Skip(FirstLogit).Select(field => float.Parse(field, CultureInfo.InvariantCulture))];
}

/// <summary>The error of one implementation on one row of the data, in unit roundoffs, and the paper's bound for it.</summary>
internal sealed record PaperRow(Member Member, string Implementation, double Error, double Bound);
