namespace SoftmaxGen.Generated
{
    using global::System;

    // One column of a matrix, as a row beside it. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>The elements at a distance from each other, one after the other.</summary>
        public static void ReadColumn(ReadOnlySpan<float> matrix, int from, int columns, Span<float> column, int length)
        {
            for (int i = 0; i < length; i++)
                column[i] = matrix[from + (i * columns)];
        }

        /// <summary>And back.</summary>
        public static void WriteColumn(ReadOnlySpan<float> column, Span<float> matrix, int to, int columns, int length)
        {
            for (int i = 0; i < length; i++)
                matrix[to + (i * columns)] = column[i];
        }
    }
}
