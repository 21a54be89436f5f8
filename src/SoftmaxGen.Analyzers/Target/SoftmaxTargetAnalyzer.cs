using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Parsing;

namespace SoftmaxGen.Target;

/// <summary>Tells why the generator skips a <c>[Softmax(N)]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxTargetAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<ViolationKind, DiagnosticDescriptor> Descriptors =
        new Dictionary<ViolationKind, DiagnosticDescriptor>
        {
            [ViolationKind.HostNotPartial] = TargetDescriptors.HostNotPartial,
            [ViolationKind.ContainingTypeNotPartial] = TargetDescriptors.ContainingTypeNotPartial,
            [ViolationKind.LengthTooSmall] = TargetDescriptors.LengthTooSmall,
            [ViolationKind.LengthTooLarge] = TargetDescriptors.LengthTooLarge,
            [ViolationKind.UnknownOption] = TargetDescriptors.UnknownOption,
            [ViolationKind.MemberExists] = TargetDescriptors.MemberExists,
            [ViolationKind.HostNamedLikeMember] = TargetDescriptors.HostNamedLikeMember,
            [ViolationKind.UnsupportedHost] = TargetDescriptors.UnsupportedHost,
            [ViolationKind.FrameworkTooOld] = TargetDescriptors.FrameworkTooOld,
            [ViolationKind.LanguageTooOld] = TargetDescriptors.LanguageTooOld,
        }.ToImmutableDictionary();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.Values.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        Report(type, static violation => violation.Kind != ViolationKind.ContainingTypeNotPartial, context);

        // An editor shows only what is inside of the symbol at hand: so each type answers for itself that it is around a target.
        foreach (INamedTypeSymbol nested in NestedTypes(type))
            Report(nested, violation => violation.Kind == ViolationKind.ContainingTypeNotPartial && type.Locations.Contains(violation.Location), context);
    }

    private static IEnumerable<INamedTypeSymbol> NestedTypes(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(static nested => NestedTypes(nested).Prepend(nested));

    private static void Report(INamedTypeSymbol host, Func<TargetViolation, bool> isMeant, SymbolAnalysisContext context)
    {
        if (TargetCandidate.Of(host, context.Compilation, context.CancellationToken) is not { } candidate)
            return;

        // The attribute goes along, for the reader and for code fixes, wherever the squiggle is.
        ImmutableArray<Location> attribute = ImmutableArray.Create(candidate.Attribute.GetLocation());
        foreach (TargetViolation violation in TargetRules.Violations(candidate, context.Compilation, context.CancellationToken).Where(isMeant))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors[violation.Kind], violation.Location, attribute, violation.Arguments));
    }
}
