using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Descriptors;

/// <summary>Rules for hand-written softmax that overflows, underflows or loses digits.</summary>
internal static class StabilityDescriptors
{
    private const string Category = "SoftmaxGen.Stability";

    public static readonly DiagnosticDescriptor UnstableSoftmax = new(
        "SMX1001",
        "Softmax overflows for large inputs",
        "'{0}' is divided by a sum of exponentials without subtracting the maximum first: one large input makes the result NaN",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An exponential is infinite from about 88 (float) or 709 (double) on, and infinity over infinity is NaN. Subtracting the largest input from every exponent changes no probability and keeps every exponential at most 1.",
        helpLinkUri: HelpLink.Of("SMX1001"));
}
