using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;

namespace SoftmaxGen.Adversary.Members;

/// <summary>
/// e^((x_k - max) / temperature) and its sums. A row that differs from the one before in a few elements costs a few exponentials, and the sums of their blocks.
/// </summary>
internal sealed class Terms<TReal>(int length)
    where TReal : struct, IReal<TReal>
{
    private const int BlockLength = 64;
    private const double Huge = 1e300;

    private readonly double[] x = new double[length];
    private readonly TReal[] exponents = new TReal[length];
    private readonly TReal[] terms = new TReal[length];
    private readonly TReal[] blockSums = new TReal[(length + BlockLength - 1) / BlockLength];
    private double temperature = double.NaN;

    public double Maximum { get; private set; } = double.NaN;

    public int Largest { get; private set; }

    /// <summary>The sum of the terms but the largest, which is 1; times 2^<see cref="ExactRow{TReal}.Scaling"/> as they are.</summary>
    public TReal Others { get; private set; }

    /// <summary>The sum of all, as it is.</summary>
    public TReal Sum { get; private set; }

    public TReal this[int k] => terms[k];

    public TReal Exponent(int k) => exponents[k];

    public void Set<T>(T[] row, double newTemperature)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int largest = 0;
        for (int k = 1; k < row.Length; k++)
        {
            if (row[k] > row[largest])
                largest = k;
        }

        double max = double.CreateTruncating(row[largest]);
        bool areAllOther = max != Maximum || newTemperature != temperature;
        Maximum = max;
        temperature = newTemperature;
        Largest = largest;

        TReal others = default;
        for (int start = 0, block = 0; start < length; start += BlockLength, block++)
        {
            int end = Math.Min(start + BlockLength, length);
            bool isOther = false;
            for (int k = start; k < end; k++)
            {
                double value = double.CreateTruncating(row[k]);
                if (areAllOther || value != x[k])
                {
                    x[k] = value;
                    isOther = true;
                    if (k > 0 && value == x[k - 1])
                        (exponents[k], terms[k]) = (exponents[k - 1], terms[k - 1]);
                    else
                        Compute(k);
                }
            }

            if (isOther)
                blockSums[block] = SumOf(start, end, -1);
            others += largest >= start && largest < end ? SumOf(start, end, largest) : blockSums[block];
        }

        Others = others;
        Sum = TReal.Scale(others, -ExactRow<TReal>.Scaling) + TReal.From(1);
    }

    private TReal SumOf(int start, int end, int without)
    {
        TReal sum = default;
        for (int k = start; k < end; k++)
        {
            if (k != without)
                sum += terms[k];
        }

        return sum;
    }

    private void Compute(int k)
    {
        if (double.IsNegativeInfinity(x[k]))
        {
            exponents[k] = terms[k] = default;
            return;
        }

        // Of the largest numbers the halves are subtracted, whose difference is a double. And the temperature is divided by as a number next to 1: no part of the quotient is subnormal.
        bool isHuge = Math.Abs(Maximum) > Huge || Math.Abs(x[k]) > Huge;
        TReal difference = isHuge ? TReal.Scale(TReal.From(x[k] / 2) - TReal.From(Maximum / 2), 1) : TReal.From(x[k]) - TReal.From(Maximum);
        int binade = Math.ILogB(temperature);
        exponents[k] = temperature == 1 ? difference : TReal.Scale(difference, -binade) / TReal.From(Math.ScaleB(temperature, -binade));
        terms[k] = TReal.Exp(exponents[k], ExactRow<TReal>.Scaling);
    }
}
