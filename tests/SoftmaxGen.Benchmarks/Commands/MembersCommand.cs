using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Output;
using SoftmaxGen.Benchmarks.Peers;
using SoftmaxGen.Benchmarks.Peers.Onnx;

namespace SoftmaxGen.Benchmarks.Commands;

/// <summary><c>members</c>: those that a type has to ask for beside Softmax of the same length and TensorPrimitives, and the loss of a batch with its gradient beside ONNX Runtime, too.</summary>
internal static class MembersCommand
{
    private const int Rows = 1000;
    private const long NanosecondsOfSample = 100_000;

    public static Command Create()
    {
        Option<int[]> lengths = new("--length") { Description = "The lengths of rows: 10, 100, 1000.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [10, 100, 1000] };
        Option<double> seconds = new("--seconds") { Description = "The time for each line.", DefaultValueFactory = _ => 0.5 };
        Option<string?> member = new("--member") { Description = "Only members whose name has this in it." };
        Option<DirectoryInfo?> @out = new("--out") { Description = "A folder for the tables." };
        Command command = new("members", "Times the members that a type has to ask for, Softmax, TensorPrimitives and ONNX Runtime on one thread in turn.") { lengths, seconds, member, @out };
        command.SetAction(result =>
        {
            using ProgressLine progress = new();
            OnnxPeer? onnx = OnnxPeer.TryCreate(progress);
            Selection selection = new(TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(member), onnx, progress);
            MarkdownTable single = new(2, ["member", "type", "N", "ns", "of Softmax", "times as fast as TensorPrimitives"]);
            MarkdownTable batch = new(1, ["type", "N", "ns a row", "of SoftmaxRows", "times as fast as TensorPrimitives", "times as fast as ONNX Runtime, without gradient"]);
            foreach (int n in result.GetValue(lengths)!)
            {
                switch (n)
                {
                    case 10:
                        Measure<Members10>(selection, n, single, batch);
                        break;
                    case 100:
                        Measure<Members100>(selection, n, single, batch);
                        break;
                    default:
                        Measure<Members1000>(selection, 1000, single, batch);
                        break;
                }
            }

            Report report = new();
            report.Add("members", "Members that a type has to ask for, one row", single);
            report.Add("lossrows", $"CrossEntropyWithGradientRows, {Rows:N0} rows", batch);
            report.Publish(result.GetValue(@out));
        });
        return command;
    }

    private static void Measure<THost>(Selection selection, int n, MarkdownTable single, MarkdownTable batch)
        where THost : struct, IMembers<float>, IMembers<double>
    {
        Measure<THost, float>("float", selection, n, single, batch);
        Measure<THost, double>("double", selection, n, single, batch);
    }

    private static void Measure<THost, T>(string type, Selection selection, int n, MarkdownTable single, MarkdownTable batch)
        where THost : struct, IMembers<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(n);
        T[] x = [.. Enumerable.Range(0, n).Select(_ => T.CreateChecked(10 * random.NextDouble()))], y = [.. Enumerable.Range(0, n).Select(_ => T.CreateChecked(10 * random.NextDouble()))];
        T[] p = new T[n], q = new T[n], destination = new T[n], buffer = new T[n];
        THost.Softmax(x, p);
        THost.Softmax(y, q);
        T[] uniforms = [.. Enumerable.Range(0, 1 + n).Select(_ => T.CreateChecked(random.NextDouble()))];
        int[] indices = new int[n];
        T temperature = T.CreateChecked(0.7), sink = T.Zero;
        int label = n / 2, drawn = 0, turn = 0;
        Action softmax = () => THost.Softmax(x, destination);

        void Line(string name, Action ours, Action composed)
        {
            if (selection.Member is not null && !name.Contains(selection.Member, StringComparison.OrdinalIgnoreCase))
                return;
            selection.Progress.Report($"{name} {type} {n}");
            double[] times = Median([ours, softmax, composed], selection.Limit);
            single.Add([name, type, $"{n}", Number(times[0]), Number(times[0] / times[1]), Number(times[2] / times[0])]);
        }

        T LogSum(ReadOnlySpan<T> row, out T max) => TensorWork.ShiftedLogSumExp(row, buffer, out max);
        Line("`CrossEntropy` of a target", () => sink += THost.CrossEntropy(x, q), () =>
        {
            T log = LogSum(x, out T max);
            sink += TensorPrimitives.Sum<T>(q) * (log + max) - TensorPrimitives.Dot<T>(q, x);
        });
        Line("`CrossEntropyGradient` of a target", () => THost.CrossEntropyGradient(x, q, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            TensorPrimitives.Subtract(destination, q, destination);
        });
        Line("`LogSoftmax` with a temperature", () => THost.LogSoftmax(x, temperature, destination), () =>
        {
            TensorPrimitives.Divide(x, temperature, destination);
            T log = LogSum(destination, out T max);
            TensorPrimitives.Subtract(destination, max + log, destination);
        });
        Line("`CrossEntropy` with a temperature", () => sink += THost.CrossEntropy(x, temperature, label), () =>
        {
            TensorPrimitives.Divide(x, temperature, destination);
            T log = LogSum(destination, out T max);
            sink += max + log - destination[label];
        });
        Line("`CrossEntropyGradient` with a temperature", () => THost.CrossEntropyGradient(x, temperature, label, destination), () =>
        {
            TensorPrimitives.Divide(x, temperature, destination);
            TensorWork.StableSoftmax<T>(destination, destination);
            destination[label] -= T.One;
            TensorPrimitives.Divide(destination, temperature, destination);
        });
        Line("`CrossEntropyTemperatureDerivative`", () => sink += THost.CrossEntropyTemperatureDerivative(x, temperature, label), () =>
        {
            TensorPrimitives.Divide(x, temperature, destination);
            TensorWork.StableSoftmax<T>(destination, destination);
            sink += (x[label] - TensorPrimitives.Dot<T>(destination, x)) / (temperature * temperature);
        });
        Line("`Entropy`", () => sink += THost.Entropy(x), () =>
        {
            T log = LogSum(x, out T max);
            T total = TensorPrimitives.Sum<T>(buffer);
            sink += log + max - (TensorPrimitives.Dot<T>(buffer, x) / total);
        });
        Line("`EntropyGradient`", () => THost.EntropyGradient(x, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            TensorPrimitives.Subtract(TensorPrimitives.Dot<T>(destination, x), x, buffer);
            TensorPrimitives.Multiply(destination, buffer, destination);
        });
        Line("`LogProbability`", () => sink += THost.LogProbability(x, label), () =>
        {
            T log = LogSum(x, out T max);
            sink += x[label] - (max + log);
        });
        Line("`LogProbabilityGradient`", () => THost.LogProbabilityGradient(x, label, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            TensorPrimitives.Negate(destination, destination);
            destination[label] += T.One;
        });
        Action divergence = () =>
        {
            T logX = LogSum(x, out T maxX) + maxX, total = TensorPrimitives.Sum<T>(buffer), meanX = TensorPrimitives.Dot<T>(buffer, x) / total, meanY = TensorPrimitives.Dot<T>(buffer, y) / total;
            sink += meanX - meanY - (logX - (LogSum(y, out T maxY) + maxY));
        };
        Line("`KullbackLeibler`", () => sink += THost.KullbackLeibler(x, y), divergence);
        Line("`KullbackLeiblerGradientByX`", () => THost.KullbackLeiblerGradientByX(x, y, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            TensorPrimitives.Subtract(x, y, buffer);
            TensorPrimitives.Subtract(buffer, TensorPrimitives.Dot<T>(destination, buffer), buffer);
            TensorPrimitives.Multiply(destination, buffer, destination);
        });
        Line("`KullbackLeiblerGradientByY`", () => THost.KullbackLeiblerGradientByY(x, y, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, buffer);
            TensorWork.StableSoftmax<T>(y, destination);
            TensorPrimitives.Subtract(destination, buffer, destination);
        });
        Line("`LogSoftmaxVectorJacobianProduct`", () => THost.LogSoftmaxVectorJacobianProduct(p, y, destination), () =>
        {
            TensorPrimitives.Multiply(p, TensorPrimitives.Sum<T>(y), destination);
            TensorPrimitives.Subtract(y, destination, destination);
        });
        Line("`LogSumExpHessianVectorProduct`", () => THost.LogSumExpHessianVectorProduct(x, y, destination), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            TensorPrimitives.Subtract(y, TensorPrimitives.Dot<T>(destination, y), buffer);
            TensorPrimitives.Multiply(destination, buffer, destination);
        });
        Line("`ArgMax`", () => drawn += THost.ArgMax(x, out _, out _), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            drawn += TensorPrimitives.IndexOfMax<T>(destination);
        });
        Line("`TopK`, k = 5", () => THost.TopK(x, 5, destination, indices), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            for (int i = 0; i < n; i++)
                indices[i] = i;
            destination.AsSpan().Sort(indices.AsSpan());
        });
        Line("`Sample`", () => drawn += THost.Sample(x, uniforms[turn++ % uniforms.Length]), () =>
        {
            TensorWork.StableSoftmax<T>(x, destination);
            T u = uniforms[turn++ % uniforms.Length], sum = T.Zero;
            int i = 0;
            while (i < n - 1 && (sum += destination[i]) <= u)
                i++;
            drawn += i;
        });
        Action noise = () =>
        {
            TensorPrimitives.Log<T>(uniforms.AsSpan(0, n), buffer);
            TensorPrimitives.Negate(buffer, buffer);
            TensorPrimitives.Log<T>(buffer, buffer);
            TensorPrimitives.Subtract(x, buffer, buffer);
        };
        Line("`GumbelMax`", () => drawn += THost.GumbelMax(x, uniforms.AsSpan(0, n)), () =>
        {
            noise();
            drawn += TensorPrimitives.IndexOfMax<T>(buffer);
        });
        Line("`GumbelSoftmax`", () => THost.GumbelSoftmax(x, temperature, uniforms.AsSpan(0, n), destination), () =>
        {
            noise();
            TensorPrimitives.Divide(buffer, temperature, destination);
            TensorWork.StableSoftmax<T>(destination, destination);
        });
        GC.KeepAlive((sink, drawn));
        if (selection.Member is null || "CrossEntropyWithGradientRows".Contains(selection.Member, StringComparison.OrdinalIgnoreCase))
            MeasureBatch<THost, T>(type, selection, n, batch);
    }

    private static void MeasureBatch<THost, T>(string type, Selection selection, int n, MarkdownTable table)
        where THost : struct, IMembers<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        selection.Progress.Report($"CrossEntropyWithGradientRows {type} {n}");
        Random random = new(n);
        T[] x = [.. Enumerable.Range(0, Rows * n).Select(_ => T.CreateChecked(10 * random.NextDouble()))], destination = new T[x.Length];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(n))];
        T sink = T.Zero, expected = THost.CrossEntropyWithGradientRows(x, labels, destination, -100);
        List<Action> contenders =
        [
            () => sink += THost.CrossEntropyWithGradientRows(x, labels, destination, -100),
            () => THost.SoftmaxRows(x, destination),
            () => sink += Composed(x, labels, destination, n),
        ];
        if (selection.Onnx?.Loss(x, [.. labels.Select(static label => (long)label)], n, double.CreateChecked(expected)) is { } loss)
            contenders.Add(loss);
        double[] times = Median([.. contenders], selection.Limit);
        string onnx = times.Length > 3 ? Number(times[3] / times[0]) : "";
        table.Add([type, $"{n}", Number(times[0] / Rows), Number(times[0] / times[1]), Number(times[2] / times[0]), onnx]);
        GC.KeepAlive(sink);
    }

    private static T Composed<T>(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T loss = T.Zero, weight = T.One / T.CreateChecked(labels.Length);
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<T> logits = x.Slice(row * n, n);
            Span<T> gradient = destination.Slice(row * n, n);
            T max = TensorPrimitives.Max(logits);
            TensorPrimitives.Subtract(logits, max, gradient);
            TensorPrimitives.Exp(gradient, gradient);
            T sum = TensorPrimitives.Sum<T>(gradient);
            loss += T.Log(sum) - (logits[labels[row]] - max);
            TensorPrimitives.Multiply(gradient, weight / sum, gradient);
            gradient[labels[row]] -= weight;
        }

        return loss * weight;
    }

    // Nanoseconds of a call, in turn, and the median of each.
    private static double[] Median(Action[] contenders, TimeSpan limit)
    {
        int[] calls = [.. contenders.Select(Calls)];
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 9 || Stopwatch.GetElapsedTime(start) < limit; round++)
        {
            for (int k = 0; k < contenders.Length; k++)
                times[k].Add(Time(contenders[k], calls[k]));
        }

        return [.. times.Select(some => some.Order().ElementAt(some.Count / 2))];
    }

    // So many calls that a clock sees them, after enough for the compiler to be done: it waits until nothing new has been compiled for 100 ms.
    private static int Calls(Action contender)
    {
        int calls = 1;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(300);)
        {
            double time = Time(contender, calls);
            calls = Math.Clamp((int)(NanosecondsOfSample / time), 1, 1_000_000);
        }

        return calls;
    }

    private static double Time(Action contender, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
            contender();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static string Number(double value) => value.ToString(value < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private sealed record Selection(TimeSpan Limit, string? Member, OnnxPeer? Onnx, ProgressLine Progress);
}
