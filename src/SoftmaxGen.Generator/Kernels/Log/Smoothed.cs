namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    internal static partial class SoftmaxKernels
    {
        /// <summary>A loss and so much of what a uniform target has more; infinite where the label is masked, whatever that is.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static double Smoothed(double loss, double labelSmoothing, double more) =>
            double.IsPositiveInfinity(loss) ? loss : loss + (labelSmoothing * more);
    }
}
