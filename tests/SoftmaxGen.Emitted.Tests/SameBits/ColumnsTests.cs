using System.Numerics;
using System.Reflection;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleColumnsTests : ColumnsTests<float>;

public class DoubleColumnsTests : ColumnsTests<double>;

/// <summary>A column has the bits that the same values have as a row: at each width, however many columns there are.</summary>
public abstract class ColumnsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private delegate void WidthMap(ref T x, ref T destination, int columns);

    private delegate void LabelledWidthMap(ref T x, ref int label, ref T destination, int columns);

    // None, one, parts of a vector of each width, whole ones, rows that are a page apart, and more than a tile of most lengths.
    private static readonly int[] Counts = [0, 1, 2, 3, 5, 8, 16, 31, 100, 1024, 1101];

    [Theory, CombinatorialCases]
    public void A_column_has_the_bits_of_a_row(SoftmaxAccuracy accuracy)
    {
        foreach (int length in ColumnHosts.Lengths)
        {
            Type host = ColumnHosts.Host(length, accuracy);
            int compared = 0;
            foreach (int columns in Counts.Where(count => count * length <= 150_000))
            {
                T[] rows = Matrices.Rows<T>(length, columns), expected = new T[rows.Length];
                int[] labels = [.. Enumerable.Range(0, columns).Select(column => column * 5 % length)];
                T[] x = Matrices.Transposed(rows, length);
                foreach (string member in (string[])["Softmax", "LogSoftmax", "CrossEntropyGradient"])
                {
                    bool isLabelled = member == "CrossEntropyGradient";
                    if (isLabelled)
                        ColumnHosts.Bind<LabelledRowsMap<T>>(host, member + "Rows")(rows, labels, expected);
                    else
                        ColumnHosts.Bind<Map<T>>(host, member + "Rows")(rows, expected);
                    foreach (int width in (int[])[128, 256, 512])
                    {
                        MethodInfo? method = ColumnHosts.AtWidth<T>(host, (isLabelled ? "Gradient" : member) + "Columns", width);
                        if (method is null || !WidthMethods.Runs(width) || columns == 0)
                            continue;
                        T[] actual = new T[x.Length], inPlace = [.. x];
                        foreach ((T[] from, T[] to) in ((T[], T[])[])[(x, actual), (inPlace, inPlace)])
                        {
                            if (isLabelled)
                                method.CreateDelegate<LabelledWidthMap>()(ref from[0], ref labels[0], ref to[0], columns);
                            else
                                method.CreateDelegate<WidthMap>()(ref from[0], ref to[0], columns);
                            AssertSame(expected, to, columns, $"{host.Name}, {method.Name}, {columns} columns{(from == to ? ", in place" : "")}");
                        }

                        compared++;
                    }

                    // And by the public method, which chooses the width.
                    T[] chosen = new T[x.Length];
                    if (isLabelled)
                        ColumnHosts.Bind<LabelledColumnsMap<T>>(host, member + "Columns")(x, columns, labels, chosen);
                    else
                        ColumnHosts.Bind<ColumnsMap<T>>(host, member + "Columns")(x, columns, chosen);
                    AssertSame(expected, chosen, columns, $"{host.Name}, {member}Columns, {columns} columns");
                }
            }

            Assert.True(compared >= 10 || !WidthMethods.Runs(128), $"{host.Name}: only {compared} comparisons were made.");
        }
    }

    private static void AssertSame(T[] rows, T[] matrix, int columns, string where)
    {
        T[] actual = Matrices.Transposed(matrix, columns);
        for (int i = 0; i < rows.Length; i++)
            Assert.True(TestedRows.AreSame(rows[i], actual[i]), $"{where}: {actual[i]:R} for {rows[i]:R} in column {i * columns / rows.Length}");
    }
}
