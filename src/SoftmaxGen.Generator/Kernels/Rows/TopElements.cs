namespace SoftmaxGen.Generated
{
    using global::System;

    // The first k elements of a row in descending order: a heap whose root is the last one of those held. Written for float; the text for double is the same.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Whether an element comes before another: a larger one does, NaN before all numbers, and of equal ones the first.</summary>
        public static bool IsAhead(float a, int indexOfA, float b, int indexOfB)
        {
            bool isNaN = float.IsNaN(a);
            return a == b || (isNaN && float.IsNaN(b)) ? indexOfA < indexOfB : isNaN || a > b;
        }

        /// <summary>Takes an element in if it is one of the first k so far; returns the number of those held.</summary>
        public static int Offer(Span<float> values, int from, Span<int> indices, int at, int k, int held, float x, int index)
        {
            if (held < k)
            {
                int place = held;
                for (; place > 0 && IsAhead(values[from + ((place - 1) / 2)], indices[at + ((place - 1) / 2)], x, index); place = (place - 1) / 2)
                {
                    values[from + place] = values[from + ((place - 1) / 2)];
                    indices[at + place] = indices[at + ((place - 1) / 2)];
                }

                values[from + place] = x;
                indices[at + place] = index;
                return held + 1;
            }

            if (IsAhead(x, index, values[from], indices[at]))
                Settle(values, from, indices, at, held, x, index);
            return held;
        }

        /// <summary>Sorts those held.</summary>
        public static void SortTop(Span<float> values, int from, Span<int> indices, int at, int k)
        {
            for (int last = k - 1; last > 0; last--)
            {
                float x = values[from + last];
                int index = indices[at + last];
                values[from + last] = values[from];
                indices[at + last] = indices[at];
                Settle(values, from, indices, at, last, x, index);
            }
        }

        // Puts an element in the place of the root.
        private static void Settle(Span<float> values, int from, Span<int> indices, int at, int held, float x, int index)
        {
            int place = 0;
            while ((2 * place) + 1 < held)
            {
                int child = (2 * place) + 1;
                if (child + 1 < held && IsAhead(values[from + child], indices[at + child], values[from + child + 1], indices[at + child + 1]))
                    child++;
                if (!IsAhead(x, index, values[from + child], indices[at + child]))
                    break;
                values[from + place] = values[from + child];
                indices[at + place] = indices[at + child];
                place = child;
            }

            values[from + place] = x;
            indices[at + place] = index;
        }
    }
}
