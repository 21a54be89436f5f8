using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

// What an expression is made of.
internal sealed partial class NameFlow
{
    // Whether an expression with exponentials in it can be a sum of several, or of one and a constant.
    private bool MaySum(SyntaxNode expression)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case SimpleNameSyntax name when _sums.Contains(name.Identifier.ValueText) || members.IsSumming(name.Identifier.ValueText):
                case InvocationExpressionSyntax call when IsSum(InvocationName.Of(call)) && Carries(call):
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                    when IsTerm(sum.Left) && (IsTerm(sum.Right) || sum.Right is LiteralExpressionSyntax) || sum.Left is LiteralExpressionSyntax && IsTerm(sum.Right)
                        || IsAccumulation(sum):
                    return true;
            }
        }

        return false;
    }

    // 1 + e^x, as in the logistic function.
    private bool IsOffset(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: var left, Right: var right } }
        && (left is LiteralExpressionSyntax && IsExponential(right) || right is LiteralExpressionSyntax && IsExponential(left));

    private bool IsTerm(ExpressionSyntax expression) =>
        IsExponential(expression) || NameOf(expression) is { } name && (_terms.Contains(name) || _sums.Contains(name))
        || expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && IsTerm(sum.Left) && IsTerm(sum.Right);

    /// <summary>Whether a value is made of exponentials alone, and of factors: arithmetic with anything else loses them, and so does being subtracted from it.</summary>
    private bool Passes(ExpressionSyntax expression) => Carries(expression) && expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Passes(parenthesized.Expression),
        CastExpressionSyntax cast => Passes(cast.Expression),
        AssignmentExpressionSyntax assignment => Passes(assignment.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            (Passes(sum.Left) || sum.Left is LiteralExpressionSyntax) && (Passes(sum.Right) || sum.Right is LiteralExpressionSyntax or IdentifierNameSyntax)
            || sum.Left is IdentifierNameSyntax && Passes(sum.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference =>
            Passes(difference.Left) && (Passes(difference.Right) || difference.Right is LiteralExpressionSyntax or IdentifierNameSyntax),
        BinaryExpressionSyntax binary => Passes(binary.Left) || Passes(binary.Right),
        ConditionalExpressionSyntax conditional => Passes(conditional.WhenTrue) || Passes(conditional.WhenFalse),
        InvocationExpressionSyntax call => !Loses(call) && (InvocationName.Of(call) is not { } name || IsUndividedExponential(name) || KnownFunctions.Find(name) is not
            (KnownFunction.Log or KnownFunction.Log1P or KnownFunction.NonNegative or KnownFunction.Square or KnownFunction.Unit or KnownFunction.Symmetric or KnownFunction.NonLinear
                or KnownFunction.Max or KnownFunction.Min or KnownFunction.Compare)),
        _ => true,
    };

    // A helper that takes exponentials is what it computes, whatever it is called: Softmax(x) may be nothing but e^x.
    private bool IsUndividedExponential(string name) => members.IsExponential(name) && members.IsMethod(name) && !members.IsDividing(name);

    /// <summary>Whether exponentials in an expression are in its value.</summary>
    private bool Survive(ExpressionSyntax expression) => Carries(expression) && expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Survive(parenthesized.Expression),
        CastExpressionSyntax cast => Survive(cast.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression } difference => Survive(difference.Left),
        BinaryExpressionSyntax binary => Survive(binary.Left) || Survive(binary.Right),
        InvocationExpressionSyntax call => !Loses(call),
        _ => true,
    };

    // A helper that is in sight, and computes a number out of the size of what it is given, say.
    private bool Loses(InvocationExpressionSyntax call) => call.Expression is SimpleNameSyntax { Identifier.ValueText: var name }
        && !_carriers.Contains(name) && !_declared.Contains(name) && !helpers.MayReturn(call, name, Carries);

    // sum += e, and sum = sum + e
    private bool IsAccumulation(AssignmentExpressionSyntax assignment) => Carries(assignment.Right)
        && (assignment.IsKind(SyntaxKind.AddAssignmentExpression) || assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && IsAccumulation(sum));

    // x = x + e
    private bool IsAccumulation(BinaryExpressionSyntax sum) =>
        sum.Parent is AssignmentExpressionSyntax { Left: var target } && NameOf(target) is { } name
        && (NameOf(sum.Left) == name && Carries(sum.Right) || NameOf(sum.Right) == name && Carries(sum.Left));

    // The exponential itself, converted or not.
    private bool IsExponential(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsExponential(parenthesized.Expression),
        CastExpressionSyntax cast => IsExponential(cast.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } scaled =>
            IsExponential(scaled.Left) || IsExponential(scaled.Right),
        ConditionalExpressionSyntax conditional => IsExponential(conditional.WhenTrue) || IsExponential(conditional.WhenFalse),
        { RawKind: (int)LaterKinds.CollectionExpression } => LaterKinds.Elements(expression).Any(element => element is not null && IsExponential(element)),
        InitializerExpressionSyntax list => list.Expressions.Any(IsExponential),
        ArrayCreationExpressionSyntax { Initializer: { } list } => IsExponential(list),
        ImplicitArrayCreationExpressionSyntax { Initializer: var list } => IsExponential(list),
        LambdaExpressionSyntax { ExpressionBody: { } body } => IsExponential(body),
        InvocationExpressionSyntax call => InvocationName.Of(call) is { } name
            && (_terms.Contains(name) || members.IsExponential(name) || _functions.Contains(name)
                || KnownFunctions.Find(name) == KnownFunction.PassThrough && (call.ArgumentList.Arguments.Any(argument => IsExponential(argument.Expression) || IsExponentialGroup(argument.Expression))
                    || call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax receiver } && IsExponential(receiver))),
        _ => false,
    };

    // Select(Math.Exp)
    private bool IsExponentialGroup(ExpressionSyntax argument) => argument switch
    {
        MemberAccessExpressionSyntax access => _functions.Contains(access.Name.Identifier.ValueText),
        SimpleNameSyntax name => _functions.Contains(name.Identifier.ValueText),
        _ => false,
    };

    private bool IsSum(string? name) => name is not null
        && (members.IsDividing(name) || members.IsExponential(name)
            || KnownFunctions.Find(name) is KnownFunction.Sum or KnownFunction.Mean or KnownFunction.Aggregate or KnownFunction.Add
            || SumWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0));

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        // Not typed yet.
        SimpleNameSyntax { IsMissing: true } => null,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => NameOf(access.Name),
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PrefixUnaryExpressionSyntax prefix => NameOf(prefix.Operand),
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        ConditionalAccessExpressionSyntax access => NameOf(access.Expression),
        MemberBindingExpressionSyntax binding => NameOf(binding.Name),
        ElementBindingExpressionSyntax => ConditionalOwner(target) is { } owner ? NameOf(owner) : null,
        RefExpressionSyntax reference => NameOf(reference.Expression),
        _ when IsBackingField(target) => BackingField,
        BinaryExpressionSyntax pointer => NameOf(pointer.Left),
        _ => null,
    };

    // In p?[i] = e and list?.Add(e) what stands before the question mark.
    private static ExpressionSyntax? ConditionalOwner(SyntaxNode binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private static bool IsBackingField(SyntaxNode node) => node.RawKind == FieldExpression;
}
