namespace SoftmaxGen.CodeFixes;

/// <summary>The keys by which fixes of one kind are applied together; part of the public behaviour, so they never change.</summary>
public static class EquivalenceKeys
{
    public const string SubtractMaximum = "SoftmaxGen.SubtractMaximum";

    public const string ShiftTensorSoftMax = "SoftmaxGen.ShiftTensorSoftMax";

    public const string UseLogSoftmax = "SoftmaxGen.UseLogSoftmax";

    public const string UseStableSigmoid = "SoftmaxGen.UseStableSigmoid";

    public const string StartAtNegativeInfinity = "SoftmaxGen.StartAtNegativeInfinity";

    public const string SliceDestination = "SoftmaxGen.SliceDestination";

    public const string WidenSoftMax = "SoftmaxGen.WidenSoftMax";

    public const string AccurateLog1P = "SoftmaxGen.AccurateLog1P";

    public const string EntropyOfZero = "SoftmaxGen.EntropyOfZero";

    public const string UseGenerated = "SoftmaxGen.UseGenerated";

    public const string UseGeneratedOfAnyLength = "SoftmaxGen.UseGeneratedOfAnyLength";

    public const string MakePartial = "SoftmaxGen.MakePartial";

    public const string LeaveOutJacobian = "SoftmaxGen.LeaveOutJacobian";
}
