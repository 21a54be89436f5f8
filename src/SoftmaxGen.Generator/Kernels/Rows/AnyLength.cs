namespace SoftmaxGen.Generated
{
    using global::System.Numerics;
    using global::System.Runtime.CompilerServices;

    // What is a constant where the length of a row is one.
    internal static partial class SoftmaxKernels
    {
        /// <summary>(p - g) times a weight, in the place of p, with the widest vectors of the machine.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessTarget(ref float p, ref float g, float weight, int length)
        {
            if (HasVector512)
                LessTarget512(ref p, ref g, weight, length);
            else if (HasVector256)
                LessTarget256(ref p, ref g, weight, length);
            else
                LessTarget128(ref p, ref g, weight, length);
        }

        /// <inheritdoc cref="LessTarget(ref float, ref float, float, int)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessTarget(ref double p, ref double g, double weight, int length)
        {
            if (HasVector512)
                LessTarget512(ref p, ref g, weight, length);
            else if (HasVector256)
                LessTarget256(ref p, ref g, weight, length);
            else
                LessTarget128(ref p, ref g, weight, length);
        }

        /// <summary>p less a number, in its place, with the widest vectors of the machine.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessEven(ref float p, float even, int length)
        {
            if (HasVector512)
                LessEven512(ref p, even, length);
            else if (HasVector256)
                LessEven256(ref p, even, length);
            else
                LessEven128(ref p, even, length);
        }

        /// <inheritdoc cref="LessEven(ref float, float, int)"/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void LessEven(ref double p, double even, int length)
        {
            if (HasVector512)
                LessEven512(ref p, even, length);
            else if (HasVector256)
                LessEven256(ref p, even, length);
            else
                LessEven128(ref p, even, length);
        }

        /// <summary>Three halves of the power of two that is at least <paramref name="length"/>, in units of terms: where an accumulator of a split sum starts.</summary>
        public static double StartOfSplitSum(int length) => 1.5 * BitOperations.RoundUpToPowerOf2((uint)length) * DoubleConstants.TermUnit;
    }
}
