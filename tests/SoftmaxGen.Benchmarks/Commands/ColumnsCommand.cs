using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>columns</c>: SoftmaxColumns beside TensorPrimitives over tiles of columns, and beside SoftmaxRows of as many rows.</summary>
internal static class ColumnsCommand
{
    private const int TileColumns = 512;

    private static readonly TimeSpan LimitOfCase = TimeSpan.FromSeconds(3);

    private delegate void Columns(ReadOnlySpan<float> x, int columns, Span<float> destination);

    private delegate void Rows(ReadOnlySpan<float> x, Span<float> destination);

    public static Command Create()
    {
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the table." };
        Command command = new("columns", "Times SoftmaxColumns beside TensorPrimitives over tiles of 512 columns, and beside SoftmaxRows, on one thread in turn.") { @out };
        command.SetAction(result =>
        {
            MarkdownTable table = new(0, ["N × columns", "SoftmaxColumns", "TensorPrimitives", "SoftmaxRows", "ratio to TensorPrimitives", "ratio to SoftmaxRows"]);
            Add(table, 4, 33_600, Columns4.SoftmaxColumns, Columns4.SoftmaxRows);
            Add(table, 8, 8_400, Columns8.SoftmaxColumns, Columns8.SoftmaxRows);
            Add(table, 16, 33_600, Columns16.SoftmaxColumns, Columns16.SoftmaxRows);
            Add(table, 21, 512 * 512, Columns21.SoftmaxColumns, Columns21.SoftmaxRows);
            Add(table, 100, 4_096, Columns100.SoftmaxColumns, Columns100.SoftmaxRows);
            Add(table, 1000, 1_000, Columns1000.SoftmaxColumns, Columns1000.SoftmaxRows);
            Report report = new();
            report.Add("columns", "SoftmaxColumns of float, milliseconds for a matrix and times as fast as", table);
            report.Publish(result.GetValue(@out));
        });
        return command;
    }

    private static void Add(MarkdownTable table, int length, int columns, Columns ours, Rows rows)
    {
        float[] x = new float[length * columns], destination = new float[x.Length];
        Random random = new(length);
        for (int i = 0; i < x.Length; i++)
            x[i] = 10 * random.NextSingle();
        Action[] contenders =
        [
            () => ours(x, columns, destination),
            () => OfTensorPrimitives(x, columns, destination, length),
            () => rows(x, destination),
        ];
        double[] times = Measure(contenders);
        table.Add([$"{length} × {columns:N0}", .. times.Select(Number), .. times.Skip(1).Select(time => Number(time / times[0]))]);
    }

    // In turn, and the median of each.
    private static double[] Measure(Action[] contenders)
    {
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 10 || Stopwatch.GetElapsedTime(start) < LimitOfCase; round++)
        {
            for (int k = 0; k < contenders.Length; k++)
            {
                long from = Stopwatch.GetTimestamp();
                contenders[k]();
                if (round >= 3)
                    times[k].Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }

        return [.. times.Select(some => some.Order().ElementAt(some.Count / 2))];
    }

    // What one writes without: the stable softmax, a row of the tile at a time.
    private static void OfTensorPrimitives(ReadOnlySpan<float> x, int columns, Span<float> destination, int length)
    {
        Span<float> max = stackalloc float[TileColumns], sum = stackalloc float[TileColumns];
        for (int first = 0; first < columns; first += TileColumns)
        {
            int count = Math.Min(TileColumns, columns - first);
            Span<float> top = max[..count], total = sum[..count];
            x.Slice(first, count).CopyTo(top);
            for (int i = 1; i < length; i++)
                TensorPrimitives.Max(top, x.Slice((i * columns) + first, count), top);
            total.Clear();
            for (int i = 0; i < length; i++)
            {
                Span<float> terms = destination.Slice((i * columns) + first, count);
                TensorPrimitives.Subtract(x.Slice((i * columns) + first, count), top, terms);
                TensorPrimitives.Exp(terms, terms);
                TensorPrimitives.Add(total, terms, total);
            }

            for (int i = 0; i < length; i++)
            {
                Span<float> terms = destination.Slice((i * columns) + first, count);
                TensorPrimitives.Divide(terms, total, terms);
            }
        }
    }

    private static string Number(double value) => value.ToString(value < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);
}
