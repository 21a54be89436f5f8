using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.Maximum;

/// <summary>What an exponential is taken of, over everything that is repeated between the place of the maximum and the exponential.</summary>
internal sealed class Range
{
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Func<string, string>> _wrappers = [];
    private SyntaxNode? _call;

    private Range(Copier copier, SemanticModel model, CancellationToken cancellationToken)
    {
        Copier = copier;
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public Copier Copier { get; }

    /// <summary>The exponent: an element of what is repeated.</summary>
    public string Element { get; private set; } = "";

    /// <summary>The sequence of all exponents, where it is one already.</summary>
    public string? Sequence { get; private set; }

    /// <summary>The loops around, from the inside out.</summary>
    public List<SyntaxNode> Loops { get; } = [];

    /// <summary>The type of the elements, before any conversion.</summary>
    public ITypeSymbol? ElementType { get; private set; }

    public bool IsRepeated => Sequence is not null || Loops.Count > 0;

    /// <param name="exponent">The exponential.</param>
    /// <param name="top">The statement or expression behind the place, around the exponential.</param>
    /// <param name="place">Where the maximum is to be known.</param>
    /// <param name="origin">All code behind the place.</param>
    public static Range? Of(Exponent exponent, SyntaxNode top, SyntaxNode place, SyntaxNode origin, SemanticModel model, CancellationToken cancellationToken)
    {
        var range = new Range(new Copier(origin, place, model, cancellationToken), model, cancellationToken);
        return range.Walk(exponent, top) ? range : null;
    }

    /// <summary>The loops, with a statement for the element in the middle.</summary>
    public string Loop(Func<string, string> statement) => _wrappers.Aggregate(statement(Element), static (inner, wrap) => wrap(inner));

    private bool Walk(Exponent exponent, SyntaxNode top)
    {
        ElementType = exponent.Argument is null ? exponent.Type : _model.GetTypeInfo(exponent.Argument, _cancellationToken).Type;
        if (exponent.Argument is { } argument)
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

    private bool EnterFor(ForStatementSyntax @for)
    {
        var isStarted = @for.Declaration is not null || @for.Initializers.Count > 0;
        if (!isStarted || @for.Condition is null || @for.ContainsDirectives)
            return false;
        var variables = @for.Declaration is { } declaration
            ? declaration.Variables.Select(variable => _model.GetDeclaredSymbol(variable, _cancellationToken))
            : @for.Initializers.OfType<AssignmentExpressionSyntax>().Select(start => _model.GetSymbolInfo(start.Left, _cancellationToken).Symbol);
        Copier.Bind([.. variables]);
        foreach (var start in @for.Declaration?.Variables.Select(static variable => variable.Initializer?.Value) ?? @for.Initializers.Select(static start => (start as AssignmentExpressionSyntax)?.Right))
        {
            if (start is not null)
                Copier.Copy(start);
        }

        var condition = Copier.Copy(@for.Condition);
        var header = $"for ({@for.Declaration?.WithoutTrivia().ToString() ?? @for.Initializers.ToString()}; {condition}; {@for.Incrementors})";
        if (@for.Incrementors.Any(step => !IsStep(step)))
            return false;
        Wrap(@for, header, @for.Statement is BlockSyntax);
        return true;
    }

    private static bool IsStep(ExpressionSyntax step) => step switch
    {
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } or PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax } => true,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax } => true,
        _ => false,
    };

    private bool EnterForEach(CommonForEachStatementSyntax each, string variable, ISymbol?[] variables)
    {
        if (each.AwaitKeyword.RawKind != 0 || each.ContainsDirectives)
            return false;
        Copier.Bind(variables);
        Wrap(each, $"foreach ({variable} in {Copier.Copy(each.Expression)})", each.Statement is BlockSyntax);
        return true;
    }

    private IEnumerable<ISymbol?> Variables(ExpressionSyntax variable) =>
        variable.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(part => _model.GetDeclaredSymbol(part, _cancellationToken));

    private bool EnterCondition(ExpressionSyntax condition, bool isTrue)
    {
        var text = Copier.Copy(condition);
        _wrappers.Add(inner => $"if ({(isTrue ? text : $"!({text})")})\n{inner}");
        return true;
    }

    // What makes a turn of the loop end early, ends it early here too.
    private bool EnterBlock(BlockSyntax block, SyntaxNode node)
    {
        foreach (var statement in block.Statements.TakeWhile(statement => statement != node).Reverse())
        {
            if (statement is IfStatementSyntax { Else: null } guard && IsContinue(guard.Statement))
                EnterCondition(guard.Condition, isTrue: false);
            else if (block.Parent is ForStatementSyntax or CommonForEachStatementSyntax
                && statement.DescendantNodesAndSelf(static inner => inner is not (ForStatementSyntax or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                    .Any(static inner => inner is BreakStatementSyntax or ContinueStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax))
                return false;
        }

        return true;

        static bool IsContinue(StatementSyntax statement) => statement is ContinueStatementSyntax or BlockSyntax { Statements: [ContinueStatementSyntax] };
    }

    private bool EnterQuery(QueryExpressionSyntax query)
    {
        if (Sequence is not null || Loops.Count > 0 || query.Body.Continuation is not null || query.Body.Clauses.Any(static clause => clause is not (WhereClauseSyntax or FromClauseSyntax)))
            return false;
        if (query.FromClause.Type is not null)
            return false;
        var variable = _model.GetDeclaredSymbol(query.FromClause, _cancellationToken);
        Copier.Bind([variable, .. query.Body.Clauses.OfType<FromClauseSyntax>().Select(clause => (ISymbol?)_model.GetDeclaredSymbol(clause, _cancellationToken))]);
        var source = Copier.Copy(query.FromClause.Expression);
        Sequence = query.Body.Clauses.Count == 0 && Element == variable?.Name
            ? source
            : $"(from {query.FromClause.Identifier.Text} in {source} {string.Concat(query.Body.Clauses.Select(Clause))}select {Element})";
        _call = query;
        return true;

        string Clause(QueryClauseSyntax clause) => clause switch
        {
            WhereClauseSyntax where => $"where {Copier.Copy(where.Condition)} ",
            FromClauseSyntax { Type: null } from => $"from {from.Identifier.Text} in {Copier.Copy(from.Expression)} ",
            _ => FailedClause(),
        };

        string FailedClause()
        {
            Copier.Fail();
            return "";
        }
    }

    private bool EnterMethodGroup(ExpressionSyntax group)
    {
        if (group.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument || Calls.Source(call, argument) is not { } source)
            return false;
        Element = Names.UnusedParameter(group, _model);
        _call = call;
        if (HasMax(source))
            Sequence = Copier.Copy(source);
        else
            Wrap(call, $"foreach (var {Element} in {Copier.Copy(source)})", false);
        return true;
    }

    private bool HasMax(ExpressionSyntax source) => _model.GetTypeInfo(source, _cancellationToken).Type is { } type
        && !_model.LookupSymbols(source.SpanStart, type as INamespaceOrTypeSymbol, "Max", includeReducedExtensionMethods: true).IsEmpty;

    private bool EnterLambda(LambdaExpressionSyntax lambda)
    {
        if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument
            || _model.GetSymbolInfo(lambda, _cancellationToken).Symbol is not IMethodSymbol { Parameters: var parameters }
            || lambda.Modifiers.Count > 0)
            return false;
        Copier.Bind([.. parameters]);
        if (Calls.IsParallelFor(call) && parameters.Length > 0)
        {
            var arguments = call.ArgumentList.Arguments;
            var (from, to) = (Copier.Copy(arguments[0].Expression), Copier.Copy(arguments[1].Expression));
            Wrap(call, $"for ({parameters[0].Type.ToMinimalDisplayString(_model, lambda.SpanStart)} {parameters[0].Name} = {from}; {parameters[0].Name} < {to}; {parameters[0].Name}++)", false);
            return true;
        }

        if (Sequence is not null || Loops.Count > 0 || _wrappers.Count > 0 || Calls.Source(call, argument) is not { } source)
            return false;
        var name = Place.NameOf(call);
        var text = Copier.Copy(source);
        if (!HasMax(source) && parameters.Length == 1)
        {
            Wrap(call, $"foreach (var {parameters[0].Name} in {text})", false);
            _call = call;
            return true;
        }

        var header = parameters.Length == 1 ? parameters[0].Name : $"({string.Join(", ", parameters.Select(static parameter => parameter.Name))})";
        Sequence = name switch
        {
            "Aggregate" when parameters.Length == 2 => Select(parameters[1].Name),
            "Zip" when parameters.Length == 2 && call.ArgumentList.Arguments.Count == 2 => $"{text}.Zip({Copier.Copy(call.ArgumentList.Arguments[0].Expression)}, {header} => {Element})",
            "Zip" => null,
            _ => Select(header),
        };
        _call = call;
        return Sequence is not null;

        string Select(string variable) => Element == variable ? text : $"{text}.Select({variable} => {Element})";
    }

    private void Wrap(SyntaxNode loop, string header, bool isBlock)
    {
        Loops.Add(loop);
        _wrappers.Add(inner => isBlock ? $"{header}\n{{\n{inner}\n}}" : $"{header}\n{inner}");
    }
}
