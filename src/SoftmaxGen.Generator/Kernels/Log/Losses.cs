namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The cross-entropies of several rows at once: no row waits for its logarithm.
    internal static partial class SoftmaxKernels
    {
        /// <summary>The number of rows whose losses are computed at once.</summary>
        public const int RowsOfLosses = 16;

        /// <summary>The label's logit is taken as no further below the maximum than that, so that a double holds the sum of the other terms in units of its own.</summary>
        public const double LeastOwn = 600.0;

        /// <summary>Stores what the loss of a row is computed from: the label's own term, the sum of the others, and how much further below the maximum the label's logit is than that term says.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void StoreLoss(ref double parts, double others, double own, double further)
        {
            parts = others;
            Unsafe.Add(ref parts, RowsOfLosses) = own;
            Unsafe.Add(ref parts, 2 * RowsOfLosses) = further;
        }

        /// <summary>Adds the losses of so many rows to a sum.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static double AddLosses(ref double parts, int rows, double loss)
        {
            unchecked
            {
                TakeLosses(ref parts, rows);
                for (int i = 0; i < rows; i++)
                    loss += Unsafe.Add(ref parts, i);
                return loss;
            }
        }

        /// <summary>The same with label smoothing; what a uniform target has more stands behind the other numbers.</summary>
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public static double AddSmoothed(ref double parts, int rows, double labelSmoothing, double loss)
        {
            unchecked
            {
                TakeLosses(ref parts, rows);
                for (int i = 0; i < rows; i++)
                    loss += Smoothed(Unsafe.Add(ref parts, i), labelSmoothing, Unsafe.Add(ref parts, i + (3 * RowsOfLosses)));
                return loss;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void TakeLosses(ref double parts, int rows)
        {
            unchecked
            {
                for (int i = 0; i < rows; i += 2)
                {
                    ref double row = ref Unsafe.Add(ref parts, i);
                    Vector128<double> ratio = Vector128.LoadUnsafe(ref row) / Vector128.LoadUnsafe(ref row, RowsOfLosses);
                    (Max(Vector128<double>.Zero, Vector128.LoadUnsafe(ref row, 2 * RowsOfLosses)) + LogOfOneAnd(ratio)).StoreUnsafe(ref row);
                }
            }
        }

        /// <summary>log(1 + q) for q >= 0, relative error below 1e-15, also next to 0; NaN for NaN.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<double> LogOfOneAnd(Vector128<double> q)
        {
            // 1 + q = 2^k (1 + f), 1 + f from the root of 1/2 to that of 2; where k is 0, f is q itself.
            Vector128<ulong> exponent = Vector128.ShiftRightLogical((Vector128<double>.One + q).AsUInt64() + Vector128.Create(LogConstants.One - LogConstants.RootOfHalf), 52);
            Vector128<double> k = (exponent | Vector128.Create(LogConstants.Integer)).AsDouble() - Vector128.Create(LogConstants.IntegerBias);
            Vector128<double> unit = Vector128.ShiftLeft(Vector128.Create(2046UL) - exponent, 52).AsDouble();
            Vector128<double> f = MultiplyAdd(q, unit, unit - Vector128<double>.One);

            // log(1 + f) = 2 artanh s for s = f / (2 + f), |s| < 0.172: its series, in pairs of coefficients to shorten the chain.
            Vector128<double> s = f / (f + Vector128.Create(2.0)), z = s * s, w = z * z, u = w * w;
            Vector128<double> first = MultiplyAdd(Vector128.Create(2.0 / 5.0), z, Vector128.Create(2.0 / 3.0));
            Vector128<double> second = MultiplyAdd(Vector128.Create(2.0 / 9.0), z, Vector128.Create(2.0 / 7.0));
            Vector128<double> third = MultiplyAdd(Vector128.Create(2.0 / 13.0), z, Vector128.Create(2.0 / 11.0));
            Vector128<double> fourth = MultiplyAdd(Vector128.Create(2.0 / 17.0), z, Vector128.Create(2.0 / 15.0));
            Vector128<double> series = MultiplyAdd(MultiplyAdd(Vector128.Create(2.0 / 19.0), u, MultiplyAdd(fourth, w, third)), u, MultiplyAdd(second, w, first));
            Vector128<double> rest = MultiplyAdd(series * z, s, k * Vector128.Create(DoubleConstants.Ln2Low));
            return MultiplyAdd(k, Vector128.Create(DoubleConstants.Ln2High), (s + s) + rest);
        }
    }
}
