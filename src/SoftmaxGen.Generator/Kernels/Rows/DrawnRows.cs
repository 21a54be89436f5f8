namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;

    // Draws from a row of logits and its largest elements with the terms of Precise, the same bits on every processor. A row is computed in double precision, in memory; a longer one
    // than that holds part by part, more than once. Written for float; the text for double is the same.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The element up to which the sum of probabilities of softmax(x / T) is more than a number from 0 to 1; -1 where there are no probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int DrawByInversePrecisely(ref float x, double temperature, double uniform, int length)
        {
            unchecked
            {
                int room = (Math.Min(length, DrawnPart) + 7) / 8;
                Span<double> memory = stackalloc double[9 * room];
                ref double terms = ref MemoryMarshal.GetReference(memory);
                ref double sums = ref Unsafe.Add(ref terms, 8 * room);
                bool isWhole = length <= DrawnPart;
                double max = SpreadAll(ref x, ref terms, length);
                if (max - max != 0.0)
                    return -1;

                double total = 0.0;
                for (int start = 0; start < length; start += DrawnPart)
                {
                    int end = Math.Min(length, start + DrawnPart);
                    if (!isWhole)
                        Spread(ref x, start, end, ref terms, double.NegativeInfinity);
                    total = DrawTerms(ref terms, ref sums, (end - start + 7) / 8, max, temperature, total);
                }

                int drawn = -1;
                double number = uniform * total, before = 0.0;
                for (int start = 0; start < length; start += DrawnPart)
                {
                    int end = Math.Min(length, start + DrawnPart), count = (end - start + 7) / 8;
                    if (!isWhole)
                    {
                        Spread(ref x, start, end, ref terms, double.NegativeInfinity);
                        DrawTerms(ref terms, ref sums, count, max, temperature, before);
                    }

                    int found = FindTerm(ref terms, ref sums, count, before, number, out bool isFound);
                    if (found >= 0)
                        drawn = ElementOf(found, start, end);
                    if (isFound)
                        break;
                    before = Unsafe.Add(ref sums, count - 1);
                }

                return drawn;
            }
        }

        /// <summary>The first element whose x / T - log(-log u) is the largest; -1 where there are no probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int DrawByGumbelPrecisely(ref float x, double temperature, ref float uniforms, int length)
        {
            unchecked
            {
                int room = (Math.Min(length, DrawnPart) + 7) / 8, drawn = -1;
                Span<double> memory = stackalloc double[16 * room];
                ref double keys = ref MemoryMarshal.GetReference(memory);
                ref double u = ref Unsafe.Add(ref keys, 8 * room);
                double max = SpreadAll(ref x, ref keys, length), best = double.NegativeInfinity;
                if (max - max != 0.0)
                    return -1;
                for (int start = 0; start < length; start += DrawnPart)
                {
                    int end = Math.Min(length, start + DrawnPart), count = (end - start + 7) / 8;
                    if (length > DrawnPart)
                        Spread(ref x, start, end, ref keys, double.NegativeInfinity);
                    Spread(ref uniforms, start, end, ref u, 0.5);
                    double largest = GumbelKeys(ref keys, ref u, count, max, temperature, MostUniform(sizeof(float)));
                    if (largest > best)
                    {
                        best = largest;
                        drawn = ElementOf(IndexIn(ref keys, count, largest), start, end);
                    }
                }

                return drawn;
            }
        }

        /// <summary>x - log(-log u).</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void AddGumbelPrecisely(ref float x, ref float uniforms, ref float destination, int length)
        {
            unchecked
            {
                const int Part = 64;
                Span<double> memory = stackalloc double[2 * Part];
                ref double keys = ref MemoryMarshal.GetReference(memory);
                ref double u = ref Unsafe.Add(ref keys, Part);
                for (int start = 0; start < length; start += Part)
                {
                    // A block that overlaps the one before does not read what may have been written.
                    int count = Math.Min(Part, length - start);
                    Spread(ref Unsafe.Add(ref x, start), 0, count & -8, ref keys, 0.0);
                    Spread(ref Unsafe.Add(ref uniforms, start), 0, count & -8, ref u, 0.5);
                    for (int i = count & -8; i < count; i++)
                    {
                        Unsafe.Add(ref keys, i) = Unsafe.Add(ref x, start + i);
                        Unsafe.Add(ref u, i) = Unsafe.Add(ref uniforms, start + i);
                    }

                    GumbelKeys(ref keys, ref u, (count + 7) / 8, 0.0, 1.0, MostUniform(sizeof(float)));
                    for (int i = 0; i < count; i++)
                        Unsafe.Add(ref destination, start + i) = (float)Unsafe.Add(ref keys, i);
                }
            }
        }

        // The terms of draws are precise enough for a float; they are counted in a unit of their own.

        /// <summary>The first element that is the largest, its probability, and how much more that is than that of the next. NaN counts as the largest.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int FindMaxPrecisely(ref float x, int length, out float probability, out float margin)
        {
            unchecked
            {
                int room = (Math.Min(length, DrawnPart) + 7) / 8, first = -1, ties = 0;
                Span<double> memory = stackalloc double[9 * room];
                ref double terms = ref MemoryMarshal.GetReference(memory);
                ref double sums = ref Unsafe.Add(ref terms, 8 * room);
                double max = SpreadAll(ref x, ref terms, length), total = 0.0, lost = 0.0, second = double.NegativeInfinity;
                if (max - max != 0.0)
                {
                    probability = margin = float.NaN;
                    return FirstMax(ref x, length);
                }

                for (int start = 0; start < length; start += DrawnPart)
                {
                    int end = Math.Min(length, start + DrawnPart), count = (end - start + 7) / 8;
                    if (length > DrawnPart)
                        Spread(ref x, start, end, ref terms, double.NegativeInfinity);
                    if (first < 0)
                    {
                        int found = IndexIn(ref terms, count, max);
                        first = found < 0 ? -1 : ElementOf(found, start, end);
                    }

                    second = Math.Max(second, Second(ref terms, count, max, ref ties));
                    total = sizeof(float) == 4 ? total + DrawTerms(ref terms, ref sums, count, max, 1.0, 0.0) : TopTerms(ref terms, count, max, total, ref lost);
                }

                total = (total + lost) / TopUnit(sizeof(float));
                probability = (float)(1.0 / total);
                margin = ties > 1 ? 0 : (float)(OneLess(second - max) / total);
                return first;
            }
        }

        /// <summary>The largest elements in descending order, the first of equal ones first, and their probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void FindTopPrecisely(ref float x, int k, ref float destination, ref int indices, int length)
        {
            unchecked
            {
                Span<float> values = MemoryMarshal.CreateSpan(ref destination, k);
                Span<int> places = MemoryMarshal.CreateSpan(ref indices, k);
                int room = (Math.Min(length, DrawnPart) + 7) / 8, held = 0;
                Span<double> memory = stackalloc double[9 * room];
                ref double terms = ref MemoryMarshal.GetReference(memory);
                ref double sums = ref Unsafe.Add(ref terms, 8 * room);
                double max = SpreadAll(ref x, ref terms, length), total = 0.0, lost = 0.0;
                if (max - max != 0.0)
                {
                    for (int i = 0; i < length; i++)
                        held = Offer(values, 0, places, 0, k, held, Unsafe.Add(ref x, i), i);
                    SortTop(values, 0, places, 0, k);
                    values.Fill(float.NaN);
                    return;
                }

                for (int start = 0; start < length; start += DrawnPart)
                {
                    int end = Math.Min(length, start + DrawnPart), count = (end - start + 7) / 8;
                    if (length > DrawnPart)
                        Spread(ref x, start, end, ref terms, double.NegativeInfinity);
                    for (int i = start; i < end && held < k; i++)
                        held = Offer(values, 0, places, 0, k, held, Unsafe.Add(ref x, i), i);

                    // After k elements only one that is above the least of those held counts.
                    int next = held < k ? 8 * count : Math.Min(8 * count, Math.Max(0, k - start));
                    while ((next = NextAbove(ref terms, next, 8 * count, values[0])) < 8 * count)
                    {
                        int element = ElementOf(next, start, end);
                        if (element >= k)
                            held = Offer(values, 0, places, 0, k, held, Unsafe.Add(ref x, element), element);
                        next++;
                    }

                    total = sizeof(float) == 4 ? total + DrawTerms(ref terms, ref sums, count, max, 1.0, 0.0) : TopTerms(ref terms, count, max, total, ref lost);
                }

                SortTop(values, 0, places, 0, k);
                StoreProbabilities(values, max, (total + lost) / TopUnit(sizeof(float)));
            }
        }

        // The largest element of a row, which is copied; NaN where there is a NaN.
        private static double SpreadAll(ref float x, ref double blocks, int length)
        {
            double max = double.NegativeInfinity;
            for (int start = 0; start < length; start += DrawnPart)
                max = Math.Max(max, Spread(ref x, start, Math.Min(length, start + DrawnPart), ref blocks, double.NegativeInfinity));
            return max;
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double Spread(ref float x, int start, int end, ref double blocks, double padding) =>
            HasVector512 ? Spread512(ref x, start, end, ref blocks, padding)
            : HasVector256 ? Spread256(ref x, start, end, ref blocks, padding)
            : Spread128(ref x, start, end, ref blocks, padding);

        // A row of less than a block.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double SpreadFew(ref float x, int length, ref double block, double padding)
        {
            double max = double.NegativeInfinity;
            for (int i = 0; i < 8; i++)
            {
                Unsafe.Add(ref block, i) = i < length ? Unsafe.Add(ref x, i) : padding;
                max = Math.Max(max, Unsafe.Add(ref block, i));
            }

            return max;
        }

        // The first NaN, or the first element that is the largest.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int FirstMax(ref float x, int length)
        {
            int first = 0;
            for (int i = 1; i < length; i++)
            {
                if (IsAhead(Unsafe.Add(ref x, i), i, Unsafe.Add(ref x, first), first))
                    first = i;
            }

            return first;
        }
    }
}
