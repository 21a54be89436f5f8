namespace SoftmaxGen.Generated
{
    using global::System.Numerics;

    // What is a constant where the length of a row is one.
    internal static partial class SoftmaxKernels
    {
        /// <summary>How many columns are computed at a time: whole lines of a cache, as many as fit half of a small first cache, one at least.</summary>
        public static int ColumnsOfTile(int length, int elementSize)
        {
            int fitting = 16384 / elementSize / length, line = 64 / elementSize;
            if (fitting < line)
                fitting = global::System.Math.Min(65536 / elementSize / length, line);
            return fitting >= line ? fitting / line * line : global::System.Math.Max(fitting, 1);
        }

        /// <summary>Three halves of the power of two that is at least <paramref name="length"/>, in units of terms: where an accumulator of a split sum starts.</summary>
        public static double StartOfSplitSum(int length) => 1.5 * BitOperations.RoundUpToPowerOf2((uint)length) * DoubleConstants.TermUnit;
    }
}
