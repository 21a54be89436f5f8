namespace SoftmaxGen.Generated
{
    using global::System;

    /// <summary>
    /// A number from 0 to 2 with 191 bits after the point, for sums of floats' exponentials that miss 1 by less than double-double arithmetic can tell:
    /// [-0.1, log(1 - e^-0.1), ...] with the next element for what the ones before leave is 1 up to 1e-30 after five.
    /// </summary>
    internal readonly struct FixedPoint
    {
        // The terms of the series and the squarings of its result: (2^-9)^16/16! < 2^-188.
        private const int Steps = 16;

        private readonly ulong high, middle, low;

        private FixedPoint(ulong high, ulong middle, ulong low)
        {
            this.high = high;
            this.middle = middle;
            this.low = low;
        }

        private static FixedPoint One => new FixedPoint(1UL << 63, 0, 0);

        public static FixedPoint operator +(FixedPoint a, FixedPoint b)
        {
            unchecked
            {
                ulong low = a.low + b.low, middle = a.middle, high = a.high + b.high;
                Add(ref middle, ref high, low < a.low ? 1UL : 0UL);
                Add(ref middle, ref high, b.middle);
                return new FixedPoint(high, middle, low);
            }
        }

        /// <summary>e^x for x &lt;= 0 from the Taylor series of e^(x / 2^16), off by less than 2^-160.</summary>
        public static FixedPoint Exp(double x)
        {
            if (!(x > -132.0))
                return default(FixedPoint);

            FixedPoint t = Scaled(-x);
            FixedPoint series = One;
            for (uint k = Steps; k >= 1; k--)
                series = OneLess(Quotient(t * series, k));
            for (int k = 0; k < Steps; k++)
                series *= series;
            return series;
        }

        /// <summary>The number less 1, rounded.</summary>
        public double LessOne()
        {
            bool isLess = high < 1UL << 63;
            FixedPoint rest = isLess ? OneLess(this) : new FixedPoint(high - (1UL << 63), middle, low);
            double magnitude = (((rest.low / 18446744073709551616.0) + rest.middle) / 18446744073709551616.0) + rest.high;
            return (isLess ? -magnitude : magnitude) / 9223372036854775808.0;
        }

        // What is cut off is below 2^-188.
        public static FixedPoint operator *(FixedPoint a, FixedPoint b)
        {
            unchecked
            {
                ulong middle = Multiply(a.high, b.high, out ulong high);
                ulong low = Multiply(a.high, b.middle, out ulong carry);
                Add(ref middle, ref high, carry);
                Add(ref low, ref middle, ref high, Multiply(a.middle, b.high, out carry));
                Add(ref middle, ref high, carry);
                Multiply(a.high, b.low, out carry);
                Add(ref low, ref middle, ref high, carry);
                Multiply(a.middle, b.middle, out carry);
                Add(ref low, ref middle, ref high, carry);
                Multiply(a.low, b.high, out carry);
                Add(ref low, ref middle, ref high, carry);
                return new FixedPoint((high << 1) | (middle >> 63), (middle << 1) | (low >> 63), low << 1);
            }
        }

        // w / 2^16 for 0 <= w < 256.
        private static FixedPoint Scaled(double w)
        {
            unchecked
            {
                long bits = BitConverter.DoubleToInt64Bits(w);
                int biased = (int)(bits >> 52), shift = Math.Max(biased, 1) - 1075 + 191 - Steps;
                ulong significand = ((ulong)bits & 0xFFFFFFFFFFFFF) | (biased == 0 ? 0UL : 1UL << 52);
                if (shift < 0)
                    return new FixedPoint(0, 0, shift <= -64 ? 0 : significand >> -shift);
                int within = shift & 63;
                ulong lower = significand << within, upper = within == 0 ? 0 : significand >> (64 - within);
                return shift < 64 ? new FixedPoint(0, upper, lower) : shift < 128 ? new FixedPoint(upper, lower, 0) : new FixedPoint(lower, 0, 0);
            }
        }

        private static FixedPoint OneLess(FixedPoint a)
        {
            unchecked
            {
                ulong low = 0UL - a.low, borrow = a.low != 0 ? 1UL : 0UL;
                ulong middle = 0UL - a.middle - borrow;
                borrow = a.middle != 0 || borrow != 0 ? 1UL : 0UL;
                return new FixedPoint((1UL << 63) - a.high - borrow, middle, low);
            }
        }

        private static FixedPoint Quotient(FixedPoint a, uint divisor)
        {
            ulong rest = 0;
            return new FixedPoint(Divide(a.high, divisor, ref rest), Divide(a.middle, divisor, ref rest), Divide(a.low, divisor, ref rest));
        }

        private static ulong Divide(ulong digits, uint divisor, ref ulong rest)
        {
            unchecked
            {
                ulong upper = (rest << 32) | (digits >> 32);
                ulong lower = ((upper % divisor) << 32) | (digits & 0xFFFFFFFF);
                rest = lower % divisor;
                return ((upper / divisor) << 32) | (lower / divisor);
            }
        }

        private static void Add(ref ulong middle, ref ulong high, ulong value)
        {
            unchecked
            {
                middle += value;
                if (middle < value)
                    high++;
            }
        }

        private static void Add(ref ulong low, ref ulong middle, ref ulong high, ulong value)
        {
            unchecked
            {
                low += value;
                if (low < value)
                    Add(ref middle, ref high, 1);
            }
        }

        // The lower half of the product.
        private static ulong Multiply(ulong a, ulong b, out ulong high)
        {
            unchecked
            {
                ulong aHigh = a >> 32, aLow = a & 0xFFFFFFFF, bHigh = b >> 32, bLow = b & 0xFFFFFFFF;
                ulong middle = (aHigh * bLow) + ((aLow * bLow) >> 32);
                ulong other = (aLow * bHigh) + (middle & 0xFFFFFFFF);
                high = (aHigh * bHigh) + (middle >> 32) + (other >> 32);
                return a * b;
            }
        }
    }
}
