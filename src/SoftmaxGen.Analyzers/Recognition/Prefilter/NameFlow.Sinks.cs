using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

// Where exponentials may come together.
internal sealed partial class NameFlow
{
    // What an end looks like, before anything is known of what flows there: most members with an exponential have none.
    private bool IsEndOrNormalization(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression, Right: not LiteralExpressionSyntax } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => IsRandom(product.Left) || IsRandom(product.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression } => true,
        InvocationExpressionSyntax call => InvocationName.Of(call) is { } name && (IsNormalization(name) || IsEnd(name) || NameHints.IsUniform(name) || DividingGroup(call) is not null),
        _ => false,
    };

    private bool Meets(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division:
                return Survive(division.Right)
                    && (Carries(division.Left) || (division.Left is LiteralExpressionSyntax or MemberAccessExpressionSyntax) && !IsOffset(division.Right))
                    && MaySum(division.Right);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression } division:
                return Survive(division.Right) && Carries(division.Left is ElementBindingExpressionSyntax ? ConditionalOwner(division.Left) : division.Left) && MaySum(division.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product:
                return Carries(product) && (IsRandom(product.Left) || IsRandom(product.Right)) && MaySum(product);
            case InvocationExpressionSyntax call:
                return InvocationName.Of(call) is { } name && IsGivenCarriers(call)
                    && (IsNormalization(name) && (call.Expression is not SimpleNameSyntax || helpers.MayMeet(call, name, Carries)) && TakesTerms(call) || IsEnd(name) && (MaySum(call) || TakesSoftmax(call) || HasSoftmax()) || NameHints.IsUniform(name) && MaySum(call.ArgumentList) || DividesByField(call));
            default:
                return false;
        }
    }

    // e.Select(Share), where Share divides by a field that this member puts their sum into.
    private bool DividesByField(InvocationExpressionSyntax call) =>
        DividingGroup(call) is { } group && members[group].SelectMany(static member => member.DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && _sums.Contains(token.ValueText) && !_declared.Contains(token.ValueText));

    private string? DividingGroup(InvocationExpressionSyntax call)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && !_declared.Contains(name) && members.IsMethod(name) && members.IsDividing(name))
                return name;
        }

        return null;
    }

    // What it is called on or with; a statement that is a call without either works on the fields.
    private bool IsGivenCarriers(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(argument => Survive(argument.Expression)) || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && Carries(receiver)
        || call.Expression is MemberBindingExpressionSyntax && Carries(call.Parent)
        || call is { Expression: SimpleNameSyntax { Identifier.ValueText: var name }, ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax } && _carried.Count > 0 && !members.IsExponential(name);

    // Probabilities of a helper in the same file, which may be weighed with their logarithms.
    private bool HasSoftmax() => member.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Any(call => InvocationName.Of(call) is { } name && members.IsExponential(name) && members.IsDividing(name));

    private static bool TakesSoftmax(InvocationExpressionSyntax call) => call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>()
        .Any(static name => name.Identifier.ValueText.IndexOf("softmax", StringComparison.OrdinalIgnoreCase) >= 0);

    private bool TakesTerms(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 0 || call.ArgumentList.Arguments.Any(argument => IsTermValue(argument.Expression))
        || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsTermValue(receiver);

    private bool IsTermValue(ExpressionSyntax expression) => IsTerm(expression)
        || (expression is InvocationExpressionSyntax or QueryExpressionSyntax or BinaryExpressionSyntax or { RawKind: (int)LaterKinds.CollectionExpression }) && Passes(expression);

    private bool IsNormalization(string name) => members.IsDividing(name) || name.IndexOf("ormali", StringComparison.Ordinal) >= 0;

    private static bool IsEnd(string name) => KnownFunctions.Find(name) is KnownFunction.Divide or KnownFunction.Reciprocal or KnownFunction.Log;

    private bool IsRandom(SyntaxNode expression) => _random.IsAnyIn(expression.Span);
}
