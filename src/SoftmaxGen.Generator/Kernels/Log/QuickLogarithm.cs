namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.InteropServices;
    using global::System.Runtime.Intrinsics;

    // Noise from the Gumbel distribution in single precision. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>log x for normal numbers x > 0, relative error below 2e-7, also next to 1, where <paramref name="lessOne"/>, x - 1, is what counts.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> LogQuick(Vector256<float> x, Vector256<float> lessOne)
        {
            // x = 2^k (1 + f), from the root of 1/2 to that of 2.
            Vector256<int> root = Vector256.Create(0x3F3504F3), shifted = x.AsInt32() + (Vector256.Create(0x3F800000) - root);
            Vector256<float> k = Vector256.ConvertToSingle(Vector256.ShiftRightArithmetic(shifted, 23) - Vector256.Create(127));
            Vector256<float> f = ((shifted & Vector256.Create(0x7FFFFF)) + root).AsSingle() - Vector256<float>.One;
            f = Vector256.ConditionalSelect(Vector256.Equals(k, Vector256<float>.Zero), lessOne, f);

            // (log(1 + f) - f + f^2 / 2) / f^3, the polynomial of Cephes.
            Vector256<float> s = f * f;
            Vector256<float> first = MultiplyAdd(Vector256.Create(-2.4999993993E-1f), f, Vector256.Create(3.3333331174E-1f));
            Vector256<float> second = MultiplyAdd(Vector256.Create(-1.6668057665E-1f), f, Vector256.Create(2.0000714765E-1f));
            Vector256<float> third = MultiplyAdd(Vector256.Create(-1.2420140846E-1f), f, Vector256.Create(1.4249322787E-1f));
            Vector256<float> fourth = MultiplyAdd(Vector256.Create(-1.1514610310E-1f), f, Vector256.Create(1.1676998740E-1f));
            fourth = MultiplyAdd(Vector256.Create(7.0376836292E-2f), s, fourth);
            Vector256<float> q = MultiplyAdd(MultiplyAdd(MultiplyAdd(fourth, s, third), s, second), s, first);
            Vector256<float> rest = MultiplyAdd(k, Vector256.Create(-2.12194440e-4f), MultiplyAdd(q, f, Vector256.Create(-0.5f)) * s);
            return MultiplyAdd(k, Vector256.Create(0.693359375f), f + rest);
        }

        /// <summary>-log u, more than 0 and finite for every u from 0 to 1.</summary>
        /// <param name="u">The uniform number.</param>
        /// <param name="lessOne">u - 1, less than 0.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLog256(Vector256<float> u, Vector256<float> lessOne)
        {
            Vector256<float> v = -LogQuick(u, lessOne), small = Vector256.LessThan(u, Vector256.Create(1.17549435E-38f));
            if (small != Vector256<float>.Zero)
            {
                // Of a subnormal number, and of the number that 0 counts as.
                Vector256<float> larger = u * Vector256.Create(18446744073709551616f), ofSmall = Vector256.Create(44.3614195f) - LogQuick(larger, larger - Vector256<float>.One);
                v = Vector256.ConditionalSelect(small, Vector256.ConditionalSelect(Vector256.LessThanOrEqual(u, Vector256<float>.Zero), Vector256.Create(708.396419f), ofSmall), v);
            }

            return v;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLogAt256(ref float uniforms, int at)
        {
            Vector256<float> u = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)at);
            return MinusLog256(u, Min(u - Vector256<float>.One, Vector256.Create(-5.9604644775390625E-08f)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> MinusLogAt256(ref double uniforms, int at)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)at), b = Vector256.LoadUnsafe(ref uniforms, (UIntPtr)(at + Vector256<double>.Count)), one = Vector256<double>.One;
            Vector256<float> u = Vector256.Narrow(a, b), v = MinusLog256(u, Min(Vector256.Narrow(a - one, b - one), Vector256.Create(-1.1102230246251565E-16f)));

            // So small a number is none of single precision: NaN, and the draw is made with the logarithms of Precise.
            return Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256.Create(1.17549435E-38f)), Vector256.Create(float.NaN), v);
        }

        // (x - max) / T of as many elements.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> ScaledFrom256(ref float x, int at, float max, float scale) =>
            (Vector256.LoadUnsafe(ref x, (UIntPtr)at) - Vector256.Create(max)) * Vector256.Create(scale);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> ScaledFrom256(ref double x, int at, double max, double scale)
        {
            Vector256<double> top = Vector256.Create(max), factor = Vector256.Create(scale);
            return Vector256.Narrow((Vector256.LoadUnsafe(ref x, (UIntPtr)at) - top) * factor, (Vector256.LoadUnsafe(ref x, (UIntPtr)(at + Vector256<double>.Count)) - top) * factor);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> GumbelAt256(ref float uniforms, int at)
        {
            Vector256<float> v = MinusLogAt256(ref uniforms, at);
            return -LogQuick(v, v - Vector256<float>.One);
        }

        /// <summary>x - log(-log u) of at least a vector.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void AddGumbel256(ref float x, ref float uniforms, ref float destination, int length)
        {
            unchecked
            {
                // What overlaps the last whole vector is read before that is written.
                int tail = length - Vector256<float>.Count;
                Vector256<float> last = Vector256.LoadUnsafe(ref x, (UIntPtr)tail) + GumbelAt256(ref uniforms, tail);
                for (int i = 0; i < tail; i += Vector256<float>.Count)
                    (Vector256.LoadUnsafe(ref x, (UIntPtr)i) + GumbelAt256(ref uniforms, i)).StoreUnsafe(ref destination, (UIntPtr)i);
                last.StoreUnsafe(ref destination, (UIntPtr)tail);
            }
        }
    }
}
