using Microsoft.CodeAnalysis;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>From a type that has the attribute to the model of what to emit.</summary>
internal static class TargetParser
{
    /// <summary>The target, or <see langword="null"/> if the compiler or one of the <see cref="TargetRules"/> rejects it.</summary>
    public static SoftmaxTarget? Parse(INamedTypeSymbol host, Compilation compilation, CancellationToken cancellation) =>
        TargetCandidate.Of(host, compilation, cancellation) is { } candidate
        && !TargetRules.Violations(candidate, compilation, cancellation).Any()
            ? candidate.Target
            : null;
}
