using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>
/// Where the exponentials go in a member. Shifting all of them multiplies each with the same factor, so the result stays the same only
/// where nothing gets out but their ratios.
/// </summary>
internal sealed partial class Flow
{
    private readonly SyntaxNode _member;
    private readonly HashSet<SyntaxNode> _exponentials;
    private readonly HashSet<SyntaxNode> _ends;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly Stretch? _stretch;
    private readonly HashSet<ISymbol> _carriers = new(SymbolEqualityComparer.Default);

    public Flow(SyntaxNode member, IEnumerable<SyntaxNode> exponentials, IEnumerable<SyntaxNode> ends, SemanticModel model, CancellationToken cancellationToken)
    {
        (_member, _exponentials, _ends, _model, _cancellationToken) = (member, [.. exponentials], [.. ends], model, cancellationToken);
        _stretch = Stretch.Around([.. _exponentials, .. _ends], member);
        while (Assignments().Any(assignment => Carries(assignment.Value) && Root(assignment.Target) is { } root && _carriers.Add(root)))
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether code hands on an exponential or a sum, and not only their ratio.</summary>
    public bool Carries(SyntaxNode code)
    {
        return code.DescendantNodesAndSelf(node => !_exponentials.Contains(node) && !IsOpaque(node)).Any(node =>
            _exponentials.Contains(node) || node is IdentifierNameSyntax name && !IsOpaque(node) && Symbol(name) is { } symbol && _carriers.Contains(symbol) && !IsElsewhere(name, symbol));

        bool IsOpaque(SyntaxNode node) => _ends.Contains(node) || IsSize(node) || node != code && IsMapped(node);
    }

    /// <summary>Where the sums start from zero that are divided by.</summary>
    public IEnumerable<SyntaxNode> Starts()
    {
        var first = _exponentials.Min(static node => node.SpanStart);
        foreach (var carrier in _carriers.Where(IsScalar))
        {
            var start = Assignments()
                .Where(assignment => assignment.IsStart && assignment.Target.SpanStart <= first && SymbolEqualityComparer.Default.Equals(Root(assignment.Target), carrier))
                .OrderBy(static assignment => assignment.Target.SpanStart)
                .LastOrDefault();
            if (start.Target is not null && !Carries(start.Value))
                yield return start.Target;
        }
    }

    public bool IsSum(ISymbol carrier) => _carriers.Contains(carrier) && IsScalar(carrier);

    /// <summary>The statements that add to one of the sums, with the sum.</summary>
    public IEnumerable<AssignmentExpressionSyntax> Additions() => _member.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(assignment => assignment.IsKind(SyntaxKind.AddAssignmentExpression) && Root(assignment.Left) is { } root && IsSum(root));

    private IEnumerable<(SyntaxNode Target, SyntaxNode Value, bool IsStart)> Assignments()
    {
        foreach (var node in _member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                    yield return (node, value, true);
                    break;
                case AssignmentExpressionSyntax assignment when !_ends.Contains(assignment):
                    yield return (assignment.Left, assignment.Right, assignment.IsKind(SyntaxKind.SimpleAssignmentExpression));
                    break;
                case ForEachStatementSyntax each:
                    yield return (each, each.Expression, false);
                    break;
                case FromClauseSyntax from:
                    yield return (from, from.Expression, false);
                    break;
                case LetClauseSyntax let:
                    yield return (let, let.Expression, false);
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, Parent: ExpressionStatementSyntax } call when !_ends.Contains(call) && !_exponentials.Contains(call):
                    foreach (var argument in call.ArgumentList.Arguments)
                        yield return (access.Expression, argument.Expression, false);
                    break;
                case LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax outer } } } lambda:
                    foreach (var parameter in lambda.DescendantNodes().OfType<ParameterSyntax>().Where(parameter => parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>() == lambda))
                        yield return (parameter, outer.Expression, false);
                    break;
            }
        }
    }

    internal bool IsExponential(SyntaxNode node) => _exponentials.Contains(node);

    internal double? Constant(SyntaxNode node) => _model.GetConstantValue(node, _cancellationToken) is { HasValue: true, Value: { } value } && value is IConvertible and not string and not char and not bool
        ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
        : Symbol(node) is IPropertySymbol { Name: "Zero", IsStatic: true } ? 0 : null;

    private ISymbol? Root(SyntaxNode node)
    {
        while (true)
        {
            switch (node)
            {
                case ElementAccessExpressionSyntax element:
                    node = element.Expression;
                    break;
                case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } member when Symbol(member) is not IFieldSymbol { IsStatic: true }:
                    node = member.Expression;
                    break;
                case PrefixUnaryExpressionSyntax prefix:
                    node = prefix.Operand;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    node = parenthesized.Expression;
                    break;
                case VariableDeclaratorSyntax or ForEachStatementSyntax or ParameterSyntax or FromClauseSyntax or LetClauseSyntax:
                    return _model.GetDeclaredSymbol(node, _cancellationToken);
                default:
                    return Symbol(node) is { } symbol and (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IFieldSymbol or IPropertySymbol) ? symbol : null;
            }
        }
    }

    private ISymbol? Symbol(SyntaxNode node) => _model.GetSymbolInfo(node, _cancellationToken).Symbol;

    private static bool IsScalar(ISymbol symbol) => Recognition.NumericTypes.IsNumber(symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    });

    // Of a collection that a function is applied to, only what the function makes of its elements goes on.
    private static bool IsMapped(SyntaxNode node) =>
        node.Parent is FromClauseSyntax from && from.Expression == node
        || node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == node
            && Place.NameOf(call) is "Select" or "Sum" or "Zip" or "ConvertAll" or "ToDictionary" && call.ArgumentList.Arguments.Any(static argument => argument.Expression is LambdaExpressionSyntax);

    private static bool IsSize(SyntaxNode node) => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" or "LongLength" }
        || node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetLength" or "Count" } };
}
