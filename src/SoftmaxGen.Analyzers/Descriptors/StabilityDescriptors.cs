using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Descriptors;

/// <summary>Rules for hand-written softmax that overflows, underflows or loses digits.</summary>
internal static class StabilityDescriptors
{
    public static readonly DiagnosticDescriptor UnstableSoftmax = Rule(
        RuleIds.UnstableSoftmax,
        DiagnosticSeverity.Warning,
        "Softmax overflows for large inputs",
        "'{0}' is divided by a sum of exponentials without subtracting the maximum first: one large input makes the result NaN",
        "An exponential is infinite from about 88 (float) or 709 (double) on, and infinity over infinity is NaN. Subtracting the largest input from every exponent changes no probability and keeps every exponential at most 1.");

    public static readonly DiagnosticDescriptor TensorSoftMax = Rule(
        RuleIds.TensorSoftMax,
        DiagnosticSeverity.Warning,
        "TensorPrimitives.SoftMax overflows for large inputs",
        "TensorPrimitives.SoftMax does not subtract the maximum: one large input makes the result NaN",
        "TensorPrimitives.SoftMax takes the exponentials of the inputs without a shift. Subtract the maximum first, or use a generated class.");

    public static readonly DiagnosticDescriptor UnstableLogSumExp = Rule(
        RuleIds.UnstableLogSumExp,
        DiagnosticSeverity.Warning,
        "Log-sum-exp overflows for large inputs",
        "The logarithm is taken of a sum with '{0}' in it without subtracting the maximum first: one large input makes the result infinite",
        "log(sum(exp(x))) is at most log(n) above the largest input, but its exponentials overflow. max + log(sum(exp(x - max))) does not.");

    public static readonly DiagnosticDescriptor LogOfSoftmax = Rule(
        RuleIds.LogOfSoftmax,
        DiagnosticSeverity.Info,
        "The logarithm of a softmax loses digits",
        "The logarithm of a softmax is -infinity where the probability underflows, and inexact where it is near 1; compute the log-softmax x - logsumexp(x) instead",
        "A probability below the smallest number is 0, and its logarithm -infinity; one near 1 has no digits left for its logarithm. The log-softmax x - logsumexp(x) has both.");

    public static readonly DiagnosticDescriptor OverflowingSigmoid = Rule(
        RuleIds.OverflowingSigmoid,
        DiagnosticSeverity.Info,
        "Sigmoid overflows for large inputs",
        "'{0}' is infinite over infinity for a large input; 1 / (1 + e^-x) is the same and does not overflow",
        "e^x / (1 + e^x) is the softmax of two classes, and NaN where e^x is infinite. 1 / (1 + e^-x) is the same number and 1 there.");

    public static readonly DiagnosticDescriptor IneffectiveMaximum = Rule(
        RuleIds.IneffectiveMaximum,
        DiagnosticSeverity.Warning,
        "The subtracted value is not the maximum",
        "{0}",
        "A shift works only with the largest input itself. A running maximum that starts at a constant stays there when every input is smaller, and every exponential underflows; a clamp makes different inputs equal; a maximum subtracted outside the exponential does not prevent overflow.");

    public static readonly DiagnosticDescriptor DiagonalDerivative = Rule(
        RuleIds.DiagonalDerivative,
        DiagnosticSeverity.Info,
        "The derivative of a softmax has terms off its diagonal",
        "'{0}' is only the diagonal of the derivative of a softmax: every probability depends on every input, -s_i s_j off the diagonal",
        "s (1 - s) is the derivative of a sigmoid. That of a softmax is the matrix s_i (delta_ij - s_j); the gradient is s_i (g_i - sum_k g_k s_k).");

    public static readonly DiagnosticDescriptor LongerDestination = Rule(
        RuleIds.LongerDestination,
        DiagnosticSeverity.Warning,
        "The destination of TensorPrimitives.SoftMax is longer than its input",
        "'{0}' is longer than '{1}', and TensorPrimitives.SoftMax divides all of it by the sum of all of it: the probabilities are wrong, and the elements behind them are overwritten",
        "TensorPrimitives.SoftMax writes as many exponentials as it has inputs, and normalizes the whole destination. Pass a slice of the destination that is as long as the input.");

    public static readonly DiagnosticDescriptor SixteenBitSum = Rule(
        RuleIds.SixteenBitSum,
        DiagnosticSeverity.Warning,
        "TensorPrimitives.SoftMax accumulates in 16 bits",
        "TensorPrimitives.SoftMax<{0}> accumulates the exponentials in {0}, whose sum stops growing after a few thousand terms: convert to float first",
        "A sum of 16-bit numbers stops growing where the next term is less than half a unit in its last place: from 2,048 equal terms on for Half, from 256 on for BFloat16. The probabilities then add up to more than 1.");

    public static readonly DiagnosticDescriptor LogP1OfExponential = Rule(
        RuleIds.LogP1OfExponential,
        DiagnosticSeverity.Warning,
        "LogP1 and ExpM1 of .NET lose the small terms of a log-sum-exp",
        "{0} of .NET is {1}: a small exponential is lost when 1 is added",
        "double.LogP1(x) is Log(x + 1) and double.ExpM1(x) is Exp(x) - 1, as they are for float, Half and in TensorPrimitives. Both are 0 for x = 1e-17, where the accurate functions are 1e-17.");

    public static readonly DiagnosticDescriptor EntropyOfZero = Rule(
        RuleIds.EntropyOfZero,
        DiagnosticSeverity.Warning,
        "The entropy of a softmax is NaN where a probability is 0",
        "'{0}' is 0 times -infinity, and so NaN, where the probability underflows or is masked; it counts as 0",
        "A softmax is exactly 0 for an element that is far below the maximum or masked by -infinity. The limit of p log p is 0 there, and 0 * Math.Log(0) is NaN.");

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message, string description) =>
        new(id, title, message, "SoftmaxGen.Stability", severity, isEnabledByDefault: true, description, HelpLink.Of(id));
}
