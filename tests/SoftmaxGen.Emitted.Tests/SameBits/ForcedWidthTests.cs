using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleForcedWidthTests : ForcedWidthTests<float>;

public class DoubleForcedWidthTests : ForcedWidthTests<double>;

/// <summary>The methods for 128, 256 and 512 bits, straight or looped, give the same bits: all lengths, ordinary and special rows.</summary>
public abstract class ForcedWidthTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void All_vector_widths_give_the_same_bits(SoftmaxAccuracy accuracy)
    {
        int compared = 0;
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (IGrouping<string, WidthMethod<T>> pass in WidthMethods.Of(host).GroupBy(method => method.Pass))
            {
                WidthMethod<T>[] methods = [.. pass.Where(method => WidthMethods.Runs(method.Width)).OrderBy(method => method.Width)];
                foreach ((string what, T[] row) in TestedRows.Of<T>(length))
                {
                    // The products take probabilities, which are finite.
                    if (pass.Key is "Product" or "ProductRows" or "Jacobian" or "HessianProduct" or "HessianProductRows" or "LogSoftmaxProduct" or "LogSoftmaxProductRows" && !row.All(T.IsFinite))
                        continue;
                    T[][] results = [.. methods.Select(method => method.Run(row))];
                    for (int i = 1; i < results.Length; i++)
                        AssertSame(host, pass.Key, what, methods[0].Width, results[0], methods[i].Width, results[i]);
                    compared += Math.Max(0, results.Length - 1);
                }
            }
        }

        Assert.True(compared > 1000 || !WidthMethods.Runs(256), $"Only {compared} comparisons were made.");
    }

    private static void AssertSame(EmittedHost<T> host, string pass, string what, int width, T[] expected, int otherWidth, T[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = TestedRows.AreSame(expected[i], actual[i]);
            Assert.True(same, same ? "" : $"{host}, {pass}, {what}: {expected[i]:R} with {width} bits, {actual[i]:R} with {otherWidth}, at {i}");
        }
    }
}
