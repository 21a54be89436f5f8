using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Whether variables still have at the end of a stretch of code what they had at its start.</summary>
internal sealed class ValueLifetime(SyntaxNode member, SyntaxNode end, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>All text that may run between a node and the end, loops that go round in between as a whole; null where the node comes later.</summary>
    public TextSpan? Since(SyntaxNode start)
    {
        if (end.Span.Contains(start.Span))
            return end.Span;
        var common = start.AncestorsAndSelf().First(node => node.Span.Contains(end.Span));
        var first = start.AncestorsAndSelf().FirstOrDefault(node => node.Parent == common) ?? start;
        var last = end.AncestorsAndSelf().FirstOrDefault(node => node.Parent == common) ?? end;
        if (first.SpanStart > last.SpanStart)
            return null;

        // Nobody knows when a function is called.
        var isCalledLater = end.Ancestors().TakeWhile(node => node != common).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax);
        return TextSpan.FromBounds(first.SpanStart, isCalledLater ? member.Span.End : last.Span.End);
    }

    public bool IsKept(ISymbol variable, SyntaxNode start) => Since(start) is { } text && IsKept(variable, text);

    /// <summary>Whether nothing in a text gives a variable, or what is reached through it, another value.</summary>
    public bool IsKept(ISymbol variable, TextSpan text) =>
        !Uses(variable, text).Any(use => Writes.IsWritten(use) || IsHandedOn(use)) && !MayBeChangedByCalls(variable, text);

    public IEnumerable<IdentifierNameSyntax> Uses(ISymbol variable, TextSpan text) =>
        Writes.References(variable, member, model, cancellationToken).Where(use => text.Contains(use.Span));

    // Any call may change a field; one of a function of the member may change what the function writes to.
    private bool MayBeChangedByCalls(ISymbol variable, TextSpan text)
    {
        var isShared = variable is IFieldSymbol { IsConst: false } or IPropertySymbol
            || Writes.References(variable, member, model, cancellationToken).Any(use => Writes.IsWritten(use)
                && use.Ancestors().TakeWhile(node => node != member && !node.Span.Contains(end.Span)).Any(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
        return isShared && member.DescendantNodes().Any(node => text.Contains(node.Span) && node switch
        {
            InvocationExpressionSyntax call => !Purity.IsPureCall(call, model, cancellationToken),
            AwaitExpressionSyntax or YieldStatementSyntax or BaseObjectCreationExpressionSyntax => true,
            _ => false,
        });
    }

    /// <summary>Whether other code gets hold of a collection, and may write to it.</summary>
    public bool IsHandedOn(ExpressionSyntax value)
    {
        if (model.GetTypeInfo(value, cancellationToken).Type is not { } type || Recognition.NumericTypes.IsNumber(type))
            return false;
        return value.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => IsHandedOnBy(call),
            ArgumentSyntax argument => argument.Parent is not BracketedArgumentListSyntax,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == value => IsHandedOnBy(call),
            EqualsValueClauseSyntax or InitializerExpressionSyntax or ExpressionElementSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == value,
            ParenthesizedExpressionSyntax or CastExpressionSyntax or ConditionalExpressionSyntax or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax => IsHandedOn((ExpressionSyntax)value.Parent),
            BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.CoalesceExpression or SyntaxKind.AsExpression && IsHandedOn(binary),
            _ => false,
        };
    }

    // A span of a collection is another name for it.
    private bool IsHandedOnBy(InvocationExpressionSyntax call) => !Purity.IsPureCall(call, model, cancellationToken)
        || model.GetTypeInfo(call, cancellationToken).Type is { Name: "Span" or "Memory" } && (Writes.IsWritten(call) || IsHandedOn(call));
}
