namespace SoftmaxGen.Generated
{
    using global::System;

    // Draws from a row of logits and its largest elements: as DrawnRows, a block of eight elements after the other. Written for float; the text for double is the same.
    internal static partial class ScalarKernels
    {
        /// <summary>A draw by inverse CDF.</summary>
        public static int Sample(ReadOnlySpan<float> x, int from, float uniform, int length) => Sample(x, from, 1, uniform, length);

        /// <summary>The same with a temperature.</summary>
        public static int Sample(ReadOnlySpan<float> x, int from, float temperature, float uniform, int length)
        {
            double max = ScanMax(x, from, length), total = 0.0;
            if (max - max != 0.0)
                return -1;
            for (int first = 0; first < length; first += 8)
                total += SumOfBlock(x, from, first, length, max, temperature);

            int drawn = -1;
            double number = uniform * total, before = 0.0;
            for (int first = 0; first < length; first += 8)
            {
                double after = before + SumOfBlock(x, from, first, length, max, temperature), sum = before;
                for (int i = first; i < Math.Min(first + 8, length); i++)
                {
                    double term = TermOfDraw(x[from + i], max, temperature);
                    sum += term;
                    drawn = term > 0.0 ? i : drawn;
                    if (after > number && sum > number)
                        return i;
                }

                if (after > number)
                    return drawn;
                before = after;
            }

            return drawn;
        }

        /// <summary>A draw by Gumbel-max.</summary>
        public static int GumbelMax(ReadOnlySpan<float> x, int from, ReadOnlySpan<float> uniforms, int at, int length) => GumbelMax(x, from, 1, uniforms, at, length);

        /// <summary>The same with a temperature.</summary>
        public static int GumbelMax(ReadOnlySpan<float> x, int from, float temperature, ReadOnlySpan<float> uniforms, int at, int length)
        {
            double max = ScanMax(x, from, length), best = double.NegativeInfinity;
            int drawn = -1;
            if (max - max != 0.0)
                return -1;
            for (int i = 0; i < length; i++)
            {
                double key = ((x[from + i] - max) / temperature) + Gumbel(uniforms[at + i]);
                if (key > best)
                {
                    best = key;
                    drawn = i;
                }
            }

            return drawn;
        }

        /// <summary>softmax((x + g) / T) of Gumbel noise g.</summary>
        public static void GumbelSoftmax(ReadOnlySpan<float> x, int from, float temperature, ReadOnlySpan<float> uniforms, int at, Span<float> destination, int to, int length)
        {
            for (int i = 0; i < length; i++)
                destination[to + i] = (float)(x[from + i] + Gumbel(uniforms[at + i]));
            Softmax(destination, to, temperature, destination, to, length);
        }

        /// <summary>The largest element, its probability and the margin to the next.</summary>
        public static int ArgMax(ReadOnlySpan<float> x, int from, out float probability, out float margin, int length)
        {
            int first = 0, ties = 0;
            double max = ScanMax(x, from, length), second = double.NegativeInfinity;
            for (int i = 0; i < length; i++)
            {
                if (SoftmaxKernels.IsAhead(x[from + i], i, x[from + first], first))
                    first = i;
                if (x[from + i] == max)
                    ties++;
                else
                    second = Math.Max(second, x[from + i]);
            }

            probability = margin = float.NaN;
            if (max - max != 0.0)
                return first;
            double total = TotalOfTop(x, from, max, length);
            probability = (float)(1.0 / total);
            margin = ties > 1 ? 0 : (float)(OneLess(second - max) / total);
            return first;
        }

        /// <summary>The same for one of many rows.</summary>
        public static void ArgMax(ReadOnlySpan<float> x, int from, Span<float> destination, Span<int> indices, Span<float> margins, int row, int length)
        {
            indices[row] = ArgMax(x, from, out float probability, out float margin, length);
            destination[row] = probability;
            margins[row] = margin;
        }

        /// <summary>The k largest elements and their probabilities.</summary>
        public static void TopK(ReadOnlySpan<float> x, int from, int k, Span<float> destination, Span<int> indices, int row, int length)
        {
            int held = 0, to = row * k;
            for (int i = 0; i < length; i++)
                held = SoftmaxKernels.Offer(destination, to, indices, to, k, held, x[from + i], i);
            SoftmaxKernels.SortTop(destination, to, indices, to, k);
            double max = ScanMax(x, from, length), total = max - max == 0.0 ? TotalOfTop(x, from, max, length) : double.NaN;
            for (int i = 0; i < k; i++)
                destination[to + i] = (float)TopProbability(destination[to + i], max, total);
        }

        private static double TotalOfTop(ReadOnlySpan<float> x, int from, double max, int length) =>
            sizeof(float) == 4 ? TotalOfTerms(x, from, max, length) / DoubleConstants.Factor : TotalOfFineTerms(x, from, max, length);

        // The terms of draws are precise enough for a float.
        private static double TotalOfTerms(ReadOnlySpan<float> x, int from, double max, int length)
        {
            const int Part = 4096;
            double total = 0.0;
            for (int start = 0; start < length; start += Part)
            {
                double part = 0.0;
                for (int first = start; first < Math.Min(start + Part, length); first += 8)
                    part += SumOfBlock(x, from, first, length, max, 1.0);
                total += part;
            }

            return total;
        }

        private static double TotalOfFineTerms(ReadOnlySpan<float> x, int from, double max, int length)
        {
            double total = 0.0, lost = 0.0;
            for (int first = 0; first < length; first += 8)
            {
                double part = SumOfBlock(x, from, first, length, max, 0.0), sum = total + part;
                lost += Lost(total, part, sum);
                total = sum;
            }

            return total + lost;
        }

        // Of draws, or of the largest elements where there is no temperature.
        private static double SumOfBlock(ReadOnlySpan<float> x, int from, int first, int length, double max, double temperature)
        {
            double low = (TermIn(x, from, first, 0, length, max, temperature) + TermIn(x, from, first, 4, length, max, temperature))
                + (TermIn(x, from, first, 2, length, max, temperature) + TermIn(x, from, first, 6, length, max, temperature));
            double high = (TermIn(x, from, first, 1, length, max, temperature) + TermIn(x, from, first, 5, length, max, temperature))
                + (TermIn(x, from, first, 3, length, max, temperature) + TermIn(x, from, first, 7, length, max, temperature));
            return low + high;
        }

        // The block that is not full ends at the last element.
        private static double TermIn(ReadOnlySpan<float> x, int from, int first, int lane, int length, double max, double temperature)
        {
            int element = first + 8 <= length || length < 8 ? first + lane : length - 8 + lane;
            if (element < first || element >= length)
                return 0.0;
            return temperature > 0.0 ? TermOfDraw(x[from + element], max, temperature) : TermFrom(x[from + element], max);
        }

        private static double Gumbel(float uniform)
        {
            double most = sizeof(float) == 4 ? 1.0 - 5.9604644775390625E-08 : 1.0 - 1.1102230246251565E-16;
            return -LogPlain(-LogPlain(Math.Max(2.2250738585072014E-308, Math.Min(uniform, most))));
        }
    }
}
