using System.Numerics;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Matrices whose columns are ordinary and special rows.</summary>
internal static class Matrices
{
    /// <summary>Rows, one after the other: every seventh has a NaN, an infinity, masked elements, huge ones or nothing but -infinity.</summary>
    public static T[] Rows<T>(int length, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] all = Distribution.Normal5.Sample<T>(Math.Max(length * rows, 1), seed: length + rows)[..(length * rows)];
        for (int row = 3; row < rows; row += 7)
        {
            Span<T> x = all.AsSpan(row * length, length);
            switch (row / 7 % 5)
            {
                case 0:
                    x[row % length] = T.NaN;
                    break;
                case 1:
                    x[row % length] = T.PositiveInfinity;
                    break;
                case 2:
                    for (int i = 1; i < length; i += 2)
                        x[i] = T.NegativeInfinity;
                    break;
                case 3:
                    for (int i = 0; i < length; i++)
                        x[i] *= T.CreateChecked(1e30);
                    break;
                default:
                    x.Fill(T.NegativeInfinity);
                    break;
            }
        }

        return all;
    }

    /// <summary>A matrix of so many columns, transposed.</summary>
    public static T[] Transposed<T>(T[] matrix, int columns)
    {
        var result = new T[matrix.Length];
        int rows = columns == 0 ? 0 : matrix.Length / columns;
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < columns; k++)
                result[(k * rows) + i] = matrix[(i * columns) + k];
        }

        return result;
    }
}
