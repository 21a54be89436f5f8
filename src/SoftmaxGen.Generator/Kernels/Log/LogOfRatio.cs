namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    internal static partial class SoftmaxKernels
    {
        /// <summary>log(a / b) for a sum a of terms of which b is the largest.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double LogOfRatio(double a, double b) => Log1p(Math.Max(0.0, (a - b) / b), 0.0).High;
    }
}
