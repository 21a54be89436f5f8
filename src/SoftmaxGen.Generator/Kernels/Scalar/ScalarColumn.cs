namespace SoftmaxGen.Generated
{
    using global::System;

    /// <summary>Where there are no spans, and so no memory on the stack, one array of each type for each thread.</summary>
    internal static class ScalarColumn<T>
    {
        [ThreadStatic]
        private static T[] kept;

        /// <summary>An array of at least so many elements, which nobody else uses before the next call.</summary>
        public static T[] Of(int length)
        {
            T[] array = kept;
            if (array == null || array.Length < length)
                kept = array = new T[length];
            return array;
        }
    }
}
