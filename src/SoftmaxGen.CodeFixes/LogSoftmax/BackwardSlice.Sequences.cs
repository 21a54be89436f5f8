using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.LogSoftmax;

/// <content>Sequences: what their elements were computed from.</content>
internal sealed partial class BackwardSlice
{
    /// <summary>The variable at the place that stands for an element of a sequence, and the sequence.</summary>
    public (ISymbol Variable, ExpressionSyntax Sequence)? Element { get; private set; }

    private static bool IsConversion(string name) => name is "ToArray" or "ToList" or "AsSpan" or "Slice" or "AsReadOnly" or "AsEnumerable";

    /// <summary>One element of a sequence.</summary>
    public SoftmaxFormula? OfElements(ExpressionSyntax sequence)
    {
        switch (sequence.Bare())
        {
            case IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local && Value(local) is { } value && _lifetime.IsKept(local, value):
                _passed.Add(local);
                return OfElements(value);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments.Count: 0 } when IsConversion(access.Name.Identifier.ValueText):
                return OfElements(access.Expression);
            case InvocationExpressionSyntax call when InvocationName.Of(call) is "Select" or "ConvertAll" && call.ArgumentList.Arguments.LastOrDefault() is { } function && HigherOrderCalls.Source(call, function) is { } source:
                return OfMapped(source, function.Expression);
            case QueryExpressionSyntax { FromClause: { Type: null } from, Body: { Clauses.Count: 0, Continuation: null, SelectOrGroup: SelectClauseSyntax select } } when model.GetDeclaredSymbol(from, cancellationToken) is { } element:
                return OfMapped(from.Expression, element, select.Expression);
            default:
                return null;
        }
    }

    /// <summary>One of the terms of a sum over a sequence.</summary>
    public SoftmaxFormula? OfTerms(ExpressionSyntax sum)
    {
        switch (sum.Bare())
        {
            case IdentifierNameSyntax name when model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local && Value(local) is { } value:
                _passed.Add(local);
                return OfTerms(value);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sum" } access } call:
                return call.ArgumentList.Arguments switch
                {
                    [] => OfElements(access.Expression),
                    [var term] => OfMapped(access.Expression, term.Expression),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private SoftmaxFormula? OfMapped(ExpressionSyntax source, ExpressionSyntax function)
    {
        if (exponentials.TryGetValue(function, out var group) && group.Argument is null)
        {
            var name = UniqueNames.UnusedParameter(function, model);
            return SourceOf(source, name) is { } elements ? new(SyntaxFactory.IdentifierName(name), elements) : null;
        }

        return function is LambdaExpressionSyntax { ExpressionBody: { } body } && model.GetSymbolInfo(function, cancellationToken).Symbol is IMethodSymbol { Parameters: [var element] }
            ? OfMapped(source, element, body)
            : null;
    }

    private SoftmaxFormula? OfMapped(ExpressionSyntax source, ISymbol element, ExpressionSyntax body)
    {
        var isNew = _bound.Add(element);
        var ratio = Of(body);
        if (isNew)
            _bound.Remove(element);
        if (ratio is null or { Source: not null })
            return ratio;
        return SourceOf(source, element.Name) is { } elements ? ratio with { Source = elements } : null;
    }

    // The parameter of a function that is applied to every element.
    private SoftmaxFormula? ElementOf(ISymbol variable)
    {
        var declaration = variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        var sequence = declaration switch
        {
            FromClauseSyntax from => from.Expression,
            ParameterSyntax parameter when parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument } lambda
                && InvocationName.Of(call) is not ("Aggregate" or "Zip")
                && model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1 } => HigherOrderCalls.Source(call, argument),
            _ => null,
        };
        if (sequence is null)
            return null;
        if (IsKnownThere(variable))
            Element = (variable, sequence);
        return OfElements(sequence);
    }

    private ElementSource? SourceOf(ExpressionSyntax collection, string name) =>
        Scoped(collection, collection) is { } scoped ? new(name, scoped, collection, model.GetTypeInfo(collection, cancellationToken).Type) : null;
}
