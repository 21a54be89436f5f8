namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    // Checks of arguments, all of them made before anything is written, and the exceptions they throw.
    internal static partial class SoftmaxKernels
    {
        /// <summary>A label for each row or column, each the index of a class.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void CheckLabels(ReadOnlySpan<int> labels, int count, int classes)
        {
            if (labels.Length != count)
                ThrowLength(nameof(labels), count, labels.Length);
            for (int i = 0; i < count; i++)
            {
                if (labels[i] < 0 || labels[i] >= classes)
                    ThrowLabelAt(i, nameof(labels), classes, labels[i]);
            }
        }

        /// <summary>The same, where a label may also be the one of rows that do not count.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void CheckLabels(ReadOnlySpan<int> labels, int count, int classes, int ignoreIndex)
        {
            if (labels.Length != count)
                ThrowLength(nameof(labels), count, labels.Length);
            for (int i = 0; i < count; i++)
            {
                if ((labels[i] < 0 || labels[i] >= classes) && labels[i] != ignoreIndex)
                    ThrowLabelAt(i, nameof(labels), classes, labels[i]);
            }
        }

        /// <summary>How many labels are not the one of rows that do not count.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static int CountLabels(ReadOnlySpan<int> labels, int ignoreIndex)
        {
            int count = 0;
            for (int row = 0; row < labels.Length; row++)
                count += labels[row] == ignoreIndex ? 0 : 1;
            return count;
        }

        /// <summary>How many matrices of so many rows and columns there are, one after the other.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static int CountMatrices(string name, int rows, int actual, int columns)
        {
            if (columns < 0)
                throw new ArgumentOutOfRangeException(nameof(columns), columns, "The number of columns must not be negative.");
            long elements = (long)columns * rows;
            if (elements == 0 ? actual != 0 : actual % elements != 0)
                throw new ArgumentException("The length must be a multiple of " + elements + ", that of " + columns + " columns, but it is " + actual + ".", name);
            return elements == 0 ? 0 : (int)(actual / elements);
        }

        public static void ThrowLength(string name, int expected, int actual) =>
            throw new ArgumentException("The length must be " + expected + ", but it is " + actual + ".", name);

        public static void ThrowEmpty(string name) =>
            throw new ArgumentException("A row must have at least one element.", name);

        public static void ThrowRowLength(int actual) =>
            throw new ArgumentOutOfRangeException("length", actual, "The length of a row must be at least 1.");

        public static void ThrowColumnLength(int actual, int most) =>
            throw new ArgumentOutOfRangeException("length", actual, "The length of a column must be at least 1 and at most " + most + ".");

        public static void ThrowRows(string name, int row, int actual) =>
            throw new ArgumentException("The length must be a multiple of " + row + ", but it is " + actual + ".", name);

        public static void ThrowTooShort(long expected, int actual) =>
            throw new ArgumentException("The length must be at least " + expected + ", but it is " + actual + ".", "destination");

        /// <summary>Numbers from 0 to 1.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void CheckUniforms(ReadOnlySpan<float> uniforms)
        {
            for (int i = 0; i < uniforms.Length; i++)
            {
                if (!(uniforms[i] >= 0f && uniforms[i] <= 1f))
                    ThrowUniformAt(i, uniforms[i]);
            }
        }

        /// <inheritdoc cref="CheckUniforms(ReadOnlySpan{float})"/>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void CheckUniforms(ReadOnlySpan<double> uniforms)
        {
            for (int i = 0; i < uniforms.Length; i++)
            {
                if (!(uniforms[i] >= 0.0 && uniforms[i] <= 1.0))
                    ThrowUniformAt(i, uniforms[i]);
            }
        }

        public static void ThrowUniform(double actual) =>
            throw new ArgumentOutOfRangeException("uniform", actual, "A uniform number must be at least 0 and at most 1.");

        public static void ThrowUniformAt(int index, double actual) =>
            throw new ArgumentOutOfRangeException("uniforms", actual, "A uniform number must be at least 0 and at most 1, and uniforms[" + index + "] is not.");

        public static void ThrowCount(int actual, int length) =>
            throw new ArgumentOutOfRangeException("k", actual, "The number of elements must be at least 1 and at most " + length + ".");

        public static void ThrowTooShort(string name, int expected, int actual) =>
            throw new ArgumentException("The length must be at least " + expected + ", but it is " + actual + ".", name);

        public static void ThrowMargins() =>
            throw new ArgumentException("The margins must be apart from what is read and from the other results.", "margins");

        public static void ThrowOverlap() =>
            throw new ArgumentException("The destination overlaps an input partly; it must start at the same element or be apart.", "destination");

        public static void ThrowOverlapWith(string name) =>
            throw new ArgumentException("The destination overlaps " + name + ", which is read until the end; it must be apart from it.", "destination");

        public static void ThrowLabelSmoothing(double actual) =>
            throw new ArgumentOutOfRangeException("labelSmoothing", actual, "The label smoothing must be at least 0 and at most 1.");

        public static void ThrowLabel(string name, int classes, int actual) =>
            throw new ArgumentOutOfRangeException(name, actual, "A label must be at least 0 and less than " + classes + ".");

        public static void ThrowLabelAt(int index, string name, int classes, int actual) =>
            throw new ArgumentOutOfRangeException(name, actual, "A label must be at least 0 and less than " + classes + ", and " + name + "[" + index + "] is not.");

        public static void ThrowTemperature(double actual) =>
            throw new ArgumentOutOfRangeException("temperature", actual, "The temperature must be positive and finite.");
    }
}
