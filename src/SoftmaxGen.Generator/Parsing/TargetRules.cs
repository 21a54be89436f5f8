using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftmaxGen.Parsing;

/// <summary>
/// What makes a target valid. The generator skips a target with any violation, and an analyzer reports them:
/// the rules stand here and nowhere else.
/// </summary>
internal static class TargetRules
{
    /// <summary>The oldest language that the emitted text compiles with.</summary>
    public const LanguageVersion MinimumLanguage = LanguageVersion.CSharp9;

    /// <summary>The newest of the framework types that the emitted text uses.</summary>
    public const string RequiredFrameworkType = "System.Runtime.Intrinsics.Vector512";

    /// <summary>Every violation of a rule; none for a target that can be emitted.</summary>
    public static IEnumerable<TargetViolation> Violations(
        TargetCandidate candidate, Compilation compilation, CancellationToken cancellation)
    {
        bool sound = true;
        foreach (TargetViolation violation in Consumer(candidate, compilation)
            .Concat(HostRules.Violations(candidate, cancellation))
            .Concat(OptionRules.Violations(candidate)))
        {
            sound = false;
            yield return violation;
        }

        // Which members there would be is only known of a target that is otherwise sound.
        if (sound)
        {
            foreach (TargetViolation violation in MemberRules.Violations(candidate))
                yield return violation;
        }
    }

    // A language that is too old is most often the default of a framework that is too old: then that is the cause to name.
    private static IEnumerable<TargetViolation> Consumer(TargetCandidate candidate, Compilation compilation)
    {
        Location attribute = candidate.Attribute.Name.GetLocation();
        if (compilation.GetTypesByMetadataName(RequiredFrameworkType).IsEmpty)
            yield return new(ViolationKind.FrameworkTooOld, attribute, candidate.Type.Name, RequiredFrameworkType);
        else if (compilation is CSharpCompilation { LanguageVersion: < MinimumLanguage and var language })
            yield return new(ViolationKind.LanguageTooOld, attribute, candidate.Type.Name, MinimumLanguage.ToDisplayString(), language.ToDisplayString());
    }
}
