namespace SoftmaxGen.Generated
{
    using global::System;

    // The Kullback-Leibler divergence and its gradients: as DivergencePass. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>The divergence of softmax(x) from softmax(y).</summary>
        public static float KullbackLeibler(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> y, int at, int length)
        {
            double max = ScanMax(x, from, length), maxOfY = ScanMax(y, at, length);
            if ((max - max) + (maxOfY - maxOfY) != 0.0)
                return float.NaN;
            ScalarCut cut = new ScalarCut(length);
            double p = DivergenceSum(0, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1);
            double q = DivergenceSum(1, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1);
            double middle = DivergenceSum(2, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1) / p;
            double divergence = SoftmaxKernels.DivergenceOf(p, q, middle);
            if (!(divergence < SoftmaxKernels.SmallDivergence))
                return (float)divergence;
            double rest = DivergenceSum(3, x, from, max, y, at, maxOfY, middle, ExpPlain(-middle), cut, 0, 1);
            return (float)SoftmaxKernels.Log1p(rest / p, 0.0).High;
        }

        /// <summary>Its gradient with respect to x: p (mean - d).</summary>
        public static void KullbackLeiblerGradientByX(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> y, int at, Span<float> destination, int to, int length)
        {
            double max = ScanMax(x, from, length), maxOfY = ScanMax(y, at, length);
            if ((max - max) + (maxOfY - maxOfY) != 0.0)
            {
                for (int i = 0; i < length; i++)
                    destination[to + i] = float.NaN;
                return;
            }

            ScalarCut cut = new ScalarCut(length);
            double p = DivergenceSum(0, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1);
            double middle = DivergenceSum(2, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1) / p;
            for (int i = 0; i < length; i++)
            {
                // Of what is masked it is 0, however far the rest is.
                double e = TermFrom(x[from + i], max);
                destination[to + i] = (float)((e / p) * (e == 0.0 ? 0.0 : middle - Difference(x[from + i], max, y[at + i], maxOfY)));
            }
        }

        /// <summary>Its gradient with respect to y: q - p.</summary>
        public static void KullbackLeiblerGradientByY(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> y, int at, Span<float> destination, int to, int length)
        {
            double max = ScanMax(x, from, length), maxOfY = ScanMax(y, at, length);
            if ((max - max) + (maxOfY - maxOfY) != 0.0)
            {
                for (int i = 0; i < length; i++)
                    destination[to + i] = float.NaN;
                return;
            }

            ScalarCut cut = new ScalarCut(length);
            double p = DivergenceSum(0, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1);
            double q = DivergenceSum(1, x, from, max, y, at, maxOfY, 0.0, 0.0, cut, 0, 1);
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)((TermFrom(y[at + i], maxOfY) / q) - (TermFrom(x[from + i], max) / p));
        }

        // Lanes are folded half onto half.
        private static double DivergenceSum(int what, ReadOnlySpan<float> x, int from, double max, ReadOnlySpan<float> y, int at, double maxOfY, double middle, double scale, in ScalarCut cut, int lane, int stride)
        {
            if (stride < cut.Lanes)
            {
                return DivergenceSum(what, x, from, max, y, at, maxOfY, middle, scale, cut, lane, 2 * stride)
                    + DivergenceSum(what, x, from, max, y, at, maxOfY, middle, scale, cut, lane + stride, 2 * stride);
            }

            double sum = DivergenceTerm(what, x[from + lane], max, y[at + lane], maxOfY, middle, scale);
            for (int block = 1; block < cut.Blocks; block++)
                sum += DivergenceTerm(what, x[from + lane + (block * cut.Lanes)], max, y[at + lane + (block * cut.Lanes)], maxOfY, middle, scale);
            return lane >= cut.FirstTailLane ? sum + DivergenceTerm(what, x[from + lane + cut.Tail], max, y[at + lane + cut.Tail], maxOfY, middle, scale) : sum;
        }

        private static double DivergenceTerm(int what, float x, double max, float y, double maxOfY, double middle, double scale)
        {
            double e = TermFrom(x, max);
            switch (what)
            {
                case 0:
                    return e;
                case 1:
                    return TermFrom(y, maxOfY);
                case 2:
                    return e * Difference(x, max, y, maxOfY);
                default:
                    double z = Difference(x, max, y, maxOfY) - middle, s = z * z;
                    return s <= SoftmaxKernels.NearSquare && e != 0.0 ? e * (s * Polynomial(z)) : (TermFrom(y, maxOfY) * scale) - (e * (z + 1.0));
            }
        }

        private static double Difference(float x, double max, float y, double maxOfY)
        {
            if (TermFrom(x, max) == 0.0)
                return 0.0;
            double difference = (double)y - x, offset = maxOfY - max;
            double result = (difference - offset) + (LostBetween(y, x, difference) - LostBetween(maxOfY, max, offset));
            return result == 0.0 ? 0.0 : result;
        }
    }
}
