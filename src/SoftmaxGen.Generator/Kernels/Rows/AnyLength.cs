namespace SoftmaxGen.Generated
{
    using global::System.Numerics;

    // What is a constant where the length of a row is one.
    internal static partial class SoftmaxKernels
    {
        /// <summary>Three halves of the power of two that is at least <paramref name="length"/>, in units of terms: where an accumulator of a split sum starts.</summary>
        public static double StartOfSplitSum(int length) => 1.5 * BitOperations.RoundUpToPowerOf2((uint)length) * DoubleConstants.TermUnit;
    }
}
