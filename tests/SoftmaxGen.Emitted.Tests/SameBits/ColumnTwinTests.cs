using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleColumnTwinTests : ColumnTwinTests<float>;

public class DoubleColumnTwinTests : ColumnTwinTests<double>;

/// <summary>Every member for rows has a twin for columns, which gives each column of a batch of matrices the bits that it has as a row: with vectors, without, and of any length.</summary>
public abstract class ColumnTwinTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Matrices = 2;

    // One, a part of a vector, and more than a tile of 21 doubles.
    private static readonly int[] Counts = [1, 5, 101];

    private delegate T LabelledLoss(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

    private delegate T LabelledColumnsLoss(ReadOnlySpan<T> x, int columns, ReadOnlySpan<int> labels, Span<T> destination, int ignoreIndex);

    private delegate T TargetLoss(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, Span<T> destination, bool sum);

    private delegate T TargetColumnsLoss(ReadOnlySpan<T> x, ReadOnlySpan<T> targets, int columns, Span<T> destination, bool sum);

    [Theory, CombinatorialCases]
    public void Each_column_has_the_bits_of_the_row(SoftmaxAccuracy accuracy)
    {
        foreach (int length in ColumnHosts.FullLengths)
        {
            Type host = ColumnHosts.Host(length, accuracy);
            AssertTwins(length, Twins(), rows => Bind(host, rows), (member, columns) => Bind(host, member, columns));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_vectors_it_has_the_bits_of_a_row_of_Precise(bool withSpans)
    {
        foreach (int length in ColumnHosts.FullLengths)
        {
            Type precise = ColumnHosts.Host(length, SoftmaxAccuracy.Precise), host = ColumnHosts.Host(length, SoftmaxAccuracy.Default, withSpans ? CodeForm.Spans : CodeForm.Arrays);
            AssertTwins(length, Twins(), rows => Bind(precise, rows), (member, columns) => withSpans ? Bind(host, member, columns) : WithArrays((ArrayInvocation<T>)Invocations.Create<T>(member, MethodOf(host, member, hasArrays: true), hasArrays: true, columns: columns)));
        }
    }

    [Theory, CombinatorialCases]
    public void Of_any_length_it_has_the_bits_of_the_fixed_one(SoftmaxAccuracy accuracy)
    {
        IReadOnlyList<MemberDescription> members = [.. Twins()];
        foreach (int length in ColumnHosts.Lengths)
        {
            Type host = ColumnHosts.Host(length, accuracy);
            AssertTwins(length, members.Where(member => ColumnHosts.FullLengths.Contains(length) || (member.Flags & (MethodSet.Softmax | MethodSet.LogSoftmax | MethodSet.CrossEntropy)) != 0), rows => Bind(host, rows), (member, columns) => (Invocation<T>)AnyLengthHosts.Bind<T>(member, length, accuracy, columns: columns));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MemberDescription.MaxColumnLength + 1)]
    public void A_length_that_is_none_is_refused(int length)
    {
        var softmax = AnyLengthHosts.Host(SoftmaxAccuracy.Default).GetMethod("SoftmaxColumns", [typeof(ReadOnlySpan<T>), typeof(int), typeof(int), typeof(Span<T>)])!.CreateDelegate<AnyLengthColumns>();
        Assert.Equal("length", Assert.Throws<ArgumentOutOfRangeException>(() => softmax(new T[length], length, 1, new T[length])).ParamName);
    }

    private delegate void AnyLengthColumns(ReadOnlySpan<T> x, int length, int columns, Span<T> destination);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Losses_are_added_in_the_order_of_columns(bool hasVectors)
    {
        const int Length = 21, Columns = 101;
        Type rows = ColumnHosts.Host(Length, SoftmaxAccuracy.Precise), host = hasVectors ? rows : ColumnHosts.Host(Length, SoftmaxAccuracy.Default, CodeForm.Spans);
        T[] x = Distribution.Normal5.Sample<T>(Length * Columns * Matrices, seed: 1), targets = [.. Enumerable.Range(0, x.Length).Select(i => T.CreateChecked(i % Length * 2.0 / (Length * (Length - 1))))];
        T[] matrices = OfMatrices(x, Length), targetMatrices = OfMatrices(targets, Length), destination = new T[x.Length];
        int[] labels = [.. Enumerable.Range(0, Columns * Matrices).Select(column => column % 9 == 4 ? -1 : column * 5 % Length)];

        T expected = ColumnHosts.Bind<LabelledLoss>(rows, "CrossEntropyWithGradientRows")(x, labels, destination, -1);
        Assert.Equal(expected, ColumnHosts.Bind<LabelledColumnsLoss>(host, "CrossEntropyWithGradientColumns")(matrices, Columns, labels, destination, -1));
        Assert.True(T.IsFinite(expected));
        foreach (bool sum in (bool[])[true, false])
        {
            expected = ColumnHosts.Bind<TargetLoss>(rows, "CrossEntropyWithGradientRows")(x, targets, destination, sum);
            Assert.Equal(expected, ColumnHosts.Bind<TargetColumnsLoss>(host, "CrossEntropyWithGradientColumns")(matrices, targetMatrices, Columns, destination, sum));
        }
    }

    // Those that take uniform numbers or store indices have a test of their own.
    private static IEnumerable<MemberDescription> Twins() => MemberTable.All.Where(member => member.HasColumns && (member.Flags & (MethodSet.Predictions | MethodSet.Sampling)) == 0);

    private static void AssertTwins(int length, IEnumerable<MemberDescription> members, Func<MemberDescription, Invocation<T>> rowsOf, Func<MemberDescription, int, Invocation<T>> columnsOf)
    {
        foreach (MemberDescription member in members)
        {
            MemberDescription rows = MemberTable.All.Single(other => !other.IsParallel && other.HasRows && other.ForColumns() is var twin && twin.Name == member.Name && twin.Parameters.SequenceEqual(member.Parameters));
            foreach (int columns in Counts.Where(columns => columns * length < 10_000))
            {
                int count = columns * Matrices;
                T[] x = Harness.Matrices.Rows<T>(length, count), vector = Distribution.Normal1.Sample<T>(x.Length, seed: 1);
                int[] labels = [.. Enumerable.Range(0, count).Select(row => row * 5 % length)];
                bool isNumber = member.Result == ResultShape.Numbers;
                T[] expected = new T[isNumber ? count : x.Length], actual = new T[expected.Length];
                rowsOf(rows)(x, vector, T.CreateChecked(0.75), 0, labels, expected);
                Invocation<T> invoke = columnsOf(member, columns);
                T[] matrices = OfMatrices(x, length), vectors = OfMatrices(vector, length);
                invoke(matrices, vectors, T.CreateChecked(0.75), 0, labels, actual);
                AssertSame(isNumber ? expected : OfMatrices(expected, length), actual, $"{member.Name} of {length} x {columns}");
                if (isNumber || member.Inputs.First().IsApart)
                    continue;
                invoke(matrices, vectors, T.CreateChecked(0.75), 0, labels, matrices);
                AssertSame(actual, matrices, $"{member.Name} of {length} x {columns}, in place");
            }
        }
    }

    // So many rows as the columns of matrices.
    private static T[] OfMatrices(T[] rows, int length) =>
        [.. Enumerable.Range(0, Matrices).SelectMany(matrix => Harness.Matrices.Transposed(rows[(matrix * rows.Length / Matrices)..((matrix + 1) * rows.Length / Matrices)], length))];

    private static Invocation<T> Bind(Type host, MemberDescription member, int columns = 0) =>
        (Invocation<T>)Invocations.Create<T>(member, MethodOf(host, member, hasArrays: false), hasArrays: false, columns: columns);

    private static System.Reflection.MethodInfo MethodOf(Type host, MemberDescription member, bool hasArrays) =>
        host.GetMethod(member.Name, Invocations.ParameterTypes<T>(member, hasArrays)) ?? throw new MissingMethodException($"{host.Name} has no {member.Name}.");

    private static Invocation<T> WithArrays(ArrayInvocation<T> invoke) => (x, vector, temperature, label, labels, destination) =>
    {
        T[] result = [.. destination];
        invoke([.. x], [.. vector], temperature, label, [.. labels], result);
        result.CopyTo(destination);
    };

    private static void AssertSame(T[] expected, T[] actual, string where)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(TestedRows.AreSame(expected[i], actual[i]), $"{where}: {actual[i]:R} for {expected[i]:R} at {i}");
    }
}
