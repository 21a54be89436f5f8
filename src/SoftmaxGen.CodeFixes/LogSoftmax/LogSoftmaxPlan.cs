using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <summary>What takes the place of the logarithm of a softmax: x - max - log(sum), over the inputs where it was over the probabilities.</summary>
internal sealed record LogSoftmaxPlan(ImmutableArray<(SyntaxNode Old, SyntaxNode New)> Replacements, ImmutableArray<SyntaxNode> Removals)
{
    public static LogSoftmaxPlan? Create(SyntaxNode member, IEnumerable<ShiftableExponential> exponents, ExpressionSyntax logarithm, SemanticModel model, CancellationToken cancellationToken)
    {
        var exponentials = exponents.GroupBy(static exponent => (SyntaxNode)exponent.Exponential).ToDictionary(static group => group.Key, static group => group.First());
        var slice = new BackwardSlice(member, exponentials, logarithm, model, cancellationToken);
        var replacements = logarithm switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } of] } call when InvocationName.Of(call) == "Log" && !of.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any() =>
                slice.Of(of.Expression) is { } ratio ? Replace(call, call.Expression, ratio, slice.Element, member, model, cancellationToken) : null,
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax each } argument } when logarithm.ToString().Split('.').Last() == "Log" && InvocationName.Of(each) is "Select" or "ConvertAll" =>
                HigherOrderCalls.Source(each, argument) is { } sequence && slice.OfElements(sequence) is { Source.Collection: { } collection } mapped && Logarithm(logarithm, mapped) is { } text
                    ? [(sequence, Operand(collection, sequence)), (logarithm, SyntaxFactory.SimpleLambdaExpression(SyntaxFactory.Parameter(SyntaxFactory.Identifier(mapped.Source.Name)), text)
                        .NormalizeWhitespace().WithTriviaFrom(logarithm))]
                    : null,
            _ => null,
        };
        return replacements is null ? null : new(ImmutableArray.CreateRange(replacements), ImmutableArray.CreateRange(DeadCode.Of(member, slice.Passed, slice.Divisions, replacements, model, cancellationToken)));
    }

    public SyntaxNode Apply(BoundDocument document)
    {
        var editor = new SyntaxEditor(document.Root, document.Services);
        foreach (var (old, @new) in Replacements)
            editor.ReplaceNode(old, @new);
        editor.RemoveAll(Removals);
        return editor.GetChangedRoot();
    }

    private static List<(SyntaxNode Old, SyntaxNode New)>? Replace(
        InvocationExpressionSyntax call, ExpressionSyntax log, SoftmaxFormula ratio, (ISymbol Variable, ExpressionSyntax Sequence)? element, SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Logarithm(log, ratio) is not { } text)
            return null;
        var replacement = (call.Parent is ExpressionSyntax and not (LambdaExpressionSyntax or AssignmentExpressionSyntax) ? SyntaxFactory.ParenthesizedExpression(text) : text)
            .WithTriviaFrom(call).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        if (ratio.Source is null)
            return [(call, replacement)];

        // The function is applied to the inputs instead, so it must not use the probability for anything else.
        if (ratio.Source is not { Collection: { } collection, Name: var name } || element is not { Variable: var variable, Sequence: var sequence }
            || Writes.References(variable, member, model, cancellationToken).Any(use => !call.Span.Contains(use.Span))
            || variable.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not { } declaration
            || name != variable.Name && model.LookupSymbols(call.SpanStart, name: name).Any(static symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol))
            return null;
        return declaration switch
        {
            ParameterSyntax { Type: null } parameter => [(sequence, Operand(collection, sequence)), (parameter, parameter.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(parameter.Identifier))), (call, replacement)],
            FromClauseSyntax from when from.Expression == sequence =>
                [(from, from.WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(from.Identifier)).WithExpression(Operand(collection, sequence))), (call, replacement)],
            _ => null,
        };
    }

    private static ExpressionSyntax? Logarithm(ExpressionSyntax log, SoftmaxFormula ratio)
    {
        if (ratio.Sum?.WithoutParentheses() is not { } sum)
            return null;
        var exponent = ratio.Exponent is BinaryExpressionSyntax binary && binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
            ? ratio.Exponent.WithoutTrivia()
            : ratio.Exponent.AsOperand();
        return SyntaxFactory.ParseExpression($"{exponent} - {log.WithoutTrivia()}({sum.WithoutTrivia()})");
    }

    private static ExpressionSyntax Operand(ExpressionSyntax collection, ExpressionSyntax old) => collection.AsOperand().WithTriviaFrom(old);
}
