using System.Numerics;
using System.Reflection;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Laws;

public class SingleRandomLengthTests : RandomLengthTests<float>;

public class DoubleRandomLengthTests : RandomLengthTests<double>;

/// <summary>
/// Lengths that nobody chose, in a Debug build: the order of the sums, the tail and the chunks depend on N in ways that a list of lengths may miss.
/// <c>SOFTMAXGEN_SLOW=1</c> takes ten times as many.
/// </summary>
public abstract class RandomLengthTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Distribution[] Distributions = Enum.GetValues<Distribution>();

    [Fact]
    public void Softmax_is_within_its_bound_and_rows_together_have_the_bits_of_rows_alone()
    {
        Worst worst = new();
        foreach (EmittedHost<T> host in Hosts(seed: typeof(T) == typeof(float) ? 1 : 2))
        {
            Row<T>[] rows = Row<T>.Of(Distributions[host.Length % Distributions.Length], host.Length);
            T[] together = new T[rows.Length * host.Length], alone = new T[host.Length];
            host.SoftmaxRows(rows.SelectMany(row => row.X).ToArray(), together);
            for (int row = 0; row < rows.Length; row++)
            {
                host.Softmax(rows[row].X, alone);
                Assert.Equal(alone, together.AsSpan(row * host.Length, host.Length));
                for (int i = 0; i < host.Length; i++)
                    worst.AddUlp(Bounds.Softmax<T>(host.Accuracy, host.Length, rows[row].Softmax[i]), host, rows[row], i, alone[i], rows[row].Softmax[i]);
            }
        }

        worst.AssertWithinBounds();
    }

    // Between 131 and 6,000, as many of them short as long.
    private static IEnumerable<EmittedHost<T>> Hosts(int seed)
    {
        Random random = new(seed);
        int count = Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") == "1" ? 120 : 12;
        (int Length, SoftmaxAccuracy Accuracy)[] hosts = [.. Enumerable.Range(0, count)
            .Select(i => ((int)(131 * Math.Pow(6000.0 / 131, random.NextDouble())), (SoftmaxAccuracy)(i % 3))).Distinct()];
        string source = string.Concat(hosts.Select(host =>
            $"/// <summary>A host.</summary>\n[SoftmaxGen.Softmax({host.Length}, Accuracy = SoftmaxGen.SoftmaxAccuracy.{host.Accuracy}, Methods = SoftmaxGen.SoftmaxMethods.Softmax | SoftmaxGen.SoftmaxMethods.Rows)]\n"
            + $"public static partial class {host.Accuracy}{host.Length} {{ }}\n"));
        Assembly assembly = HostCompiler.CompileDebug($"Hosts.Random.{typeof(T).Name}", source);
        return hosts.Select(host => new EmittedHost<T>(assembly.GetType($"{host.Accuracy}{host.Length}", throwOnError: true)!, host.Length, host.Accuracy));
    }
}
