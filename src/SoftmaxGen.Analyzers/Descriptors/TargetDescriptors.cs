using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Descriptors;

/// <summary>The rules of a valid <c>[Softmax(N)]</c>. Each is an error: nothing is generated, so the code that calls it can't compile.</summary>
internal static class TargetDescriptors
{
    public static readonly DiagnosticDescriptor HostNotPartial = Rule(
        RuleIds.HostNotPartial,
        "A type with [Softmax] must be partial",
        "'{0}' must be partial for [Softmax] to add members to it");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Rule(
        RuleIds.ContainingTypeNotPartial,
        "The types around a type with [Softmax] must be partial",
        "'{0}' must be partial for [Softmax] to add members to '{1}' inside it");

    public static readonly DiagnosticDescriptor LengthTooSmall = Rule(
        RuleIds.LengthTooSmall,
        "The length of a softmax must be at least 1",
        "A softmax of {0} elements does not exist; the length must be at least 1");

    public static readonly DiagnosticDescriptor LengthTooLarge = Rule(
        RuleIds.LengthTooLarge,
        "The length of a softmax is too large for its Jacobian",
        "A Jacobian of {0} * {0} elements does not fit a span; leave SoftmaxMethods.Jacobian out of Methods, or use at most {1} elements");

    public static readonly DiagnosticDescriptor UnknownOption = Rule(
        RuleIds.UnknownOption,
        "An option of [Softmax] has an unknown value",
        "The value {1} of {0} {2}");

    public static readonly DiagnosticDescriptor MemberExists = Rule(
        RuleIds.MemberExists,
        "The type already has a member that [Softmax] would add",
        "'{0}' already has a member '{1}', which [Softmax] would add");

    public static readonly DiagnosticDescriptor HostNamedLikeMember = Rule(
        RuleIds.HostNamedLikeMember,
        "A type with [Softmax] has the name of a generated member",
        "'{0}' has the name of a member that [Softmax] would add");

    public static readonly DiagnosticDescriptor UnsupportedHost = Rule(
        RuleIds.UnsupportedHost,
        "[Softmax] does not support this kind of type",
        "[Softmax] cannot add members to '{0}': {1}");

    public static readonly DiagnosticDescriptor FrameworkTooOld = Rule(
        RuleIds.FrameworkTooOld,
        "The target framework is too old for [Softmax]",
        "[Softmax] on '{0}' needs {1}, which the target framework does not have");

    public static readonly DiagnosticDescriptor LanguageTooOld = Rule(
        RuleIds.LanguageTooOld,
        "The C# version is too old for [Softmax]",
        "[Softmax] on '{0}' needs C# {1} or later: the project uses C# {2}");

    private static DiagnosticDescriptor Rule(string id, string title, string message) => new(
        id, title, message, "SoftmaxGen.Target", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
