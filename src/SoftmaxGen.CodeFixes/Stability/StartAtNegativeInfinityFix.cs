using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Stability;

/// <summary>Starts a running maximum below everything, where it starts at a constant that the data need not reach.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StartAtNegativeInfinityFix)), Shared]
public sealed class StartAtNegativeInfinityFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.IneffectiveMaximum);

    protected override string Title => "Start the maximum at negative infinity";

    protected override string EquivalenceKey => EquivalenceKeys.StartAtNegativeInfinity;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (StartOf(node, model, cancellationToken) is not { } start || model.GetConstantValue(start, cancellationToken) is not { HasValue: true })
            return null;

        // The start is converted to the type of the variable; that of `var max = 0.0` is its own.
        var type = start.Parent is AssignmentExpressionSyntax assignment ? model.GetTypeInfo(assignment.Left, cancellationToken).Type
            : start.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && model.GetDeclaredSymbol(declarator, cancellationToken) is ILocalSymbol local ? local.Type
            : null;
        if (type is not { SpecialType: SpecialType.System_Double or SpecialType.System_Single })
            return null;
        var infinity = SyntaxFactory.ParseExpression($"{type.ToMinimalDisplayString(model, start.SpanStart)}.NegativeInfinity").WithTriviaFrom(start);
        return document.With(root.ReplaceNode(start, infinity));
    }

    /// <summary>The constant at the place itself, or the one that the variable there starts at.</summary>
    private static ExpressionSyntax? StartOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Initializer.Value: { } initial } && model.GetConstantValue(initial, cancellationToken).HasValue)
            return initial;
        if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: var value } && model.GetConstantValue(value, cancellationToken).HasValue)
            return value;
        return node is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
            ? (reference.GetSyntax(cancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value
            : null;
    }
}
