namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Predictions with the terms of Default, and draws. A draw that the rounding of these terms could change is made again with those of Precise: it is the same
    // on every processor. A short row is padded to a block, of 256 bytes. Written for float; the text for double is the same.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The first element that is the largest, its probability, and how much more that is than that of the next. NaN counts as the largest.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int FindMax(ref float x, int length, out float probability, out float margin)
        {
            Span<float> memory = stackalloc float[256 / sizeof(float)];
            ref float spare = ref MemoryMarshal.GetReference(memory);
            ref float row = ref BlockOf(ref x, length, ref spare);
            int padded = Math.Max(length, 256 / sizeof(float));
            double total = TotalOfTerms(ref row, padded, out float max);
            if (total - total != 0.0)
            {
                probability = margin = float.NaN;
                return FirstMax(ref x, length);
            }

            int first = FirstAndSecond(ref row, padded, max, out int ties, out float second);
            probability = (float)(1.0 / total);
            margin = ties > 1 ? 0 : (float)(OneLess((double)second - max) / total);
            return first;
        }

        /// <summary>The largest elements in descending order, the first of equal ones first, and their probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void FindTop(ref float x, int k, ref float destination, ref int indices, int length)
        {
            unchecked
            {
                Span<float> values = MemoryMarshal.CreateSpan(ref destination, k), memory = stackalloc float[256 / sizeof(float)];
                Span<int> places = MemoryMarshal.CreateSpan(ref indices, k);
                ref float spare = ref MemoryMarshal.GetReference(memory);
                ref float row = ref BlockOf(ref x, length, ref spare);
                int padded = Math.Max(length, 256 / sizeof(float)), held = 0, next = k;
                double total = TotalOfTerms(ref row, padded, out float max);
                bool isNaN = total - total != 0.0;
                while (held < k)
                    held = Offer(values, 0, places, 0, k, held, Unsafe.Add(ref x, held), held);

                // After k elements only one that is above the least of those held counts; NaN is above all.
                while ((next = isNaN ? next : NextOver(ref row, next, padded, values[0])) < length)
                {
                    held = Offer(values, 0, places, 0, k, held, Unsafe.Add(ref x, next), next);
                    next++;
                }

                SortTop(values, 0, places, 0, k);
                if (isNaN)
                    values.Fill(float.NaN);
                else
                    StoreProbabilities(values, max, total);
            }
        }

        // The probabilities of elements in descending order, two at a time.
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static void StoreProbabilities(Span<float> values, double max, double total)
        {
            unchecked
            {
                for (int i = 0; i < values.Length; i += 2)
                {
                    double a = values[i], b = values[Math.Min(i + 1, values.Length - 1)];
                    Vector128<double> p = TermFrom(Vector128.Create(a, b), Vector128.Create(max)) / Vector128.Create(total);
                    bool isFar = b - max < -DoubleConstants.HalfReach;
                    values[i] = (float)(isFar ? TopProbability(a, max, total) : p.ToScalar());
                    if (i + 1 < values.Length)
                        values[i + 1] = (float)(isFar ? TopProbability(b, max, total) : p.GetElement(1));
                }
            }
        }

        /// <summary>The element up to which the sum of probabilities of softmax(x / T) is more than a number from 0 to 1; -1 where there are no probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int DrawByInverse(ref float x, double temperature, double uniform, int length)
        {
            unchecked
            {
                const int Block = 256 / sizeof(float);
                Span<float> memory = stackalloc float[2 * Block];
                ref float spare = ref MemoryMarshal.GetReference(memory);
                ref float terms = ref Unsafe.Add(ref spare, Block);
                ref float row = ref BlockOf(ref x, length, ref spare);
                int padded = Math.Max(length, Block), part = Block;
                while (padded / part > 256)
                    part *= 2;
                Span<double> memoryOfSums = stackalloc double[1 + (padded / part)];
                ref double sums = ref MemoryMarshal.GetReference(memoryOfSums);
                float max = MaxOf(ref row, padded);
                if (!(max - max == 0 && HasConstants((float)temperature)))
                    return DrawByInversePrecisely(ref x, temperature, uniform, length);

                bool isScaled = temperature != 1.0 || !IsModerate(Vector128.CreateScalar(max));
                float top = isScaled ? 0 : max, scale = isScaled ? (float)(1.0 / temperature) : 0;
                double total = SumTerms(ref row, padded, top, max, scale, part, ref sums, out double _);
                double number = uniform * total, doubt = total * DoubtOfSum(sizeof(float), isScaled), sum = 0.0, before = 0.0;
                int inPart = 0, start = 0;
                while (inPart < padded / part && !(Unsafe.Add(ref sums, inPart) > number))
                    inPart++;
                start = inPart * part;
                sum = inPart > 0 ? Unsafe.Add(ref sums, inPart - 1) : 0.0;

                // Of a part of several blocks the one with the element.
                for (; part > Block && start + Block < padded; start += Block)
                {
                    double next = sum + SumTerms(ref Unsafe.Add(ref row, start), Block, top, max, scale, Block, ref before, out double _);
                    if (next > number)
                        break;
                    sum = next;
                }

                int end = Math.Min(length, start + Block), drawn = start, at = Math.Min(start, padded - Block);
                StoreTerms(ref Unsafe.Add(ref row, at), ref terms, Block, top, max, scale);
                before = double.NaN;
                for (; drawn < end; drawn++)
                {
                    before = sum;
                    sum += Unsafe.Add(ref terms, drawn - at);
                    if (sum > number)
                        break;
                }

                bool isCertain = sum > number && (drawn == 0 || before + doubt <= number) && (drawn == length - 1 || sum - doubt > number);
                return isCertain ? drawn : DrawByInversePrecisely(ref x, temperature, uniform, length);
            }
        }

        /// <summary>The first element whose x / T - log(-log u) is the largest; -1 where there are no probabilities.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static int DrawByGumbel(ref float x, double temperature, ref float uniforms, int length)
        {
            unchecked
            {
                const int Block = 256 / sizeof(float);
                Span<float> memory = stackalloc float[2 * Block];
                ref float spare = ref MemoryMarshal.GetReference(memory);
                ref float row = ref BlockOf(ref x, length, ref spare);
                ref float noise = ref (length < Block ? ref Padded(ref uniforms, length, ref Unsafe.Add(ref spare, Block), 0.5f) : ref uniforms);
                int padded = Math.Max(length, Block);
                float max = MaxOf(ref row, padded);
                if (!(max - max == 0 && HasConstants((float)temperature)))
                    return DrawByGumbelPrecisely(ref x, temperature, ref uniforms, length);

                int drawn = LargestKey(ref row, ref noise, padded, max, (float)(1.0 / temperature), out double lead);
                return lead > 6.103515625E-05 ? drawn : DrawByGumbelPrecisely(ref x, temperature, ref uniforms, length);
            }
        }

        // Of rows of any length: the shortest have the terms of Precise, which take no longer.

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int FindMaxOfAny(ref float x, int length, out float probability, out float margin) =>
            length < 128 / sizeof(float) ? FindMaxPrecisely(ref x, length, out probability, out margin) : FindMax(ref x, length, out probability, out margin);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void FindTopOfAny(ref float x, int k, ref float destination, ref int indices, int length)
        {
            if (length < 128 / sizeof(float))
                FindTopPrecisely(ref x, k, ref destination, ref indices, length);
            else
                FindTop(ref x, k, ref destination, ref indices, length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int DrawByInverseOfAny(ref float x, double temperature, double uniform, int length) =>
            length < 128 / sizeof(float) ? DrawByInversePrecisely(ref x, temperature, uniform, length) : DrawByInverse(ref x, temperature, uniform, length);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int DrawByGumbelOfAny(ref float x, double temperature, ref float uniforms, int length) =>
            length < 128 / sizeof(float) ? DrawByGumbelPrecisely(ref x, temperature, ref uniforms, length) : DrawByGumbel(ref x, temperature, ref uniforms, length);

        /// <summary>Whether all numbers are from 0 to 1.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static bool AreUniform(ReadOnlySpan<float> uniforms)
        {
            ref float first = ref MemoryMarshal.GetReference(uniforms);
            return HasVector512 ? AreUniform512(ref first, uniforms.Length) : HasVector256 ? AreUniform256(ref first, uniforms.Length) : AreUniform128(ref first, uniforms.Length);
        }

        // By the widest vectors that the machine has.

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static float MaxOf(ref float x, int length) =>
            HasVector512 ? MaxOf512(ref x, length) : HasVector256 ? MaxOf256(ref x, length) : MaxOf128(ref x, length);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double SumTerms(ref float x, int length, float top, float origin, float scale, int part, ref double sums, out double own) =>
            HasVector512 ? SumTerms512(ref x, length, top, origin, scale, part, ref sums, out own)
            : HasVector256 ? SumTerms256(ref x, length, top, origin, scale, part, ref sums, out own)
            : SumTerms128(ref x, length, top, origin, scale, part, ref sums, out own);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int FirstAndSecond(ref float x, int length, float max, out int ties, out float second) =>
            HasVector512 ? FirstAndSecond512(ref x, length, max, out ties, out second)
            : HasVector256 ? FirstAndSecond256(ref x, length, max, out ties, out second)
            : FirstAndSecond128(ref x, length, max, out ties, out second);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int NextOver(ref float x, int from, int end, float number) =>
            HasVector512 ? NextOver512(ref x, from, end, number) : HasVector256 ? NextOver256(ref x, from, end, number) : NextOver128(ref x, from, end, number);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int LargestKey(ref float x, ref float uniforms, int length, float max, float scale, out double lead) =>
            HasVector512 ? LargestKey512(ref x, ref uniforms, length, max, scale, out lead)
            : HasVector256 ? LargestKey256(ref x, ref uniforms, length, max, scale, out lead)
            : LargestKey128(ref x, ref uniforms, length, max, scale, out lead);

        // The sum of all terms in units of the largest; NaN where there are no probabilities.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double TotalOfTerms(ref float x, int length, out float max)
        {
            double none = double.NaN;
            max = MaxOf(ref x, length);
            if (max - max != 0)
                return none;
            bool isFar = !IsModerate(Vector128.CreateScalar(max));
            float top = isFar ? 0 : max;
            double sum = SumTerms(ref x, length, top, max, isFar ? 1 : 0, 1 << 30, ref none, out double own);

            // Of the largest term itself nothing is rounded.
            return 1.0 + ((sum - own) * UnitOf(top));
        }

        /// <summary>The terms of a few elements, in order.</summary>
        private static void StoreTerms(ref float x, ref float terms, int count, float top, float origin, float scale)
        {
            unchecked
            {
                Vector128<float> shift = Shift(Vector128.Create(top)), lowest = Lowest(Vector128.Create(top));
                for (int i = 0; i < count; i += Vector128<float>.Count)
                {
                    Vector128<float> v = Vector128.LoadUnsafe(ref x, (UIntPtr)i);
                    if (scale != 0)
                        v = (v - Vector128.Create(origin)) * Vector128.Create(scale);
                    Exp(v, shift, lowest).StoreUnsafe(ref terms, (UIntPtr)i);
                }
            }
        }

        // The row, or what it is padded to.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ref float BlockOf(ref float x, int length, ref float spare) =>
            ref (length < 256 / sizeof(float) ? ref Padded(ref x, length, ref spare, float.NegativeInfinity) : ref x);

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static ref float Padded(ref float x, int length, ref float spare, float padding)
        {
            Span<float> memory = MemoryMarshal.CreateSpan(ref spare, 256 / sizeof(float));
            memory.Fill(padding);
            MemoryMarshal.CreateSpan(ref x, length).CopyTo(memory);
            return ref spare;
        }
    }
}
