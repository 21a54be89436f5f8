namespace SoftmaxGen.Generated
{
    using global::System;

    // What frameworks before .NET Core 3.0 lack: a fused multiply-add, here in integers, and products with powers of two.
    internal static partial class ScalarKernels
    {
        /// <summary>a * b + c with one rounding, as of the processor's instruction, denormal numbers included.</summary>
        public static double FusedMultiplyAdd(double a, double b, double c)
        {
            // One rounding at most.
            if (a == 0.0 || b == 0.0 || (a - a) + (b - b) != 0.0)
                return (a * b) + c;
            if (c == 0.0)
                return a * b;
            if (c - c != 0.0)
                return c;

            unchecked
            {
                ulong u = Significand(a, out int exponentA), v = Significand(b, out int exponentB), w = Significand(c, out int exponentC);
                int exponent = exponentA + exponentB - 20, distance = exponentC - exponent;

                // The product, below 2^106, and twenty more bits to the right, so that what is cut off is never seen.
                ulong low = Multiply(u, v, out ulong high);
                ShiftLeft(ref high, ref low, 20);
                ulong otherHigh = 0, otherLow = w;
                if (distance <= 0)
                {
                    ShiftRight(ref otherHigh, ref otherLow, -distance);
                }
                else
                {
                    int beyond = Math.Max(0, distance - 73);
                    ShiftRight(ref high, ref low, beyond);
                    ShiftLeft(ref otherHigh, ref otherLow, distance - beyond);
                    exponent += beyond;
                }

                bool negative = a < 0.0 != b < 0.0;
                if (negative == c < 0.0)
                {
                    low += otherLow;
                    high += otherHigh + (low < otherLow ? 1UL : 0UL);
                }
                else
                {
                    bool less = high < otherHigh || (high == otherHigh && low < otherLow);
                    ulong borrow = less ? (otherLow < low ? 1UL : 0UL) : (low < otherLow ? 1UL : 0UL);
                    high = (less ? otherHigh - high : high - otherHigh) - borrow;
                    low = less ? otherLow - low : low - otherLow;
                    negative ^= less;
                }

                if ((high | low) == 0)
                    return 0.0;
                double magnitude = Round(high, low, exponent);
                return negative ? -magnitude : magnitude;
            }
        }

        /// <summary>x 2^n, rounded once, for n from -1022 to 1023.</summary>
        public static double ScaleB(double x, int n) => x * PowerOfTwo(n);

        /// <summary>2^n, from the least denormal number on.</summary>
        private static double PowerOfTwo(int n) =>
            BitConverter.Int64BitsToDouble(n < -1022 ? 1L << (n + 1074) : (long)(n + 1023) << 52);

        // |x| = significand * 2^exponent, 53 bits or, for a denormal number, fewer.
        private static ulong Significand(double x, out int exponent)
        {
            unchecked
            {
                ulong bits = (ulong)BitConverter.DoubleToInt64Bits(x);
                int biased = (int)(bits >> 52) & 0x7FF;
                exponent = Math.Max(biased, 1) - 1075;
                ulong significand = (bits & 0xFFFFFFFFFFFFF) | (biased == 0 ? 0UL : 1UL << 52);
                while (significand < 1UL << 52)
                {
                    significand <<= 1;
                    exponent--;
                }

                return significand;
            }
        }

        private static ulong Multiply(ulong u, ulong v, out ulong high)
        {
            unchecked
            {
                const ulong Mask = (1UL << 27) - 1;
                ulong uHigh = u >> 27, uLow = u & Mask, vHigh = v >> 27, vLow = v & Mask;
                ulong middle = (uHigh * vLow) + (uLow * vHigh) + ((uLow * vLow) >> 27);
                ulong top = (uHigh * vHigh) + (middle >> 27);
                high = top >> 10;
                return (top << 54) | ((middle & Mask) << 27) | ((uLow * vLow) & Mask);
            }
        }

        private static void ShiftLeft(ref ulong high, ref ulong low, int count)
        {
            if (count >= 64)
            {
                high = low << (count - 64);
                low = 0;
            }
            else if (count > 0)
            {
                high = (high << count) | (low >> (64 - count));
                low <<= count;
            }
        }

        // What falls off leaves a trace in the last bit, which is all that rounding needs to know.
        private static void ShiftRight(ref ulong high, ref ulong low, int count)
        {
            if (count == 0)
                return;
            ulong lost;
            if (count >= 128)
            {
                lost = high | low;
                high = low = 0;
            }
            else if (count >= 64)
            {
                lost = low | (count == 64 ? 0UL : high << (128 - count));
                low = high >> (count - 64);
                high = 0;
            }
            else
            {
                lost = low << (64 - count);
                low = (low >> count) | (high << (64 - count));
                high >>= count;
            }

            if (lost != 0)
                low |= 1;
        }

        // (high, low) * 2^exponent, not 0, to the nearest double, ties to even.
        private static double Round(ulong high, ulong low, int exponent)
        {
            // Two bits more than a double holds: the next one, and the trace of all others.
            int length = high != 0 ? 64 + Length(high) : Length(low);
            int drop = Math.Max(length - 55, -1076 - exponent);
            if (drop >= 0)
                ShiftRight(ref high, ref low, drop);
            else
                ShiftLeft(ref high, ref low, -drop);
            exponent += drop + 2;
            ulong significand = low >> 2;
            if ((low & 2) != 0 && ((low & 1) != 0 || (significand & 1) != 0))
                significand++;
            return exponent > 971 ? double.PositiveInfinity : (long)significand * PowerOfTwo(exponent);
        }

        private static int Length(ulong value)
        {
            int length = 0;
            for (; value != 0; value >>= 1)
                length++;
            return length;
        }
    }
}
