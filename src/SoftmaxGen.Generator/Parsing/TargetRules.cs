using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>
/// What makes a target valid. The generator skips a target with any violation, and an analyzer reports them:
/// the rules stand here and nowhere else.
/// </summary>
internal static class TargetRules
{
    /// <summary>The oldest language that the emitted text compiles with, if it uses vectors.</summary>
    public const LanguageVersion MinimumLanguage = LanguageVersion.CSharp9;

    /// <summary>The oldest language otherwise: the one that .NET Framework and .NET Standard 2.0 have where nothing else is said.</summary>
    public const LanguageVersion MinimumScalarLanguage = LanguageVersion.CSharp7_3;

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
        LanguageVersion minimum = candidate.Target.Capabilities.Form == CodeForm.Vectors ? MinimumLanguage : MinimumScalarLanguage;
        if (CapabilityReader.MissingType(compilation) is { } type)
            yield return new(ViolationKind.FrameworkTooOld, attribute, candidate.Type.Name, type);
        else if (compilation is CSharpCompilation { LanguageVersion: var language } && language < minimum)
            yield return new(ViolationKind.LanguageTooOld, attribute, candidate.Type.Name, minimum.ToDisplayString(), language.ToDisplayString());
        else if (CapabilityReader.MissingElement(compilation, candidate.Target.ElementTypes) is { } element)
            yield return new(ViolationKind.FrameworkTooOld, (AttributeReader.OptionArgument(candidate.Attribute, nameof(SoftmaxTarget.ElementTypes)) ?? (SyntaxNode)candidate.Attribute).GetLocation(), candidate.Type.Name, element);
    }
}
