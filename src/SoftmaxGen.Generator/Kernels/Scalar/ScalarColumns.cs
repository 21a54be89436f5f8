namespace SoftmaxGen.Generated
{
    using global::System;

    // One column of a matrix, as a row beside it.
    internal static partial class ScalarKernels
    {
        /// <summary>The elements at a distance from each other, one after the other.</summary>
        public static void ReadColumn<T>(ReadOnlySpan<T> matrix, int from, int columns, Span<T> column, int length)
        {
            for (int i = 0; i < length; i++)
                column[i] = matrix[from + (i * columns)];
        }

        /// <summary>And back.</summary>
        public static void WriteColumn<T>(ReadOnlySpan<T> column, Span<T> matrix, int to, int columns, int length)
        {
            for (int i = 0; i < length; i++)
                matrix[to + (i * columns)] = column[i];
        }
    }
}
