namespace SoftmaxGen.Generated
{
    using global::System.Runtime.CompilerServices;
    using global::System.Runtime.Intrinsics;

    // The Kullback-Leibler divergence, element by element. Written for 256 bits; the other widths are the same text.
    internal static partial class SoftmaxKernels
    {
        /// <summary>e^(x - max), where what the difference is rounded by counts; nothing where it is next to that.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> TermFrom(Vector256<double> x, Vector256<double> max)
        {
            Vector256<double> y = x - max, e = ExpPlain(y);
            return Without(e + (e * LostBetween(x, max, y)), Vector256.LessThan(y, Vector256.Create(-FarBelow)));
        }

        /// <summary>y - x less an offset in two parts, rounded once where the differences are close to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> DifferenceFrom(Vector256<double> y, Vector256<double> x, Vector256<double> offset, Vector256<double> offsetLow)
        {
            Vector256<double> difference = y - x, result = (difference - offset) + (LostBetween(y, x, difference) - offsetLow);

            // 0 and never -0.
            return Without(result, Vector256.Equals(result, Vector256<double>.Zero));
        }

        /// <summary>A number in two parts less y - x, rounded once where they are close to each other.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> LessDifference(Vector256<float> number, Vector256<float> low, Vector256<float> y, Vector256<float> x)
        {
            Vector256<float> difference = y - x, part = difference - y, lost = (y - (difference - part)) - (x + part);
            return (number - difference) + (low - lost);
        }

        /// <summary>What the difference a - b is rounded by; of an infinite one nothing.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> LostBetween(Vector256<double> a, Vector256<double> b, Vector256<double> difference)
        {
            Vector256<double> lost = Lost(a, -b, difference);
            return lost & Vector256.Equals(lost, lost).AsDouble();
        }

        /// <summary>e (e^z - 1 - z), where <paramref name="f"/> is e e^z.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Excess(Vector256<double> e, Vector256<double> f, Vector256<double> z)
        {
            Vector256<double> s = z * z, near = e * (s * PlainQuotient(z, s));
            // What has no weight in p has no z either.
            return Vector256.ConditionalSelect(Without(Vector256.LessThanOrEqual(s, Vector256.Create(NearSquare)), Vector256.Equals(e, Vector256<double>.Zero)), near, f - (e * (z + Vector256<double>.One)));
        }
    }
}
