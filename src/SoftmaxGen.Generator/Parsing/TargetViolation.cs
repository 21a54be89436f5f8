using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Parsing;

/// <summary>What makes a target invalid; one diagnostic rule each.</summary>
internal enum ViolationKind
{
    HostNotPartial,
    ContainingTypeNotPartial,
    LengthTooSmall,
    LengthTooLarge,
    UnknownOption,
    MemberExists,
    HostNamedLikeMember,
    UnsupportedHost,
    FrameworkTooOld,
    LanguageTooOld,
}

/// <summary>One reason why nothing is emitted for a target.</summary>
/// <param name="Kind">The rule that is broken.</param>
/// <param name="Location">Where the squiggle belongs.</param>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record TargetViolation(ViolationKind Kind, Location Location, params string[] Arguments);
