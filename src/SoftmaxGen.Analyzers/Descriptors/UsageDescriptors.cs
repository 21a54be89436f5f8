using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Descriptors;

/// <summary>Rules for code that a generated member would replace.</summary>
internal static class UsageDescriptors
{
    public static readonly DiagnosticDescriptor UseGenerated = Rule(
        RuleIds.UseGenerated,
        DiagnosticSeverity.Hidden,
        "Use [Softmax(N)]",
        "A softmax of {0} can be generated: {1} on a partial type adds one that neither overflows nor allocates",
        "[Softmax(N)] can emit a softmax whose length is a constant for the target's vector registers, and [Softmax] one of any length.");

    public static readonly DiagnosticDescriptor FullJacobian = Rule(
        RuleIds.FullJacobian,
        DiagnosticSeverity.Info,
        "Use the vector product of the Jacobian",
        "The whole Jacobian of a softmax is multiplied by a vector; s_i (g_i - sum_k g_k s_k) is the same product in one pass",
        "The Jacobian of n elements has n * n of them. Its product with a vector takes two passes over n: see VectorJacobianProduct.");

    private static DiagnosticDescriptor Rule(string id, DiagnosticSeverity severity, string title, string message, string description) =>
        new(id, title, message, "SoftmaxGen.Usage", severity, isEnabledByDefault: true, description, HelpLink.Of(id));
}
