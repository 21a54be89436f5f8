namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.CompilerServices;

    /// <summary>What the terms of a row of floats have in common, which of them are left out of the sum, and whether each is multiplied by its distance from the maximum.</summary>
    internal readonly struct ScalarSingleRow
    {
        public readonly double Max;
        private readonly double inverse, reach;
        private readonly bool withoutTies, finest, isWeighted;
        private readonly int label;

        public ScalarSingleRow(double max, double inverse = 1.0, bool withoutTies = false, bool finest = false, int label = -1, bool isWeighted = false, double reach = ScalarKernels.Reach)
        {
            Max = max;
            this.reach = reach;
            this.inverse = inverse;
            this.withoutTies = withoutTies;
            this.finest = finest;
            this.label = label;
            this.isWeighted = isWeighted;
        }

        public bool IsFinite => Max - Max == 0.0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Term(double x)
        {
            double y = (x - Max) * inverse;
            return finest ? ScalarKernels.ExpPlain(y) : ScalarKernels.ExpPrecise(y);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double CountedTerm(double x, int index) =>
            index == label || (withoutTies && x == Max) ? 0.0 : isWeighted ? Term(x) * (Max - Math.Max(Max + reach, x)) : Term(x);
    }

    /// <summary>The same for a row of doubles, of terms e^(x/T) 2^k.</summary>
    internal readonly struct ScalarDoubleRow
    {
        private readonly double max, shift, lowest, log2E, ln2High, ln2Low, inverse, inverseRest, reach;
        private readonly bool withoutTies, isTempered, isWeighted;
        private readonly int label;

        public ScalarDoubleRow(double max, double temperature = 1.0, bool withoutTies = false, int label = -1, bool isWeighted = false)
        {
            this.max = max;
            this.withoutTies = withoutTies;
            this.label = label;
            this.isWeighted = isWeighted;
            log2E = DoubleConstants.Log2E / temperature;
            reach = ScalarKernels.Reach * temperature;
            inverse = 1.0 / temperature;
            shift = DoubleConstants.Round - (max * log2E);
            lowest = max - (DoubleConstants.Reach * temperature);
            isTempered = temperature != 1.0;
            inverseRest = isTempered ? Math.FusedMultiplyAdd(-inverse, temperature, 1.0) * inverse : 0.0;
            if (!isTempered)
            {
                ln2High = DoubleConstants.Ln2High;
                ln2Low = DoubleConstants.Ln2Low;
            }
            else
            {
                ln2High = ScalarKernels.TemperedLn2(temperature, out ln2Low);
            }
        }

        /// <summary>The term, as an unevaluated sum of two doubles; NaN for NaN.</summary>
        public ScalarPair Term(double x)
        {
            x = lowest > x ? lowest : x;
            double t = (x * log2E) + shift;
            double n = t - shift;
            double large = x - (n * ln2High);
            double small = n * ln2Low;
            double r = large - small;
            double tail = ((large - r) - small) * inverse;
            if (isTempered)
            {
                // What r / T is rounded by would be a third of an ulp of the term.
                double quotient = r * inverse;
                tail += Math.FusedMultiplyAdd(r, inverse, -quotient) + (r * inverseRest);
                r = quotient;
            }

            double rest = tail + ((r * r) * ScalarKernels.Polynomial(r));
            double high = ((r + rest) + (DoubleConstants.Round26 + 1.0)) - DoubleConstants.Round26;
            double low = (r - (high - 1.0)) + rest;
            double scale = ScalarKernels.ExponentIn(t);
            return new ScalarPair(high * scale, low * scale);
        }

        public ScalarPair CountedTerm(double x, int index) =>
            index == label || (withoutTies && x == max) ? default(ScalarPair) : isWeighted ? Term(x) * (max - Math.Max(max + reach, x)) : Term(x);
    }
}
