using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <content>What gets out of the member, and whether it is nothing but ratios.</content>
internal sealed partial class Flow
{
    public bool OnlyRatiosGetOut() => Returned().All(value => !Carries(value) || IsNormalised(value)) && Outside().All(IsNormalised) && Assignments().All(IsHomogeneous) && !Arguments().Any(Carries) && _ends.All(IsRatio);

    private IEnumerable<SyntaxNode> Returned()
    {
        foreach (var node in _member.DescendantNodesAndSelf())
        {
            if (node is ReturnStatementSyntax { Expression: { } returned } && node.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not { Parent: ArgumentSyntax })
                yield return returned;
            else if (node is YieldStatementSyntax { Expression: { } yielded })
                yield return yielded;
            else if (node is ArrowExpressionClauseSyntax arrow)
                yield return arrow.Expression;
        }
    }

    private IEnumerable<SyntaxNode> Arguments() => _member.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => !_ends.Contains(call) && !_exponentials.Contains(call) && !HomogeneousCalls.Contains(call))
        .Where(call => !call.AncestorsAndSelf().Any(node => _ends.Contains(node) || _exponentials.Contains(node)))
        .SelectMany(static call => call.ArgumentList.Arguments)
        .Where(static argument => argument.Expression is not LambdaExpressionSyntax)
        .Select(static argument => (SyntaxNode)argument.Expression);

    // What others see when the member is done: fields, properties, what parameters lead to.
    private IEnumerable<ISymbol> Outside() => _carriers.Where(static carrier => carrier switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } => false,
        IParameterSymbol parameter => parameter.RefKind != RefKind.None || !IsScalar(parameter),
        ILocalSymbol or IRangeVariableSymbol => false,
        _ => true,
    });

    private bool IsNormalised(SyntaxNode value)
    {
        while (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && HomogeneousCalls.IsConversion(access.Name.Identifier.ValueText))
            value = access.Expression;
        return Root(value) is { } root && IsNormalised(root);
    }

    private bool IsNormalised(ISymbol carrier) => !IsScalar(carrier) && _ends.Any(end =>
        end.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && (statement.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Span.Contains(end.Span) && SymbolEqualityComparer.Default.Equals(Root(assignment.Left), carrier))
            || end is InvocationExpressionSyntax && Carries(end) && end.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(Symbol(name), carrier))));

    // In front of the stretch a collection does not hold exponentials yet, and behind it no more, where each was replaced by its ratio.
    private bool IsElsewhere(IdentifierNameSyntax name, ISymbol carrier)
    {
        if (_stretch is null || IsAlias(name) || name.Ancestors().TakeWhile(node => node != _stretch.Block).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            return false;
        return name.Span.End <= _stretch.Span.Start ? !_stretch.IsRepeated || IsReplaced(carrier) : name.SpanStart >= _stretch.Span.End && IsReplaced(carrier);
    }

    // A second name for a collection, by which it can be seen at any time.
    private bool IsAlias(IdentifierNameSyntax name)
    {
        ExpressionSyntax value = name;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or InvocationExpressionSyntax || value.Parent is MemberAccessExpressionSyntax access && access.Expression == value)
            value = (ExpressionSyntax)value.Parent;
        return (value.Parent is EqualsValueClauseSyntax || value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value)
            && !Recognition.NumericTypes.IsNumber(_model.GetTypeInfo(value, _cancellationToken).Type);
    }

    private bool IsReplaced(ISymbol carrier) => !IsScalar(carrier) && _ends.Any(end => end.AncestorsAndSelf().TakeWhile(static node => node is ExpressionSyntax).OfType<AssignmentExpressionSyntax>()
        .Any(assignment => SymbolEqualityComparer.Default.Equals(Root(assignment.Left), carrier) && (assignment == end || assignment.Right.Span.Contains(end.Span))));

    // What a variable was before the sum starts in it is over.
    private bool IsOver(SyntaxNode target, ISymbol carrier) => _stretch is not null && Assignments().Any(start => start.IsStart
        && start.Target.SpanStart > target.SpanStart && start.Target.Span.End <= _stretch.Span.Start
        && SymbolEqualityComparer.Default.Equals(Root(start.Target), carrier)
        && start.Target.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement.Parent == _stretch.Block);

    // A sum that starts at one, or a guard that puts a number in its place.
    private bool IsHomogeneous((SyntaxNode Target, SyntaxNode Value, bool IsStart) assignment) =>
        Root(assignment.Target) is not { } root || !_carriers.Contains(root) || !IsScalar(root)
        || IsOver(assignment.Target, root) || _ends.Contains(assignment.Value) || Degree.Of(assignment.Value, this) is 1 or -1
        || assignment.Target.Ancestors().OfType<IfStatementSyntax>().Any(@if => @if.Condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => SymbolEqualityComparer.Default.Equals(Symbol(name), root)));

    private bool IsRatio(SyntaxNode end) => end switch
    {
        BinaryExpressionSyntax quotient when quotient.IsKind(SyntaxKind.DivideExpression) =>
            Degree.Of(quotient.Left, this) is { } left && Degree.Of(quotient.Right, this) is { } right && left == right,
        AssignmentExpressionSyntax quotient when quotient.IsKind(SyntaxKind.DivideAssignmentExpression) => Degree.Of(quotient.Right, this) is not null,
        _ => true,
    };
}
