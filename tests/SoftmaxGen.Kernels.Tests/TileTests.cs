using System.Numerics;
using System.Runtime.Intrinsics;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Short rows become columns, a row in each lane, and columns become rows, at the widths that this processor has.</summary>
public class TileTests
{
    // Columns of rows of seven elements from the third element on, of as many rows as the widest vector has lanes. Every element is its own index.
    private const int Offset = 2, Length = 7, Size = 16 * Length;

    [Fact]
    public void Parts_of_singles_are_transposed()
    {
        Vector128<float> a = Vector128.Create(Numbers<float>(0)), b = Vector128.Create(Numbers<float>(1)), c = Vector128.Create(Numbers<float>(2)), d = Vector128.Create(Numbers<float>(3));
        Transpose(ref a, ref b, ref c, ref d);
        Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector128.Create(Transposed<float>(4, k)))], new[] { a, b, c, d });
        if (HasVector256)
        {
            Vector256<float>[] v = [.. Enumerable.Range(0, 4).Select(k => Vector256.Create(Numbers<float>(k)))];
            Transpose(ref v[0], ref v[1], ref v[2], ref v[3]);
            Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector256.Create(Transposed<float>(4, k)))], v);
        }

        if (HasVector512)
        {
            Vector512<float>[] v = [.. Enumerable.Range(0, 4).Select(k => Vector512.Create(Numbers<float>(k)))];
            Transpose(ref v[0], ref v[1], ref v[2], ref v[3]);
            Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector512.Create(Transposed<float>(4, k)))], v);
        }
    }

    [Fact]
    public void Parts_of_doubles_are_transposed()
    {
        Vector128<double> a = Vector128.Create(Numbers<double>(0)), b = Vector128.Create(Numbers<double>(1));
        Transpose(ref a, ref b);
        Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector128.Create(Transposed<double>(2, k)))], new[] { a, b });
        if (HasVector256)
        {
            Vector256<double>[] v = [.. Enumerable.Range(0, 2).Select(k => Vector256.Create(Numbers<double>(k)))];
            Transpose(ref v[0], ref v[1]);
            Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector256.Create(Transposed<double>(2, k)))], v);
        }

        if (HasVector512)
        {
            Vector512<double>[] v = [.. Enumerable.Range(0, 2).Select(k => Vector512.Create(Numbers<double>(k)))];
            Transpose(ref v[0], ref v[1]);
            Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector512.Create(Transposed<double>(2, k)))], v);
        }
    }

    [Fact]
    public void Rows_of_singles_become_columns()
    {
        float[] x = Indices<float>();
        RowsToColumns128(ref x[0], Offset, Length, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c, out Vector128<float> d);
        Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector128.Create(Column<float>(k)))], new[] { a, b, c, d });
        if (HasVector256)
        {
            RowsToColumns256(ref x[0], Offset, Length, out Vector256<float> e, out Vector256<float> f, out Vector256<float> g, out Vector256<float> h);
            Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector256.Create(Column<float>(k)))], new[] { e, f, g, h });
        }

        if (HasVector512)
        {
            RowsToColumns512(ref x[0], Offset, Length, out Vector512<float> e, out Vector512<float> f, out Vector512<float> g, out Vector512<float> h);
            Assert.Equal([.. Enumerable.Range(0, 4).Select(k => Vector512.Create(Column<float>(k)))], new[] { e, f, g, h });
        }
    }

    [Fact]
    public void Rows_of_doubles_become_columns()
    {
        double[] x = Indices<double>();
        RowsToColumns128(ref x[0], Offset, Length, out Vector128<double> a, out Vector128<double> b);
        Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector128.Create(Column<double>(k)))], new[] { a, b });
        if (HasVector256)
        {
            RowsToColumns256(ref x[0], Offset, Length, out Vector256<double> c, out Vector256<double> d);
            Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector256.Create(Column<double>(k)))], new[] { c, d });
        }

        if (HasVector512)
        {
            RowsToColumns512(ref x[0], Offset, Length, out Vector512<double> c, out Vector512<double> d);
            Assert.Equal([.. Enumerable.Range(0, 2).Select(k => Vector512.Create(Column<double>(k)))], new[] { c, d });
        }
    }

    [Fact]
    public void Columns_of_singles_become_rows()
    {
        AssertStores<float>(4, 4, destination => ColumnsToRows(Vector128.Create(Column<float>(0)), Vector128.Create(Column<float>(1)), Vector128.Create(Column<float>(2)), Vector128.Create(Column<float>(3)), ref destination[0], Offset, Length));
        if (HasVector256)
            AssertStores<float>(8, 4, destination => ColumnsToRows(Vector256.Create(Column<float>(0)), Vector256.Create(Column<float>(1)), Vector256.Create(Column<float>(2)), Vector256.Create(Column<float>(3)), ref destination[0], Offset, Length));
        if (HasVector512)
            AssertStores<float>(16, 4, destination => ColumnsToRows(Vector512.Create(Column<float>(0)), Vector512.Create(Column<float>(1)), Vector512.Create(Column<float>(2)), Vector512.Create(Column<float>(3)), ref destination[0], Offset, Length));
    }

    [Fact]
    public void Columns_of_doubles_become_rows()
    {
        AssertStores<double>(2, 2, destination => ColumnsToRows(Vector128.Create(Column<double>(0)), Vector128.Create(Column<double>(1)), ref destination[0], Offset, Length));
        if (HasVector256)
            AssertStores<double>(4, 2, destination => ColumnsToRows(Vector256.Create(Column<double>(0)), Vector256.Create(Column<double>(1)), ref destination[0], Offset, Length));
        if (HasVector512)
            AssertStores<double>(8, 2, destination => ColumnsToRows(Vector512.Create(Column<double>(0)), Vector512.Create(Column<double>(1)), ref destination[0], Offset, Length));
    }

    private static T[] Indices<T>()
        where T : INumber<T> => Numbered(Size, i => T.CreateChecked(i));

    // What tells the vector and the lane.
    private static T[] Numbers<T>(int vector)
        where T : INumber<T> => Numbered(16, lane => T.CreateChecked((100 * vector) + lane));

    // Lane j of a part is what lane k of the same part was in vector j.
    private static T[] Transposed<T>(int lanesOfPart, int k)
        where T : INumber<T> => Numbered(16, lane => T.CreateChecked((100 * (lane % lanesOfPart)) + (lane / lanesOfPart * lanesOfPart) + k));

    // An element of each row.
    private static T[] Column<T>(int k)
        where T : INumber<T> => Numbered(16, row => T.CreateChecked((row * Length) + Offset + k));

    private static T[] Numbered<T>(int count, Func<int, T> number) => [.. Enumerable.Range(0, count).Select(number)];

    private static void AssertStores<T>(int rows, int columns, Action<T[]> write)
        where T : INumber<T>
    {
        T[] destination = [.. Enumerable.Repeat(-T.One, Size)];
        write(destination);
        Assert.Equal(Numbered(Size, i => i < rows * Length && i % Length >= Offset && i % Length < Offset + columns ? T.CreateChecked(i) : -T.One), destination);
    }
}
