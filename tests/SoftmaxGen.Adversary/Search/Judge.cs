using System.Numerics;
using System.Runtime.CompilerServices;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Search;

/// <summary>Compares the results of a member with exact ones in one arithmetic.</summary>
internal sealed class Judge<TMember, T, TReal>(SoftmaxAccuracy accuracy, int length)
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TReal : struct, IReal<TReal>
{
    private static readonly double Factor = Math.ScaleB(1, ExactRow<TReal>.Scaling);

    private readonly ExactRow<TReal> row = new(length);
    private readonly double bound = Bounds.For<T>(TMember.Quantity, accuracy, length);
    private readonly double subnormalBound = Bounds.For<T>(TMember.Quantity == Quantity.Probability ? Quantity.SubnormalProbability : TMember.Quantity, accuracy, length);
    private readonly TReal absolute = TReal.From(TMember.Absolute<T>(length));

    /// <summary>The exact values are those of this input from here on.</summary>
    public void Set(Input<T> input, ReadOnlySpan<T> given) => row.Set(input, given, TMember.Uses);

    /// <summary>The worst of the results; uncertain where this arithmetic says nothing about one of them.</summary>
    public Error Worst(ReadOnlySpan<T> destination, out bool isUncertain)
    {
        Error worst = Error.None;
        isUncertain = false;
        int count = TMember.Count(length);
        for (int k = 0; k < count; k++)
        {
            Error error = TMember.IsProbability && typeof(TReal) == typeof(DoubleDouble)
                ? OfProbability(k, destination[TMember.Index(k, length, row.Label)])
                : At(k, destination, ref isUncertain);
            if (error.IsWorseThan(worst))
                worst = error;
        }

        return worst;
    }

    public Error At(int k, ReadOnlySpan<T> destination)
    {
        bool isUncertain = false;
        return At(k, destination, ref isUncertain);
    }

    private Error At(int k, ReadOnlySpan<T> destination, ref bool isUncertain)
    {
        double actual = double.CreateTruncating(destination[TMember.Index(k, length, row.Label)]);
        bool isInfinite = double.IsInfinity(actual), isBeyond = isInfinite && typeof(TReal) == typeof(DoubleDouble);
        isUncertain |= isBeyond;
        if (!IsInRange(actual) || isBeyond)
            return new(double.PositiveInfinity, double.PositiveInfinity, k, false);

        TReal exact = TMember.Exact(row, k);
        isUncertain |= !TMember.IsCertain(row, exact);
        TReal size = TMember.Size(row, k, exact);
        int binade = size.IsZero ? int.MinValue / 2 : size.Binade - TMember.Scaling;

        // Infinity is the right result from where the format rounds to it, and elsewhere off by as much as the number after the largest one.
        TReal value = TReal.Scale(isInfinite ? TReal.Scale(TReal.From(Math.Sign(actual)), Format<T>.LargestBinade + 1) : TReal.From(actual), TMember.Scaling), distance = value - exact;
        if (isInfinite && (distance.IsZero || distance.IsNegative != value.IsNegative))
            return ToError(k, binade, 0);
        TReal difference = Real.Abs(distance) - absolute - TMember.Stated<T, TReal>(row, k, accuracy);
        return ToError(k, binade, difference.IsNegative ? 0 : TReal.Scale(difference, -(Quantum(binade) + TMember.Scaling)).ToDouble());
    }

    // The same for p_k = term_k / sum, without a division for each: |p sum - term| over sum times ulp.
    private Error OfProbability(int k, T result)
    {
        double actual = double.CreateTruncating(result);
        if (!IsInRange(actual) || double.IsInfinity(actual))
            return new(double.PositiveInfinity, double.PositiveInfinity, k, false);

        TReal realTerm = row.Term(TMember.Index(k, length, row.Label)), realSum = row.Sum;
        DoubleDouble term = Unsafe.BitCast<TReal, DoubleDouble>(realTerm), sum = Unsafe.BitCast<TReal, DoubleDouble>(realSum);
        double scaled = actual * Factor, product = scaled * sum.High;
        double difference = product - term.High + (Math.FusedMultiplyAdd(scaled, sum.High, -product) + Math.FusedMultiplyAdd(scaled, sum.Low, -term.Low));
        int binade = term.High == 0 ? int.MinValue / 2 : Exponent(term.High / sum.High) - ExactRow<TReal>.Scaling;
        return ToError(k, binade, Math.Abs(difference) / sum.High * Power(-(Quantum(binade) + ExactRow<TReal>.Scaling)));
    }

    private static bool IsInRange(double actual) => actual >= TMember.Range.Low && actual <= TMember.Range.High;

    private static int Quantum(int binade) => Math.Max(binade, Format<T>.LowestBinade) - (Format<T>.Precision - 1);

    private static int Exponent(double normal) => (int)(BitConverter.DoubleToInt64Bits(normal) >> 52 & 0x7FF) - 1023;

    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private Error ToError(int k, int binade, double error)
    {
        bool isSubnormal = binade < Format<T>.LowestBinade;
        return new(error / (isSubnormal ? subnormalBound : bound), error, k, isSubnormal);
    }
}
