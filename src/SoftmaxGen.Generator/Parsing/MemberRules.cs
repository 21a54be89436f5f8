using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>Whether the host has room for the members that would be emitted.</summary>
internal static class MemberRules
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    // Every host is looked at on every key stroke; its members depend on two options and the framework alone, which have few values.
    private static readonly ConcurrentDictionary<(MethodSet, ElementTypeSet, CodeForm, bool), ILookup<string, EmittedMember>> Emitted = new();

    public static IEnumerable<TargetViolation> Violations(TargetCandidate candidate)
    {
        INamedTypeSymbol host = candidate.Type;
        ILookup<string, EmittedMember> emitted = Emitted.GetOrAdd(
            (candidate.Target.Methods, candidate.Target.ElementTypes, candidate.Target.Capabilities.Form, candidate.Target.HasAnyLength),
            _ => MemberTable.Declared(candidate.Target).ToLookup(static member => member.Name));

        // CS0542, and CS0102 for the type parameters, in text that the user did not write.
        if (emitted.Contains(host.Name))
            yield return new(ViolationKind.HostNamedLikeMember, candidate.Identifier, host.Name);
        foreach (ITypeParameterSymbol parameter in host.TypeParameters.Where(parameter => emitted.Contains(parameter.Name)))
            yield return new(ViolationKind.HostNamedLikeMember, parameter.Locations[0], parameter.Name);

        foreach (ISymbol member in host.GetMembers())
        {
            if (emitted[member.Name].Any(other => Clash(member, other)) && !IsEmitted(member, candidate.Target.Host.HintName))
                yield return new(ViolationKind.MemberExists, member.Locations[0], host.Name, member.Name);
        }
    }

    /// <summary>Whether the member is in the generated file: the analyzer, unlike the generator, sees that file too.</summary>
    private static bool IsEmitted(ISymbol member, string hintName) =>
        member.DeclaringSyntaxReferences is { Length: > 0 } parts
        && parts.All(part => part.SyntaxTree.FilePath.EndsWith(
            Path.Combine(typeof(SoftmaxGenerator).FullName, hintName), StringComparison.Ordinal));

    private static bool Clash(ISymbol member, EmittedMember emitted) =>
        member is not IMethodSymbol method
        || emitted.ParameterTypes is not { } parameterTypes
        || (method.Arity == 0 && method.Parameters.Select(Signature).SequenceEqual(parameterTypes));

    // `in` and `out` are as good as `ref`: methods can't differ by the kind of a reference alone (CS0663).
    private static string Signature(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(TypeFormat);
}
