using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Shift;

/// <summary>Where a variable can be declared so that some nodes see it: in front of a statement, or in a body that is an expression yet.</summary>
internal static class InsertionPoint
{
    private static readonly HashSet<string> ElementWise = ["Select", "Sum", "ToDictionary", "ConvertAll", "ForEach", "For", "Aggregate", "Zip", "SelectMany", "Average", "Max", "Min", "Where"];

    /// <summary>The last place in front of all nodes, in the smallest body that they have in common.</summary>
    public static SyntaxNode? Before(IReadOnlyCollection<SyntaxNode> nodes, SyntaxNode member)
    {
        var common = nodes.First();
        while (common is not null && !nodes.All(node => common.Span.Contains(node.Span)))
            common = common.Parent;
        var first = nodes.OrderBy(static node => node.SpanStart).First();
        if (common is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax || common is BaseMethodDeclarationSyntax)
            return first.AncestorsAndSelf().FirstOrDefault(node => node is StatementSyntax && IsBody(node.Parent) && node.Parent!.Span.Contains(common.Span));
        return common?.AncestorsAndSelf().TakeWhile(node => node.Span.Length <= member.Span.Length).FirstOrDefault(IsPlace);
    }

    /// <summary>The next place farther out.</summary>
    public static SyntaxNode? Around(SyntaxNode place, SyntaxNode member) => (place is StatementSyntax ? place.Parent : place)?.Ancestors()
        .TakeWhile(node => member.Span.Contains(node.Span)).FirstOrDefault(static node => node is StatementSyntax ? IsBody(node.Parent) : IsPlace(node));

    /// <summary>The nearest place farther out that still comes before every use, where nothing is computed again and again.</summary>
    public static SyntaxNode Hoist(SyntaxNode place, SyntaxNode member, Func<SyntaxNode, bool> isValidBefore, IReadOnlyCollection<ISymbol> used, SemanticModel model, CancellationToken cancellationToken)
    {
        var lifetime = new ValueLifetime(member, place, model, cancellationToken);
        for (var node = place.Parent; node is not null && node != member && member.Span.Contains(node.Span); node = node.Parent)
        {
            var around = (place as LambdaExpressionSyntax)?.Parent is ArgumentSyntax argumentOfPlace ? argumentOfPlace : node;
            var outer = around switch
            {
                ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax when IsBody(around.Parent) => around,
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when InvocationName.Of(call) is { } name && ElementWise.Contains(name) => call.Ancestors().FirstOrDefault(IsPlace),
                BlockSyntax or LambdaExpressionSyntax or ArgumentSyntax or ArgumentListSyntax => around,
                _ => null,
            };
            if (outer is null)
                break;
            if (outer == around && around is BlockSyntax or LambdaExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)
                continue;
            if (!member.Span.Contains(outer.Span) || !isValidBefore(outer) || used.Any(symbol => !lifetime.IsKept(symbol, around.Span)))
                break;
            place = node = outer;
        }

        return place;
    }

    public static bool IsPlace(SyntaxNode node) => node switch
    {
        StatementSyntax => node.Parent is not LabeledStatementSyntax,
        ArrowExpressionClauseSyntax => true,
        LambdaExpressionSyntax lambda => lambda.ExpressionBody is not null,
        _ => false,
    };

    private static bool IsBody(SyntaxNode? node) => node is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;
}
