using System.Numerics;
using System.Runtime.Intrinsics;
using SoftmaxGen.Generated;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Reductions of several rows at once give each row the bits of its own reduction.</summary>
public class RowsAcrossTests
{
    [Fact]
    public void Two_and_four_rows_of_256_bits_are_reduced_as_each_alone()
    {
        if (!SoftmaxKernels.HasVector256)
            return;
        for (int seed = 0; seed < 100; seed++)
        {
            Vector256<float>[] f = [.. Enumerable.Range(0, 4).Select(row => Vector256.Create(Row<float>(seed, row)))];
            Vector256<double>[] d = [.. Enumerable.Range(0, 4).Select(row => Vector256.Create(Row<double>(seed, row)))];

            Assert.Equal([.. f.Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(f[0], f[1], f[2], f[3])));
            Assert.Equal([.. f.Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(f[0], f[1], f[2], f[3])));
            Assert.Equal([.. f.Take(2).Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(f[0], f[1]))[..2]);
            Assert.Equal([.. f.Take(2).Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(f[0], f[1]))[..2]);
            Assert.Equal([.. d.Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(d[0], d[1], d[2], d[3])));
            Assert.Equal([.. d.Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(d[0], d[1], d[2], d[3])));
            Assert.Equal([.. d.Take(2).Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(d[0], d[1]))[..2]);
            Assert.Equal([.. d.Take(2).Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(d[0], d[1]))[..2]);
        }
    }

    [Fact]
    public void Two_and_four_rows_of_512_bits_are_reduced_as_each_alone()
    {
        if (!SoftmaxKernels.HasVector512)
            return;
        for (int seed = 0; seed < 100; seed++)
        {
            Vector512<float>[] f = [.. Enumerable.Range(0, 4).Select(row => Vector512.Create(Row<float>(seed, row)))];
            Vector512<double>[] d = [.. Enumerable.Range(0, 4).Select(row => Vector512.Create(Row<double>(seed, row)))];

            Assert.Equal([.. f.Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(f[0], f[1], f[2], f[3])));
            Assert.Equal([.. f.Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(f[0], f[1], f[2], f[3])));
            Assert.Equal([.. f.Take(2).Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(f[0], f[1]))[..2]);
            Assert.Equal([.. f.Take(2).Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(f[0], f[1]))[..2]);
            Assert.Equal([.. d.Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(d[0], d[1], d[2], d[3])));
            Assert.Equal([.. d.Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(d[0], d[1], d[2], d[3])));
            Assert.Equal([.. d.Take(2).Select(SoftmaxKernels.MaxAcross)], Spread(SoftmaxKernels.MaxAcross(d[0], d[1]))[..2]);
            Assert.Equal([.. d.Take(2).Select(SoftmaxKernels.SumAcross)], Spread(SoftmaxKernels.SumAcross(d[0], d[1]))[..2]);
        }
    }

    private static Vector256<float>[] Spread(Vector256<float> v) => [SoftmaxKernels.OfRowA(v), SoftmaxKernels.OfRowB(v), SoftmaxKernels.OfRowC(v), SoftmaxKernels.OfRowD(v)];

    private static Vector256<double>[] Spread(Vector256<double> v) => [SoftmaxKernels.OfRowA(v), SoftmaxKernels.OfRowB(v), SoftmaxKernels.OfRowC(v), SoftmaxKernels.OfRowD(v)];

    private static Vector512<float>[] Spread(Vector512<float> v) => [SoftmaxKernels.OfRowA(v), SoftmaxKernels.OfRowB(v), SoftmaxKernels.OfRowC(v), SoftmaxKernels.OfRowD(v)];

    private static Vector512<double>[] Spread(Vector512<double> v) => [SoftmaxKernels.OfRowA(v), SoftmaxKernels.OfRowB(v), SoftmaxKernels.OfRowC(v), SoftmaxKernels.OfRowD(v)];

    // Numbers of many sizes, so that every order of additions has bits of its own.
    private static T[] Row<T>(int seed, int row)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Random random = new((10 * seed) + row);
        return [.. Enumerable.Range(0, 16).Select(_ => T.CreateTruncating((random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-3, 4))))];
    }
}
