namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;

    // Where the constants of the exponentials begin. A kernel asks once and goes on by references: a span is several locals, and
    // .NET 8 and 9 inline nothing any more into a method that has 512.
    internal static partial class SoftmaxKernels
    {
        private static ref float SingleRows
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref MemoryMarshal.GetReference(SingleConstants.Rows);
        }

        private static ref double DoubleRows
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref MemoryMarshal.GetReference(DoubleConstants.Rows);
        }

        private static ref int SingleEighths
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref MemoryMarshal.GetReference(SingleConstants.Eighths);
        }

        private static ref long DoubleEighths
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => ref MemoryMarshal.GetReference(DoubleConstants.Eighths);
        }
    }
}
