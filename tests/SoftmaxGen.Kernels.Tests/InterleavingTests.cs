using System.Runtime.Intrinsics;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>What moves lanes does so within each 128-bit part, at the widths that this processor has.</summary>
public class InterleavingTests
{
    // The lanes of a are their own numbers, those of b come after them.
    private static readonly float[] A = Numbered(16, k => k), B = Numbered(16, k => 16 + k), C = Numbered(16, k => 32 + k);
    private static readonly double[] WideA = [.. A[..8].Select(x => (double)x)], WideB = [.. B[..8].Select(x => (double)x)];

    [Fact]
    public void Single_lanes()
    {
        float[] low = Numbered(16, k => Part(k) + (k % 4 / 2) + (k % 2 * 16)), high = Numbered(16, k => Part(k) + 2 + (k % 4 / 2) + (k % 2 * 16));
        Assert.Equal(Vector128.Create(low), ZipLow(Vector128.Create(A), Vector128.Create(B)));
        Assert.Equal(Vector128.Create(high), ZipHigh(Vector128.Create(A), Vector128.Create(B)));
        if (HasVector256)
        {
            Assert.Equal(Vector256.Create(low), ZipLow(Vector256.Create(A), Vector256.Create(B)));
            Assert.Equal(Vector256.Create(high), ZipHigh(Vector256.Create(A), Vector256.Create(B)));
        }

        if (HasVector512)
        {
            Assert.Equal(Vector512.Create(low), ZipLow(Vector512.Create(A), Vector512.Create(B)));
            Assert.Equal(Vector512.Create(high), ZipHigh(Vector512.Create(A), Vector512.Create(B)));
        }
    }

    [Fact]
    public void Double_lanes()
    {
        double[] low = [0, 16, 2, 18, 4, 20, 6, 22], high = [1, 17, 3, 19, 5, 21, 7, 23];
        Assert.Equal(Vector128.Create(low), ZipLow(Vector128.Create(WideA), Vector128.Create(WideB)));
        Assert.Equal(Vector128.Create(high), ZipHigh(Vector128.Create(WideA), Vector128.Create(WideB)));
        if (HasVector256)
        {
            Assert.Equal(Vector256.Create(low), ZipLow(Vector256.Create(WideA), Vector256.Create(WideB)));
            Assert.Equal(Vector256.Create(high), ZipHigh(Vector256.Create(WideA), Vector256.Create(WideB)));
        }

        if (HasVector512)
        {
            Assert.Equal(Vector512.Create(low), ZipLow(Vector512.Create(WideA), Vector512.Create(WideB)));
            Assert.Equal(Vector512.Create(high), ZipHigh(Vector512.Create(WideA), Vector512.Create(WideB)));
        }
    }

    [Fact]
    public void Pairs_of_lanes()
    {
        Assert.Equal(Vector128.Create(0f, 1f, 16f, 17f), ZipPairsLow(Vector128.Create(A), Vector128.Create(B)));
        Assert.Equal(Vector128.Create(2f, 3f, 18f, 19f), ZipPairsHigh(Vector128.Create(A), Vector128.Create(B)));
    }

    [Fact]
    public void Picked_lanes()
    {
        float[] picked = Numbered(16, k => Part(k) + (new[] { 2, 0, 16 + 1, 16 + 3 })[k % 4]);
        Assert.Equal(Vector128.Create(picked), Pick(Vector128.Create(A), Vector128.Create(B), 0b11_01_00_10));
        if (HasVector256)
            Assert.Equal(Vector256.Create(picked), Pick(Vector256.Create(A), Vector256.Create(B), 0b11_01_00_10));
        if (HasVector512)
            Assert.Equal(Vector512.Create(picked), Pick(Vector512.Create(A), Vector512.Create(B), 0b11_01_00_10));
    }

    [Fact]
    public void Four_rows_of_three_and_back()
    {
        // Twelve elements in three vectors: 0 1 2 | 3 | 16 17 | 18 19 | 32 | 33 34 35 are the rows.
        Vector128<float> a = Vector128.Create(A), b = Vector128.Create(B), c = Vector128.Create(C);
        SplitTriples(a, b, c, out Vector128<float> x, out Vector128<float> y, out Vector128<float> z);
        Assert.Equal([Vector128.Create(0f, 3f, 18f, 33f), Vector128.Create(1f, 16f, 19f, 34f), Vector128.Create(2f, 17f, 32f, 35f)], [x, y, z]);

        JoinTriples(x, y, z, out Vector128<float> again, out Vector128<float> thenB, out Vector128<float> thenC);
        Assert.Equal([a, b, c], [again, thenB, thenC]);
    }

    private static int Part(int lane) => lane / 4 * 4;

    private static float[] Numbered(int count, Func<int, float> number) => [.. Enumerable.Range(0, count).Select(number)];

    [Fact]
    public void Sixteen_rows_of_three_and_back()
    {
        if (!HasVector512)
            return;
        Vector512<float>[] rows = [.. Enumerable.Range(0, 3).Select(k => Vector512.Create([.. Enumerable.Range(16 * k, 16).Select(i => (float)i)]))];
        SplitRowsOfThree(rows[0], rows[1], rows[2], out Vector512<float> x, out Vector512<float> y, out Vector512<float> z);
        Vector512<float> first = Vector512.Create([.. Enumerable.Range(0, 16).Select(row => 3f * row)]);
        Assert.Equal([first, first + Vector512<float>.One, first + Vector512.Create(2f)], new[] { x, y, z });
        JoinRowsOfThree(x, y, z, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c);
        Assert.Equal(rows, new[] { a, b, c });
    }
}
