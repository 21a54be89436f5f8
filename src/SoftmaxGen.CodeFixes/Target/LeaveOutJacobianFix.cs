using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Target;

/// <summary>Leaves the Jacobian out where it has too many elements for an array: <c>Methods = (…) &amp; ~SoftmaxMethods.Jacobian</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutJacobianFix)), Shared]
public sealed class LeaveOutJacobianFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LengthTooLarge);

    protected override string Title => "Leave out the Jacobian";

    protected override string EquivalenceKey => EquivalenceKeys.LeaveOutJacobian;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } list } attribute
            || model.Compilation.GetTypeByMetadataName("SoftmaxGen.SoftmaxMethods")?.ToMinimalDisplayString(model, attribute.SpanStart) is not { } methods)
            return null;

        // Where nothing is asked for, there is no Jacobian to leave out.
        if (list.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Methods") is not { } asked)
            return null;
        var value = SyntaxFactory.ParseExpression($"({asked.Expression.WithoutTrivia()}) & ~{methods}.Jacobian").WithAdditionalAnnotations(Formatter.Annotation);
        return document.With(document.Root.ReplaceNode(asked.Expression, value));
    }
}
