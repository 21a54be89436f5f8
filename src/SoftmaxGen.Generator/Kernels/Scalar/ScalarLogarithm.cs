namespace SoftmaxGen.Generated
{
    using global::System;

    // What draws need of one number: the operations of PlainLogarithm and DrawVectors in the same order.
    internal static partial class ScalarKernels
    {
        /// <summary>log x for normal numbers x > 0.</summary>
        public static double LogPlain(double x)
        {
            unchecked
            {
                ulong shifted = (ulong)BitConverter.DoubleToInt64Bits(x) + (LogConstants.One - LogConstants.RootOfHalf);
                double k = (long)(shifted >> 52) - 1023.0;
                double f = BitConverter.Int64BitsToDouble((long)((shifted & LogConstants.Fraction) + LogConstants.RootOfHalf)) - 1.0;
                double s = f / (f + 2.0), z = s * s;
                double series = 2.0 / 19.0;
                series = (series * z) + (2.0 / 17.0);
                series = (series * z) + (2.0 / 15.0);
                series = (series * z) + (2.0 / 13.0);
                series = (series * z) + (2.0 / 11.0);
                series = (series * z) + (2.0 / 9.0);
                series = (series * z) + (2.0 / 7.0);
                series = (series * z) + (2.0 / 5.0);
                series = (series * z) + (2.0 / 3.0);
                series = (series * z) + 2.0;
                return (k * DoubleConstants.Ln2High) + ((series * s) + (k * DoubleConstants.Ln2Low));
            }
        }

        /// <summary>e^((x - max) / T), up to a factor.</summary>
        private static double TermOfDraw(double x, double max, double temperature)
        {
            double y = (x - max) / temperature;
            return y < -SoftmaxKernels.FarBelow ? 0.0 : ExpPrecise(y);
        }

        /// <summary>e^(x - max) over the sum of these, down to the least numbers.</summary>
        private static double TopProbability(double x, double max, double total)
        {
            double y = x - max;
            if (!(y < -DoubleConstants.HalfReach))
                return TermFrom(x, max) / total;
            double root = ExpPlain(y * 0.5);
            return ((root + (root * LostBetween(x, max, y))) / total) * root;
        }

        /// <summary>1 - e^y for y &lt;= 0, relatively accurate next to 0.</summary>
        private static double OneLess(double y) => y > -0.34 ? -(y + ((y * y) * Polynomial(y))) : 1.0 - ExpPlain(y);
    }
}
