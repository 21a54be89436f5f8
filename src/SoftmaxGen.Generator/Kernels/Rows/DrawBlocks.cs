namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The sum of eight doubles: halves onto halves, whatever the width.
    internal static partial class SoftmaxKernels
    {
        // The number of elements of a row that are in memory at a time.
        private const int DrawnPart = 4096;

        // What an u of 0 counts as.
        private const double LeastUniform = 2.2250738585072014E-308;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double SumOfBlock512(ref double block) => SumOf(Vector512.LoadUnsafe(ref block));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double SumOfBlock256(ref double block) => SumOf(Vector256.LoadUnsafe(ref block) + Vector256.LoadUnsafe(ref block, 4));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double SumOfBlock128(ref double block) =>
            SumOf((Vector128.LoadUnsafe(ref block) + Vector128.LoadUnsafe(ref block, 4)) + (Vector128.LoadUnsafe(ref block, 2) + Vector128.LoadUnsafe(ref block, 6)));

        /// <summary>The first term by which the sum of those up to it is more than a number; the last one that is not 0 where none is, and -1 where all are 0.</summary>
        /// <param name="terms">Blocks of eight terms.</param>
        /// <param name="sums">The sum of all terms up to the end of each block.</param>
        /// <param name="before">The sum of what is before the first block.</param>
        /// <param name="isFound">Whether there is one.</param>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int FindTerm(ref double terms, ref double sums, int blocks, double before, double number, out bool isFound)
        {
            unchecked
            {
                int block = 0, last = -1;
                while (block < blocks && !(Unsafe.Add(ref sums, block) > number))
                    block++;
                isFound = block < blocks;

                // Within a block the sum is one element more each time, and may be rounded to less than that of the block.
                int first = isFound ? 8 * block : 0, end = isFound ? first + 8 : 8 * blocks;
                double sum = block > 0 ? Unsafe.Add(ref sums, block - 1) : before;
                for (int i = first; i < end; i++)
                {
                    double term = Unsafe.Add(ref terms, i);
                    sum += term;
                    last = term > 0.0 ? i : last;
                    if (isFound && sum > number)
                        return i;
                }

                return last;
            }
        }

        /// <summary>e^(x - max) over the sum of these, down to the least numbers.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double TopProbability(double x, double max, double total)
        {
            Vector128<double> element = Vector128.CreateScalar(x), top = Vector128.CreateScalar(max), y = element - top;
            if (!(y.ToScalar() < -DoubleConstants.HalfReach))
                return TermFrom(element, top).ToScalar() / total;

            // The term itself may be a subnormal number, and rounded twice.
            double root = ExpPlain(y * Vector128.Create(0.5)).ToScalar();
            return ((root + (root * LostBetween(element, top, y).ToScalar())) / total) * root;
        }

        /// <summary>1 - e^y for y &lt;= 0, relatively accurate next to 0.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static double OneLess(double y)
        {
            Vector128<double> r = Vector128.CreateScalar(y);
            return y > -0.34 ? -(y + ((y * y) * PlainQuotient(r, r * r).ToScalar())) : 1.0 - ExpPlain(r).ToScalar();
        }

        /// <summary>What an u of 1 counts as: the number of that size that is next to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double MostUniform(int size) => size == 4 ? 1.0 - 5.9604644775390625E-08 : 1.0 - 1.1102230246251565E-16;

        /// <summary>What the terms are counted in of whose total a result of that size is made.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double TopUnit(int size) => size == 4 ? DoubleConstants.Factor : 1.0;

        /// <summary>What the terms of Default are multiplied by to be in units of the largest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double UnitOf(float max) => UnitOfTop(max, Shift(Vector128.CreateScalar(max)).ToScalar());

        /// <inheritdoc cref="UnitOf(float)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double UnitOf(double max) => UnitOfTop(max, Shift(Vector128.CreateScalar(max)).ToScalar(), out double _);

        /// <summary>By what part of its total a sum of terms of Default may differ from that of others, of Precise or of another processor: 2^-36 of doubles. Of floats it is 2^-20,
        /// or 2^-17 where an exponent is the rounded quotient by a temperature.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double DoubtOfSum(int size, bool isScaled) => size == 8 ? 1.4551915228366852E-11 : isScaled ? 7.62939453125E-06 : 9.5367431640625E-07;

        // The element that stands at a place of the copy of a part of a row.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int ElementOf(int place, int start, int end)
        {
            int full = (end - start) & -8;
            return place < full || end < 8 ? start + place : end - 8 + (place - full);
        }

        /// <summary>x - log(-log u) of at least four elements with the logarithms of Default.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static void AddGumbel(ref float x, ref float uniforms, ref float destination, int length)
        {
            if (HasVector512 && length >= Vector512<float>.Count)
                AddGumbel512(ref x, ref uniforms, ref destination, length);
            else if (HasVector256 && length >= Vector256<float>.Count)
                AddGumbel256(ref x, ref uniforms, ref destination, length);
            else
                AddGumbel128(ref x, ref uniforms, ref destination, length);
        }

        // By the widest vectors that the machine has.

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double DrawTerms(ref double blocks, ref double sums, int count, double max, double temperature, double total) =>
            HasVector512 ? DrawTerms512(ref blocks, ref sums, count, max, temperature, total)
            : HasVector256 ? DrawTerms256(ref blocks, ref sums, count, max, temperature, total)
            : DrawTerms128(ref blocks, ref sums, count, max, temperature, total);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double GumbelKeys(ref double blocks, ref double uniforms, int count, double max, double temperature, double most) =>
            HasVector512 ? GumbelKeys512(ref blocks, ref uniforms, count, max, temperature, most)
            : HasVector256 ? GumbelKeys256(ref blocks, ref uniforms, count, max, temperature, most)
            : GumbelKeys128(ref blocks, ref uniforms, count, max, temperature, most);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int IndexIn(ref double blocks, int count, double number) =>
            HasVector512 ? IndexIn512(ref blocks, count, number)
            : HasVector256 ? IndexIn256(ref blocks, count, number)
            : IndexIn128(ref blocks, count, number);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double Second(ref double blocks, int count, double max, ref int ties) =>
            HasVector512 ? Second512(ref blocks, count, max, ref ties)
            : HasVector256 ? Second256(ref blocks, count, max, ref ties)
            : Second128(ref blocks, count, max, ref ties);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static double TopTerms(ref double blocks, int count, double max, double total, ref double lost) =>
            HasVector512 ? TopTerms512(ref blocks, count, max, total, ref lost)
            : HasVector256 ? TopTerms256(ref blocks, count, max, total, ref lost)
            : TopTerms128(ref blocks, count, max, total, ref lost);

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int NextAbove(ref double blocks, int from, int end, double number) =>
            HasVector512 ? NextAbove512(ref blocks, from, end, number)
            : HasVector256 ? NextAbove256(ref blocks, from, end, number)
            : NextAbove128(ref blocks, from, end, number);
    }
}
