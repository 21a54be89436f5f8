using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleColumnsContractTests : ColumnsContractTests<float>;

public class DoubleColumnsContractTests : ColumnsContractTests<double>;

/// <summary>What the members for columns promise besides their results: memory, errors, and the forms for older frameworks.</summary>
public abstract class ColumnsContractTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int[] Counts = [1, 3, 16, 37];

    [LinuxTheory]
    [InlineData(SoftmaxAccuracy.Default)]
    [InlineData(SoftmaxAccuracy.Precise)]
    public void Nothing_but_the_matrices_is_read_or_written(SoftmaxAccuracy accuracy)
    {
        foreach (int length in ColumnHosts.Lengths)
        {
            Type host = ColumnHosts.Host(length, accuracy);
            foreach (int columns in Counts)
            {
                int elements = length * columns;
                T[] x = Matrices.Transposed(Matrices.Rows<T>(length, columns), length), expected = new T[elements];
                using GuardedMemory source = new(elements * 8), target = new(elements * 8);
                foreach (string member in (string[])["SoftmaxColumns", "LogSoftmaxColumns"])
                {
                    ColumnsMap<T> map = ColumnHosts.Bind<ColumnsMap<T>>(host, member);
                    map(x, columns, expected);
                    source.MakeWritable();
                    x.CopyTo(source.AtStart<T>(elements));
                    source.MakeReadOnly();
                    map(source.AtStart<T>(elements), columns, target.AtStart<T>(elements));
                    Assert.Equal(expected, target.AtStart<T>(elements).ToArray());
                    source.MakeWritable();
                    x.CopyTo(source.AtEnd<T>(elements));
                    source.MakeReadOnly();
                    map(source.AtEnd<T>(elements), columns, target.AtEnd<T>(elements));
                    Assert.Equal(expected, target.AtEnd<T>(elements).ToArray());
                }
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Matrices_one_after_the_other_are_as_each_by_itself(bool hasVectors)
    {
        const int Length = 21, Columns = 37, Elements = Length * Columns;
        Type host = ColumnHosts.Host(Length, SoftmaxAccuracy.Default, hasVectors ? CodeForm.Vectors : CodeForm.Spans);
        T[] x = Matrices.Rows<T>(Length, 3 * Columns), expected = new T[x.Length], actual = new T[x.Length];
        int[] labels = [.. Enumerable.Range(0, 3 * Columns).Select(column => column * 5 % Length)];

        ColumnsMap<T> softmax = ColumnHosts.Bind<ColumnsMap<T>>(host, "SoftmaxColumns");
        for (int matrix = 0; matrix < 3; matrix++)
            softmax(x.AsSpan(matrix * Elements, Elements), Columns, expected.AsSpan(matrix * Elements));
        softmax(x, Columns, actual);
        Assert.Equal(expected, actual);

        LabelledColumnsMap<T> gradient = ColumnHosts.Bind<LabelledColumnsMap<T>>(host, "CrossEntropyGradientColumns");
        for (int matrix = 0; matrix < 3; matrix++)
            gradient(x.AsSpan(matrix * Elements, Elements), Columns, labels.AsSpan(matrix * Columns, Columns), expected.AsSpan(matrix * Elements));
        gradient(x, Columns, labels, x);
        Assert.Equal(expected, x);
    }

    [Fact]
    public void What_is_behind_the_result_stays_as_it_is()
    {
        ColumnsMap<T> softmax = ColumnHosts.Bind<ColumnsMap<T>>(ColumnHosts.Host(21, SoftmaxAccuracy.Default), "SoftmaxColumns");
        T[] destination = [.. Enumerable.Repeat(T.CreateChecked(7), (21 * 5) + 9)];
        softmax(new T[21 * 5], 5, destination);
        Assert.All(destination[..^9], value => Assert.Equal(1.0 / 21, double.CreateChecked(value), 1e-6));
        Assert.All(destination[^9..], value => Assert.Equal(T.CreateChecked(7), value));
    }

    [Fact]
    public void Arguments_are_checked_before_anything_is_written()
    {
        Type host = ColumnHosts.Host(3, SoftmaxAccuracy.Default);
        ColumnsMap<T> softmax = ColumnHosts.Bind<ColumnsMap<T>>(host, "SoftmaxColumns");
        LabelledColumnsMap<T> gradient = ColumnHosts.Bind<LabelledColumnsMap<T>>(host, "CrossEntropyGradientColumns");
        T[] x = Matrices.Rows<T>(3, 8), before = [.. x], destination = new T[x.Length];

        AssertRefused<ArgumentException>("x", () => softmax(x, 7, destination));
        AssertRefused<ArgumentException>("x", () => softmax(x, 9, destination));
        AssertRefused<ArgumentException>("x", () => softmax(x, 0, destination));
        AssertRefused<ArgumentException>("x", () => softmax(x, int.MaxValue, destination));
        AssertRefused<ArgumentException>("x", () => softmax(x, 16, destination));
        AssertRefused<ArgumentOutOfRangeException>("columns", () => softmax(x, -8, destination));
        AssertRefused<ArgumentOutOfRangeException>("columns", () => softmax([], -1, destination));
        AssertRefused<ArgumentException>("destination", () => softmax(x, 8, destination.AsSpan(1)));
        AssertRefused<ArgumentException>("destination", () => softmax(x.AsSpan(0, 12), 4, x.AsSpan(6)));
        AssertRefused<ArgumentException>("labels", () => gradient(x, 8, new int[7], destination));
        AssertRefused<ArgumentOutOfRangeException>("labels", () => gradient(x, 8, [0, 0, 0, 0, 0, 0, 0, 3], destination));
        AssertRefused<ArgumentException>("labels", () => gradient(x, 4, new int[4], destination));
        softmax([], 0, destination);
        softmax([], 5, destination);
        gradient([], 0, [], destination);
        Assert.Equal(before, x);
        Assert.All(destination, value => Assert.Equal(T.Zero, value));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        foreach (int length in ColumnHosts.Lengths)
        {
            ColumnsMap<T> softmax = ColumnHosts.Bind<ColumnsMap<T>>(ColumnHosts.Host(length, SoftmaxAccuracy.Default), "SoftmaxColumns");
            T[] x = Matrices.Transposed(Matrices.Rows<T>(length, 40), length);
            Assert.Equal(0, AllocatedBy(() => softmax(x, 40, x)));
        }

        ColumnsMap<T> scalar = ColumnHosts.Bind<ColumnsMap<T>>(ColumnHosts.Host(21, SoftmaxAccuracy.Default, CodeForm.Spans), "SoftmaxColumns");
        Action<T[], int, T[]> array = ColumnHosts.Bind<Action<T[], int, T[]>>(ColumnHosts.Host(21, SoftmaxAccuracy.Default, CodeForm.Arrays), "SoftmaxColumns");
        T[] matrix = new T[21 * 40];
        Assert.Equal(0, AllocatedBy(() => scalar(matrix, 40, matrix)));
        Assert.Equal(0, AllocatedBy(() => array(matrix, 40, matrix)));
    }

    [Fact]
    public void Without_vectors_the_bits_are_those_of_Precise()
    {
        foreach (int length in ColumnHosts.ScalarLengths)
        {
            const int Columns = 40;
            T[] x = Matrices.Transposed(Matrices.Rows<T>(length, Columns), length);
            int[] labels = [.. Enumerable.Range(0, Columns).Select(column => column * 5 % length)];
            Type precise = ColumnHosts.Host(length, SoftmaxAccuracy.Precise);
            Type spans = ColumnHosts.Host(length, SoftmaxAccuracy.Default, CodeForm.Spans), arrays = ColumnHosts.Host(length, SoftmaxAccuracy.Default, CodeForm.Arrays);
            T[] expected = new T[x.Length], actual = new T[x.Length];
            foreach (string member in (string[])["SoftmaxColumns", "LogSoftmaxColumns"])
            {
                ColumnHosts.Bind<ColumnsMap<T>>(precise, member)(x, Columns, expected);
                ColumnHosts.Bind<ColumnsMap<T>>(spans, member)(x, Columns, actual);
                Assert.Equal(expected, actual);
                actual = [.. x];
                ColumnHosts.Bind<Action<T[], int, T[]>>(arrays, member)(actual, Columns, actual);
                Assert.Equal(expected, actual);
            }

            ColumnHosts.Bind<LabelledColumnsMap<T>>(precise, "CrossEntropyGradientColumns")(x, Columns, labels, expected);
            ColumnHosts.Bind<LabelledColumnsMap<T>>(spans, "CrossEntropyGradientColumns")(x, Columns, labels, actual);
            Assert.Equal(expected, actual);
            ColumnHosts.Bind<Action<T[], int, int[], T[]>>(arrays, "CrossEntropyGradientColumns")(x, Columns, labels, actual);
            Assert.Equal(expected, actual);
        }

        Action<T[], int, T[]> softmax = ColumnHosts.Bind<Action<T[], int, T[]>>(ColumnHosts.Host(3, SoftmaxAccuracy.Default, CodeForm.Arrays), "SoftmaxColumns");
        AssertRefused<ArgumentNullException>("x", () => softmax(null!, 0, []));
        AssertRefused<ArgumentNullException>("destination", () => softmax([], 0, null!));
        AssertRefused<ArgumentOutOfRangeException>("columns", () => softmax(new T[3], -1, new T[3]));
    }

    private static void AssertRefused<TException>(string parameter, Action call)
        where TException : ArgumentException =>
        Assert.Equal(parameter, Assert.Throws<TException>(call).ParamName);

    private static long AllocatedBy(Action call)
    {
        call(); // Compiling the method allocates once.
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
