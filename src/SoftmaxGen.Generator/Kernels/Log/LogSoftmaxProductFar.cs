namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;

    // The product of rows whose sum is beyond the range of a float, which its products with small probabilities need not be: rare, one element after the other.
    internal static partial class SoftmaxKernels
    {
        /// <summary>g_i - p_i sum of g_k.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void LogSoftmaxProductFar(ref float p, ref float g, ref float destination, int length)
        {
            double total = 0.0;
            for (int i = 0; i < length; i++)
                total += Unsafe.Add(ref g, i);
            for (int i = 0; i < length; i++)
                Unsafe.Add(ref destination, i) = (float)(Unsafe.Add(ref g, i) - (Unsafe.Add(ref p, i) * total));
        }
    }
}
