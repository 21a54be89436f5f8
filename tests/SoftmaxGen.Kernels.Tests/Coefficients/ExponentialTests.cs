using SoftmaxGen.Generated;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Kernels.Tests.Coefficients;

/// <summary>
/// The polynomials of the exponentials are derived again: none has an error that is more than a tenth above the least that one of its degree can have. A tenth is what the
/// rounding of the coefficients costs at most.
/// </summary>
public class ExponentialTests
{
    private static readonly BigFloat Sixteenth = Elementary.Ln2 / 16;

    /// <summary>e^r = 1 + r + c_2 r^2 + ... + c_n r^n, error relative to e^r, as it is stated beside the coefficients.</summary>
    [Theory]
    [MemberData(nameof(Polynomials))]
    public void Coefficients_are_those_of_the_least_relative_error(int parts, double stated, double[] coefficients)
    {
        Minimax minimax = new(
            Elementary.Ln2 / parts,
            r => 1 - ((1 + r) * Elementary.Exp(-r)),
            [.. coefficients.Select((_, k) => (Func<BigFloat, BigFloat>)(r => Power(r, k + 2) * Elementary.Exp(-r)))]);

        double error = Rounding.ToDouble(minimax.LargestError([.. coefficients.Select(c => (BigFloat)c)])), least = Rounding.ToDouble(minimax.LargestError(minimax.Coefficients));
        Assert.InRange(error, least * 0.999, least * 1.1);
        Assert.InRange(error, 0.0, stated);
    }

    public static TheoryData<int, double, double[]> Polynomials => new()
    {
        { 2, 3.75e-18, [DoubleConstants.C2, DoubleConstants.C3, DoubleConstants.C4, DoubleConstants.C5, DoubleConstants.C6, DoubleConstants.C7, DoubleConstants.C8, DoubleConstants.C9, DoubleConstants.C10, DoubleConstants.C11] },
        { 16, 2.95e-18, [DoubleConstants.D2, DoubleConstants.D3, DoubleConstants.D4, DoubleConstants.D5, DoubleConstants.D6, DoubleConstants.D7] },
        { 16, 3.65e-13, [DoubleConstants.S2, DoubleConstants.S3, DoubleConstants.S4, DoubleConstants.S5] },
    };

    /// <summary>In single precision a factor that all terms have in common is free, too: it cancels.</summary>
    [Fact]
    public void Coefficients_of_single_precision_are_those_of_the_least_error_up_to_a_factor()
    {
        Minimax minimax = new(Sixteenth, _ => 1, r => (1 + r) * Elementary.Exp(-r), r => Power(r, 2) * Elementary.Exp(-r), r => Power(r, 3) * Elementary.Exp(-r));

        BigFloat factor = 1 / (BigFloat)(1.0 + 2e-8);
        double error = Rounding.ToDouble(minimax.LargestError([factor, factor * SingleConstants.C2, factor * SingleConstants.C3])), least = Rounding.ToDouble(minimax.LargestError(minimax.Coefficients));
        Assert.InRange(error, least * 0.999, least * 1.1);
        Assert.InRange(error, 0.0, 2.2e-8);
    }

    private static BigFloat Power(BigFloat r, int exponent) => Enumerable.Repeat(r, exponent).Aggregate(BigFloat.One, (a, b) => a * b);
}
