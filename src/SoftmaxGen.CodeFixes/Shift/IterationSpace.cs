using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.Shift;

/// <summary>What an exponential is taken of, over everything that is repeated between the place of the maximum and the exponential.</summary>
internal sealed partial class IterationSpace
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Func<string, string>> _wrappers = [];
    private SyntaxNode? _call;

    private IterationSpace(RelocatingCopier copier, SemanticModel model, CancellationToken cancellationToken)
    {
        Copier = copier;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public RelocatingCopier Copier { get; }

    /// <summary>The exponent: an element of what is repeated.</summary>
    public string Element { get; private set; } = "";

    /// <summary>The sequence of all exponents, where it is one already.</summary>
    public string? Sequence { get; private set; }

    /// <summary>The loops around, from the inside out.</summary>
    public List<SyntaxNode> Loops { get; } = [];

    /// <summary>The function that takes the maximum of a span, which has no LINQ.</summary>
    public string? MaxOfSpan { get; private set; }

    /// <summary>The type of the elements, before any conversion.</summary>
    public ITypeSymbol? ElementType { get; private set; }

    /// <summary>All that repeats the exponential.</summary>
    public SyntaxNode? Outermost => Loops.Append(_call).OfType<SyntaxNode>().OrderByDescending(static node => node.Span.Length).FirstOrDefault();

    public bool IsRepeated => Sequence is not null || Loops.Count > 0;

    /// <param name="exponent">The exponential.</param>
    /// <param name="top">The statement or expression behind the place, around the exponential.</param>
    /// <param name="place">Where the maximum is to be known.</param>
    /// <param name="origin">All code behind the place.</param>
    public static IterationSpace? Of(ShiftableExponential exponent, SyntaxNode top, SyntaxNode place, SyntaxNode origin, SemanticModel model, CancellationToken cancellationToken)
    {
        var range = new IterationSpace(new RelocatingCopier(origin, place, model, cancellationToken), model, cancellationToken);
        return range.Walk(exponent, top) ? range : null;
    }

    /// <summary>The loops, with a statement for the element in the middle.</summary>
    public string Loop(Func<string, string> statement) => _wrappers.Aggregate(statement(Element), static (inner, wrap) => wrap(inner));

    private bool Walk(ShiftableExponential exponent, SyntaxNode top)
    {
        ElementType = exponent.Argument is null || exponent.Destination is not null ? exponent.Type : _model.GetTypeInfo(exponent.Argument, _cancellationToken).Type;
        if (exponent is { Argument: { } span, Destination: not null })
            EnterSpan(exponent.Exponential, span);
        else if (exponent.Argument is { } argument)
            Element = Copier.Copy(argument);
        else if (!EnterMethodGroup(exponent.Exponential))
            return false;

        for (SyntaxNode node = exponent.Exponential; node != top; node = node.Parent!)
        {
            if (node.Parent is null || !(_call?.Span.Contains(node.Parent.Span) == false ? StaysOutside(node.Parent) : Enter(node, node.Parent)))
                return false;
        }

        return true;
    }

    // A sequence that is in a loop as well, or only looked at on a condition, is not handled.
    private static bool StaysOutside(SyntaxNode parent) => parent is not (
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or IfStatementSyntax
        or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax);

    private bool Enter(SyntaxNode node, SyntaxNode parent)
    {
        switch (parent)
        {
            case ForStatementSyntax @for:
                return node == @for.Statement && EnterFor(@for);
            case ForEachStatementSyntax each:
                return node != each.Statement || EnterForEach(each, $"{each.Type.WithoutTrivia()} {each.Identifier.Text}", [_model.GetDeclaredSymbol(each, _cancellationToken)]);
            case ForEachVariableStatementSyntax each:
                return node != each.Statement || EnterForEach(each, each.Variable.WithoutTrivia().ToString(), [.. Variables(each.Variable)]);
            case IfStatementSyntax @if:
                return node == @if.Condition || EnterCondition(@if.Condition, node == @if.Statement);
            case ConditionalExpressionSyntax conditional:
                return node == conditional.Condition || EnterCondition(conditional.Condition, node == conditional.WhenTrue);
            case BlockSyntax block:
                return EnterBlock(block, node);
            case LambdaExpressionSyntax lambda:
                return EnterLambda(lambda);
            case SelectClauseSyntax { Parent.Parent: QueryExpressionSyntax query }:
                return EnterQuery(query);
            case BinaryExpressionSyntax binary:
                return binary.Left == node || binary.Kind() is not (SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression);
            case WhileStatementSyntax or DoStatementSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or LocalFunctionStatementSyntax or AnonymousMethodExpressionSyntax or CatchClauseSyntax or FinallyClauseSyntax:
                return false;
            default:
                return true;
        }
    }

    private void Wrap(SyntaxNode loop, string header, bool isBlock)
    {
        Loops.Add(loop);
        _wrappers.Add(inner => isBlock ? $"{header}\n{{\n{inner}\n}}" : $"{header}\n{inner}");
    }
}
