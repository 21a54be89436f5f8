namespace SoftmaxGen.Descriptors;

/// <summary>The number of each rule, for analyzers and fixes.</summary>
internal static class RuleIds
{
    public const string HostNotPartial = "SMX0001";
    public const string ContainingTypeNotPartial = "SMX0002";
    public const string LengthTooSmall = "SMX0003";
    public const string LengthTooLarge = "SMX0004";
    public const string UnknownOption = "SMX0005";
    public const string MemberExists = "SMX0006";
    public const string HostNamedLikeMember = "SMX0007";
    public const string UnsupportedHost = "SMX0008";
    public const string FrameworkTooOld = "SMX0009";
    public const string LanguageTooOld = "SMX0010";

    public const string UnstableSoftmax = "SMX1001";
    public const string TensorSoftMax = "SMX1002";
    public const string UnstableLogSumExp = "SMX1003";
    public const string LogOfSoftmax = "SMX1004";
    public const string OverflowingSigmoid = "SMX1005";
    public const string IneffectiveMaximum = "SMX1006";
    public const string DiagonalDerivative = "SMX1007";
    public const string LongerDestination = "SMX1008";
    public const string SixteenBitSum = "SMX1009";
    public const string LogP1OfExponential = "SMX1010";
    public const string EntropyOfZero = "SMX1011";

    public const string UseGenerated = "SMX2001";
    public const string FullJacobian = "SMX2002";
}
