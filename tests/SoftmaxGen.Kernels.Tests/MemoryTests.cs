using System.Runtime.Intrinsics;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Loads and stores: the elements that they are told, in their order, and no other one.</summary>
public class MemoryTests
{
    private const int Size = 40;

    private static readonly float[] Singles = [.. Enumerable.Range(0, Size).Select(i => (float)i)];
    private static readonly double[] Doubles = [.. Enumerable.Range(0, Size).Select(i => (double)i)];

    [Fact]
    public void Rows_shorter_than_a_vector()
    {
        Assert.Equal(Vector128.Create(5f), LoadRow1(ref Singles[5]));
        Assert.Equal(Vector128.Create(5.0), LoadRow1(ref Doubles[5]));
        Assert.Equal(Vector128.Create(5f, 6f, 5f, 6f), LoadRow2(ref Singles[5]));
        Assert.Equal(Vector128.Create(5f, 6f, 7f, 7f), LoadRow3(ref Singles[5]));
        Assert.Equal(Vector128.Create(5.0), WidenRow1(ref Singles[5]));

        Vector128<float> v = Vector128.Create(11f, 12f, 13f, 14f);
        AssertWrites<float>([11f], destination => StoreRow1(v, ref destination[7]));
        AssertWrites<double>([11.0], destination => StoreRow1(Vector128.Create(11.0, 12.0), ref destination[7]));
        AssertWrites<float>([11f, 12f], destination => StoreRow2(v, ref destination[7]));
        AssertWrites<float>([11f, 12f, 13f], destination => StoreRow3(v, ref destination[7]));
        AssertWrites<float>([0.1f], destination => NarrowRow1(Vector128.Create(0.1, 0.2), ref destination[7]));
    }

    [Fact]
    public void Singles_computed_in_double_precision()
    {
        double[] wide = [.. Enumerable.Range(1, 8).Select(k => k / 10.0)];
        float[] rounded = [.. wide.Select(value => (float)value)];
        Assert.Equal(Vector128.Create(Doubles[7..9]), Widen128(ref Singles[4], 3));
        AssertWrites(rounded[..2], destination => Narrow(Vector128.Create(wide), ref destination[4], 3));
        if (HasVector256)
        {
            Assert.Equal(Vector256.Create(Doubles[7..11]), Widen256(ref Singles[4], 3));
            AssertWrites(rounded[..4], destination => Narrow(Vector256.Create(wide), ref destination[4], 3));
        }

        if (HasVector512)
        {
            Assert.Equal(Vector512.Create(Doubles[7..15]), Widen512(ref Singles[4], 3));
            AssertWrites(rounded, destination => Narrow(Vector512.Create(wide), ref destination[4], 3));
        }
    }

    [Fact]
    public void Rows_at_a_distance()
    {
        float[] singles = [7f, 8f, 9f, 10f, 14f, 15f, 16f, 17f, 21f, 22f, 23f, 24f, 28f, 29f, 30f, 31f];
        double[] doubles = [7.0, 8.0, 14.0, 15.0, 21.0, 22.0, 28.0, 29.0];
        Assert.Equal(Vector128.Create(singles), Gather128(ref Singles[4], 3, 7));
        Assert.Equal(Vector128.Create(doubles), Gather128(ref Doubles[4], 3, 7));
        AssertScatters(singles[..4], destination => Scatter(Vector128.Create(singles), ref destination[4], 3, 7));
        AssertScatters(doubles[..2], destination => Scatter(Vector128.Create(doubles), ref destination[4], 3, 7));
        if (HasVector256)
        {
            Assert.Equal(Vector256.Create(singles), Gather256(ref Singles[4], 3, 7));
            Assert.Equal(Vector256.Create(doubles), Gather256(ref Doubles[4], 3, 7));
            AssertScatters(singles[..8], destination => Scatter(Vector256.Create(singles), ref destination[4], 3, 7));
            AssertScatters(doubles[..4], destination => Scatter(Vector256.Create(doubles), ref destination[4], 3, 7));
        }

        if (HasVector512)
        {
            Assert.Equal(Vector512.Create(singles), Gather512(ref Singles[4], 3, 7));
            Assert.Equal(Vector512.Create(doubles), Gather512(ref Doubles[4], 3, 7));
            AssertScatters(singles, destination => Scatter(Vector512.Create(singles), ref destination[4], 3, 7));
            AssertScatters(doubles, destination => Scatter(Vector512.Create(doubles), ref destination[4], 3, 7));
        }
    }

    // From the element 7 on.
    private static void AssertWrites<T>(T[] expected, Action<T[]> write)
    {
        T[] destination = new T[Size];
        write(destination);
        Assert.Equal([.. new T[7], .. expected, .. new T[Size - 7 - expected.Length]], destination);
    }

    // Each value is the index of its place.
    private static void AssertScatters<T>(T[] values, Action<T[]> write)
        where T : struct, System.Numerics.INumber<T>
    {
        T[] destination = new T[Size];
        write(destination);
        Assert.Equal(Enumerable.Range(0, Size).Select(i => values.Contains(T.CreateChecked(i)) ? T.CreateChecked(i) : T.Zero), destination);
    }
}
