using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleDrawnColumnsTests : DrawnColumnsTests<float>;

public class DoubleDrawnColumnsTests : DrawnColumnsTests<double>;

/// <summary>What is drawn from columns, and what is largest in them, is that of the same values as rows: with vectors, without, and of any length.</summary>
public abstract class DrawnColumnsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Matrices = 2, K = DrawInvocations.K;

    // One, a part of a vector, and more than a tile of 21 doubles.
    private static readonly int[] Counts = [1, 5, 101];

    private static readonly MemberDescription[] Members = [.. DrawInvocations.Members];

    [Theory]
    [InlineData(false, "Vectors")]
    [InlineData(false, "Spans")]
    [InlineData(false, "Arrays")]
    [InlineData(true, "Vectors")]
    [InlineData(true, "Spans")]
    [InlineData(true, "Arrays")]
    public void Each_column_has_the_bits_of_the_row(bool isOfAnyLength, string form)
    {
        int compared = 0;
        foreach (int length in ColumnHosts.FullLengths)
        {
            Type fixedHost = ColumnHosts.Host(length, SoftmaxAccuracy.Precise), host = Host(length, isOfAnyLength, Enum.Parse<CodeForm>(form));
            foreach (MemberDescription member in Members.Where(static member => member.HasColumns))
            {
                MemberDescription rows = Members.Single(other => other.HasRows && other.ForColumns() is var twin && twin.Name == member.Name && twin.Parameters.SequenceEqual(member.Parameters));
                foreach (int columns in Counts)
                {
                    int count = columns * Matrices;
                    T[] x = Harness.Matrices.Rows<T>(length, count), uniforms = Uniforms(count * length);
                    Results expected = new(count * length), actual = new(count * length);
                    bool hasUniforms = member.Inputs.Count() > 1;
                    expected.From(DrawInvocations.Of<T, T>(fixedHost, rows, CodeForm.Vectors, length, 0), x, hasUniforms ? uniforms : uniforms[..count]);
                    actual.From(
                        DrawInvocations.Of<T, T>(host, isOfAnyLength ? member.ForAnyLength() : member, Enum.Parse<CodeForm>(form), length, columns),
                        OfMatrices(x, length),
                        hasUniforms ? OfMatrices(uniforms, length) : uniforms[..count]);

                    // The largest elements of a column stand in one, and so does what is a row for each.
                    int perRow = member.Result switch { ResultShape.Top => K, ResultShape.Columns => length, _ => 1 };
                    string where = $"{host.Name}, {member.Name} of {length} x {columns}";
                    AssertSame(OfMatrices(expected.Numbers[..(count * perRow)], perRow), actual.Numbers[..(count * perRow)], where);
                    AssertSame(expected.Margins[..count], actual.Margins[..count], where);
                    Assert.Equal(OfMatrices(expected.Indices[..(count * perRow)], perRow), actual.Indices[..(count * perRow)]);
                    compared++;
                }
            }
        }

        Assert.Equal(Members.Count(static member => member.HasColumns) * Counts.Length * ColumnHosts.FullLengths.Length, compared);
    }

    /// <summary>A row of any length among many is drawn from as the fixed one.</summary>
    [Theory]
    [InlineData("Vectors")]
    [InlineData("Spans")]
    [InlineData("Arrays")]
    public void Rows_of_any_length_have_the_bits_of_the_fixed_one(string form)
    {
        const int Rows = 5;
        foreach (int length in ColumnHosts.FullLengths)
        {
            Type fixedHost = ColumnHosts.Host(length, SoftmaxAccuracy.Precise), host = Host(length, isOfAnyLength: true, Enum.Parse<CodeForm>(form));
            foreach (MemberDescription member in Members.Where(static member => member.HasRows))
            {
                T[] x = Harness.Matrices.Rows<T>(length, Rows), uniforms = Uniforms(Rows * length);
                T[] given = member.Inputs.Count() > 1 ? uniforms : uniforms[..Rows];
                Results expected = new(Rows * length), actual = new(Rows * length);
                expected.From(DrawInvocations.Of<T, T>(fixedHost, member, CodeForm.Vectors, length, 0), x, given);
                actual.From(DrawInvocations.Of<T, T>(host, member.ForAnyLength(), Enum.Parse<CodeForm>(form), length, 0), x, given);
                AssertSame(expected.Numbers, actual.Numbers, member.Name);
                AssertSame(expected.Margins, actual.Margins, member.Name);
                Assert.Equal(expected.Indices, actual.Indices);
            }
        }
    }

    private sealed class Results(int count)
    {
        public T[] Numbers { get; } = new T[count];

        public T[] Margins { get; } = new T[count];

        public int[] Indices { get; } = new int[count];

        public void From(DrawInvocation<T, T> call, T[] x, T[] uniforms)
        {
            call(x, uniforms, T.CreateChecked(0.75), Numbers, [], Indices, Margins);
            Assert.True(Indices.Any(static index => index > 0) || Numbers.Any(static number => number != T.Zero));
        }
    }

    // Arrays are precise, whatever the host; probabilities of draws are the same for every accuracy.
    private static Type Host(int length, bool isOfAnyLength, CodeForm form) => isOfAnyLength
        ? AnyLengthHosts.Host(SoftmaxAccuracy.Precise, form)
        : ColumnHosts.Host(length, form == CodeForm.Vectors ? SoftmaxAccuracy.Precise : SoftmaxAccuracy.Default, form);

    private static T[] Uniforms(int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.NextSingle()))];
    }

    // So many rows as the columns of matrices.
    private static TElement[] OfMatrices<TElement>(TElement[] rows, int length)
    {
        int columns = rows.Length / length / Matrices;
        return [.. Enumerable.Range(0, rows.Length).Select(at => rows[(at / (length * columns) * length * columns) + (at % columns * length) + (at / columns % length)])];
    }

    private static void AssertSame(T[] expected, T[] actual, string where)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(TestedRows.AreSame(expected[i], actual[i]), $"{where}: {actual[i]:R} for {expected[i]:R} at {i}");
    }
}
