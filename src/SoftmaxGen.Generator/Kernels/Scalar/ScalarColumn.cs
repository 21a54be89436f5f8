namespace SoftmaxGen.Generated
{
    using global::System;

    /// <summary>Where there are no spans, and so no memory on the stack, two arrays of each type for each thread.</summary>
    internal static class ScalarColumn<T>
    {
        [ThreadStatic]
        private static T[][] kept;

        /// <summary>One of two arrays of at least so many elements, which nobody else uses before the next call.</summary>
        public static T[] Of(int index, int length)
        {
            T[][] arrays = kept;
            if (arrays == null)
                kept = arrays = new T[2][];
            T[] array = arrays[index];
            if (array == null || array.Length < length)
                arrays[index] = array = new T[length];
            return array;
        }
    }
}
