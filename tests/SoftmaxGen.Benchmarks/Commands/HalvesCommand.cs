using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>halves</c>: the softmax of rows of 16 bits beside what one would write: two conversions, and a softmax of floats between them.</summary>
internal static class HalvesCommand
{
    private const int ElementsOfRound = 65_536;

    private static readonly TimeSpan LimitOfCase = TimeSpan.FromSeconds(2);

    private delegate void Halves(ReadOnlySpan<Half> x, Span<Half> destination);

    private delegate void Singles(ReadOnlySpan<float> x, Span<float> destination);

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("halves", "Times Softmax and SoftmaxRows of Half beside conversions of TensorPrimitives around the members for float, and around a stable softmax of TensorPrimitives, on one thread in turn.") { @out };
        command.SetAction(result =>
        {
            MarkdownTable table = new(1, ["member", "N", "ns per row", "conversions and float", "conversions and TensorPrimitives", "SoftMax<Half>", "times as fast as conversions and float", "as conversions and TensorPrimitives"]);
            foreach ((int length, Halves one, Singles single, Halves rows, Singles singleRows) in (IEnumerable<(int, Halves, Singles, Halves, Singles)>)
            [
                (10, Halves10.Softmax, Halves10.Softmax, Halves10.SoftmaxRows, Halves10.SoftmaxRows),
                (16, Halves16.Softmax, Halves16.Softmax, Halves16.SoftmaxRows, Halves16.SoftmaxRows),
                (100, Halves100.Softmax, Halves100.Softmax, Halves100.SoftmaxRows, Halves100.SoftmaxRows),
                (1000, Halves1000.Softmax, Halves1000.Softmax, Halves1000.SoftmaxRows, Halves1000.SoftmaxRows),
                (4096, Halves4096.Softmax, Halves4096.Softmax, Halves4096.SoftmaxRows, Halves4096.SoftmaxRows),
                (50257, Halves50257.Softmax, Halves50257.Softmax, Halves50257.SoftmaxRows, Halves50257.SoftmaxRows),
            ])
            {
                table.Add(["Softmax", $"{length}", .. Measure(length, rows: 1, one, single)]);
                table.Add(["SoftmaxRows", $"{length}", .. Measure(length, Math.Max(ElementsOfRound / length, 2), rows, singleRows)]);
            }

            Report report = new();
            report.Add("halves", "Softmax of Half, nanoseconds for a row", table);
            report.Publish(result.GetValue(@out));
        });
        return command;
    }

    private static IEnumerable<string> Measure(int length, int rows, Halves ours, Singles single)
    {
        Half[] x = new Half[length * rows], destination = new Half[x.Length];
        float[] memory = new float[x.Length];
        Random random = new(length);
        for (int i = 0; i < x.Length; i++)
            x[i] = (Half)(10 * random.NextSingle());
        double[] times = Times(
            Math.Max(ElementsOfRound / x.Length, 1),
            [
                () => ours(x, destination),
                () =>
                {
                    TensorPrimitives.ConvertToSingle(x, memory);
                    single(memory, memory);
                    TensorPrimitives.ConvertToHalf(memory, destination);
                },
                () =>
                {
                    TensorPrimitives.ConvertToSingle(x, memory);
                    for (int first = 0; first < memory.Length; first += length)
                        StableSoftmax(memory.AsSpan(first, length));
                    TensorPrimitives.ConvertToHalf(memory, destination);
                },
                () =>
                {
                    for (int first = 0; first < x.Length; first += length)
                        TensorPrimitives.SoftMax<Half>(x.AsSpan(first, length), destination.AsSpan(first, length));
                },
            ]);
        double[] perRow = [.. times.Select(time => time / rows)];
        return [.. perRow.Select(Number), Number(perRow[1] / perRow[0]), Number(perRow[2] / perRow[0])];
    }

    private static void StableSoftmax(Span<float> row)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
        TensorPrimitives.Exp(row, row);
        TensorPrimitives.Divide(row, TensorPrimitives.Sum<float>(row), row);
    }

    // In turn; the least of each, which what else runs on the machine does not change.
    private static double[] Times(int calls, Action[] contenders)
    {
        double[] least = [.. contenders.Select(_ => double.MaxValue)];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 20 || Stopwatch.GetElapsedTime(start) < LimitOfCase; round++)
        {
            for (int k = 0; k < contenders.Length; k++)
            {
                long from = Stopwatch.GetTimestamp();
                for (int call = 0; call < calls; call++)
                    contenders[k]();
                least[k] = Math.Min(least[k], Stopwatch.GetElapsedTime(from).TotalNanoseconds / calls);
            }
        }

        return least;
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
