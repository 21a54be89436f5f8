using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Stability.Library;

namespace SoftmaxGen.CodeFixes.Stability.Library;

/// <summary>Passes as much of the destination of <c>TensorPrimitives.SoftMax</c> as there are inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SliceDestinationFix)), Shared]
public sealed class SliceDestinationFix : SoftmaxCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LongerDestination);

    protected override string Title => "Slice the destination to the length of the input";

    protected override string EquivalenceKey => EquivalenceKeys.SliceDestination;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>(static call => call.ArgumentList.Arguments.Count == 2 && call.Parent is not ArgumentSyntax) is not { } call
            || LongerDestination.Find(call, model, cancellationToken) is not { Input: var input, Destination: var destination }
            || !model.IsSpanOrArray(input, cancellationToken) || !model.IsSpanOrArray(destination, cancellationToken)
            || LengthOf(input, model, cancellationToken) is not { } length)
            return null;

        var (target, slice) = destination switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan", Expression: var array }, ArgumentList.Arguments.Count: 0 } => (array, "AsSpan"),
            _ => (destination, model.GetTypeInfo(destination, cancellationToken).Type is IArrayTypeSymbol ? "AsSpan" : "Slice"),
        };
        var sliced = SyntaxFactory.ParseExpression($"{target.AsOperand()}.{slice}(0, {length})").WithTriviaFrom(destination);
        return document.With(root.ReplaceNode(destination, sliced));
    }

    // The count that the input is cut to; otherwise its length, where it can be written a second time.
    private static string? LengthOf(ExpressionSyntax input, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!Purity.IsPure(input, model, cancellationToken))
            return null;
        return input is InvocationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: var count }] } ? count.WithoutTrivia().ToString() : $"{input.AsOperand()}.Length";
    }
}
