using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>
/// Tells from the syntax alone whether exponentials of a member can end in a division by exponentials, or in a logarithm of them.
/// It follows names, not symbols, so it lets too much through; but it binds nothing, and few members pass.
/// </summary>
internal sealed class ExponentialFlow(MemberNames members, ISet<string> fields, bool hasConstant)
{
    private const int MaxRounds = 4;
    private static readonly string[] SumWords = ["um", "otal", "enom", "ormali", "ccumul", "educe"];
    private readonly List<(int Position, string Name)> _names = new();
    private readonly List<int> _carried = new();
    private readonly HashSet<string> _carriers = new();
    private readonly HashSet<string> _functions = new();
    private readonly HashSet<string> _declared = new();
    private readonly HashSet<string> _draws = new();
    private readonly HashSet<string> _terms = new();
    private readonly HashSet<string> _sums = new();

    /// <summary>Names that exponentials, or sums of them, are put into, and that the member does not declare.</summary>
    public IEnumerable<string> Fields => _carriers.Where(name => !_declared.Contains(name) && !_functions.Contains(name) && !members.IsExponential(name));

    public bool MayMeet(SyntaxNode member)
    {
        _carriers.UnionWith(fields);
        _sums.UnionWith(fields);
        var nodes = new List<SyntaxNode>();
        foreach (var node in member.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier: var identifier } simple)
            {
                _names.Add((identifier.SpanStart, identifier.ValueText));
                if (ExponentialSyntax.IsExponential(simple, hasConstant))
                    _functions.Add(identifier.ValueText);
                if (members.IsExponential(identifier.ValueText) || _functions.Contains(identifier.ValueText))
                    _carriers.Add(identifier.ValueText);
            }
            else if (node is ParameterSyntax parameter)
            {
                _declared.Add(parameter.Identifier.ValueText);
            }
            else if (node is VariableDeclaratorSyntax { Initializer: null } local)
            {
                _declared.Add(local.Identifier.ValueText);
            }
            else if (IsOfInterest(node))
            {
                nodes.Add(node);
                if (node is VariableDeclaratorSyntax variable)
                {
                    _declared.Add(variable.Identifier.ValueText);
                    if (IsRandom(variable.Initializer!))
                        _draws.Add(variable.Identifier.ValueText);
                }
                else if (node is ForEachStatementSyntax each)
                    _declared.Add(each.Identifier.ValueText);
            }
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var before = _carriers.Count + _terms.Count + _sums.Count;
            LocateCarriers();
            foreach (var node in nodes)
                Flow(node);
            if (_carriers.Count + _terms.Count + _sums.Count == before)
                break;
        }

        LocateCarriers();
        return nodes.Any(Meets);
    }

    private void LocateCarriers()
    {
        _carried.Clear();
        foreach (var (position, name) in _names)
        {
            if (_carriers.Contains(name))
                _carried.Add(position);
        }
    }

    private static bool IsOfInterest(SyntaxNode node) => node
        is VariableDeclaratorSyntax { Initializer: not null } or AssignmentExpressionSyntax or ForEachStatementSyntax or BinaryExpressionSyntax
        or InvocationExpressionSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax;

    private void Flow(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax declarator when declarator.Initializer is { } initializer && Passes(initializer.Value):
                _carriers.Add(declarator.Identifier.ValueText);
                if (IsExponential(declarator.Initializer!.Value))
                    _terms.Add(declarator.Identifier.ValueText);
                if (MaySum(declarator.Initializer!))
                    _sums.Add(declarator.Identifier.ValueText);
                break;
            case AssignmentExpressionSyntax assignment when Passes(assignment.Right) || IsAccumulation(assignment):
                _carriers.UnionWith(NamesOf(assignment.Left));
                if (IsExponential(assignment.Right) || assignment.Right is TupleExpressionSyntax tuple && tuple.Arguments.Any(element => IsExponential(element.Expression)))
                    _terms.UnionWith(NamesOf(assignment.Left));
                if (assignment.IsKind(SyntaxKind.AddAssignmentExpression) || MaySum(assignment.Right))
                    AddSum(assignment.Left);
                break;
            case ForEachStatementSyntax each when Carries(each.Expression):
                _carriers.Add(each.Identifier.ValueText);
                break;
            case LocalFunctionStatementSyntax function when Carries((SyntaxNode?)function.Body ?? function.ExpressionBody):
                _carriers.Add(function.Identifier.ValueText);
                _terms.Add(function.Identifier.ValueText);
                break;
            case FromClauseSyntax from when Carries(from.Expression):
                _carriers.Add(from.Identifier.ValueText);
                break;
            case LetClauseSyntax let when Carries(let.Expression):
                _carriers.Add(let.Identifier.ValueText);
                break;
            case InvocationExpressionSyntax call when Carries(call):
                AddReached(call);
                break;
        }
    }

    private static IEnumerable<string> NamesOf(ExpressionSyntax target) => target switch
    {
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(static element => NamesOf(element.Expression)),
        DeclarationExpressionSyntax declaration => declaration.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(static name => name.Identifier.ValueText),
        _ => NameOf(target) is { } name ? [name] : [],
    };

    private void AddSum(ExpressionSyntax target)
    {
        if (NameOf(target) is { } name)
            _sums.Add(name);
    }

    // Whether an expression with exponentials in it can be a sum of several, or of one and a constant.
    private bool MaySum(SyntaxNode expression)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case SimpleNameSyntax name when _sums.Contains(name.Identifier.ValueText) || members.IsSumming(name.Identifier.ValueText):
                case InvocationExpressionSyntax call when IsSum(CalledName(call)) && Carries(call):
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

    /// <summary>Whether a value is made of exponentials alone, and of factors: arithmetic with anything else loses them.</summary>
    private bool Passes(ExpressionSyntax expression) => Carries(expression) && expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Passes(parenthesized.Expression),
        CastExpressionSyntax cast => Passes(cast.Expression),
        AssignmentExpressionSyntax assignment => Passes(assignment.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression } sum =>
            (Passes(sum.Left) || sum.Left is LiteralExpressionSyntax) && (Passes(sum.Right) || sum.Right is LiteralExpressionSyntax or IdentifierNameSyntax)
            || sum.Left is IdentifierNameSyntax && Passes(sum.Right),
        BinaryExpressionSyntax binary => Passes(binary.Left) || Passes(binary.Right),
        ConditionalExpressionSyntax conditional => Passes(conditional.WhenTrue) || Passes(conditional.WhenFalse),
        InvocationExpressionSyntax call => CalledName(call) is not { } name || FunctionNames.Find(name) is not
            (Function.Log or Function.Log1P or Function.NonNegative or Function.Square or Function.Unit or Function.Symmetric or Function.NonLinear
                or Function.Max or Function.Min or Function.Compare),
        _ => true,
    };

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
        InvocationExpressionSyntax call => CalledName(call) is { } name
            && (_terms.Contains(name) || members.IsExponential(name) || _functions.Contains(name)
                || FunctionNames.Find(name) == Function.PassThrough && call.ArgumentList.Arguments.Any(argument => IsExponential(argument.Expression))),
        _ => false,
    };

    private bool IsSum(string? name) => name is not null
        && (members.IsDividing(name) || members.IsExponential(name)
            || FunctionNames.Find(name) is Function.Sum or Function.Mean or Function.Aggregate or Function.Add
            || SumWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0));

    // A call that is given exponentials may put them into what else it is given, and hands them to its lambdas.
    private void AddReached(InvocationExpressionSyntax call)
    {
        var mayFill = CalledName(call) is { } called && (IsExponential(call) || members.IsExponential(called) || FunctionNames.Find(called) != Function.None);
        foreach (var argument in call.ArgumentList.Arguments)
        {
            switch (argument.Expression)
            {
                case SimpleLambdaExpressionSyntax lambda:
                    _carriers.Add(lambda.Parameter.Identifier.ValueText);
                    break;
                case ParenthesizedLambdaExpressionSyntax lambda:
                    foreach (var parameter in lambda.ParameterList.Parameters)
                        _carriers.Add(parameter.Identifier.ValueText);
                    break;
                default:
                    if (call.Parent is ExpressionStatementSyntax && NameOf(argument.Expression) is { } name)
                    {
                        var isReference = !argument.RefKindKeyword.IsKind(SyntaxKind.None);
                        if (isReference ? call.ArgumentList.Arguments.Any(other => other != argument && IsTerm(other.Expression)) || IsExponential(call) : mayFill)
                            _carriers.Add(name);
                        if (isReference && _carriers.Contains(name))
                            _sums.Add(name);
                    }

                    break;
            }
        }

        // A collection that is filled; what is called on a type changes nothing there.
        if (call.Parent is ExpressionStatementSyntax && call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && NameOf(receiver) is { } collection
            && (mayFill || !char.IsUpper(collection[0]) || _declared.Contains(collection)))
            _carriers.Add(collection);
    }

    private bool Meets(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division:
                return Carries(division.Right)
                    && (Carries(division.Left) || (division.Left is LiteralExpressionSyntax or MemberAccessExpressionSyntax) && !IsOffset(division.Right))
                    && MaySum(division.Right);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression } division:
                return Carries(division.Right) && Carries(division.Left) && MaySum(division.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product:
                return Carries(product) && (IsRandom(product.Left) || IsRandom(product.Right)) && MaySum(product);
            case InvocationExpressionSyntax call:
                return CalledName(call) is { } name && IsGivenCarriers(call)
                    && (IsNormalization(name) && TakesTerms(call) || IsEnd(name) && (MaySum(call) || TakesSoftmax(call)) || FunctionNames.IsUniform(name) && MaySum(call.ArgumentList));
            default:
                return false;
        }
    }

    // What it is called on or with; a statement that is a call without either works on the fields.
    private bool IsGivenCarriers(InvocationExpressionSyntax call) =>
        Carries(call.ArgumentList) || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && Carries(receiver)
        || call.Expression is MemberBindingExpressionSyntax && Carries(call.Parent)
        || call is { Expression: SimpleNameSyntax { Identifier.ValueText: var name }, ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax } && _carried.Count > 0 && !members.IsExponential(name);

    private static bool TakesSoftmax(InvocationExpressionSyntax call) => call.ArgumentList.DescendantNodes().OfType<SimpleNameSyntax>()
        .Any(static name => name.Identifier.ValueText.IndexOf("softmax", StringComparison.OrdinalIgnoreCase) >= 0);

    private bool TakesTerms(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Count == 0 || call.ArgumentList.Arguments.Any(argument => IsTermValue(argument.Expression))
        || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && IsTermValue(receiver);

    private bool IsTermValue(ExpressionSyntax expression) => IsTerm(expression)
        || (expression is InvocationExpressionSyntax or QueryExpressionSyntax or CollectionExpressionSyntax or BinaryExpressionSyntax) && Passes(expression);

    private bool IsNormalization(string name) => members.IsDividing(name) || name.IndexOf("ormali", StringComparison.Ordinal) >= 0;

    private static bool IsEnd(string name) => FunctionNames.Find(name) is Function.Divide or Function.Reciprocal or Function.Log;

    private bool IsRandom(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name =>
            name.Identifier.ValueText.StartsWith("Next", StringComparison.Ordinal) || name.Identifier.ValueText.IndexOf("Rand", StringComparison.Ordinal) >= 0
            || _draws.Contains(name.Identifier.ValueText));

    private bool Carries(SyntaxNode? node)
    {
        if (node is null)
            return false;
        var at = _carried.BinarySearch(node.SpanStart);
        at = at < 0 ? ~at : at;
        return at < _carried.Count && _carried[at] < node.Span.End;
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => NameOf(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PrefixUnaryExpressionSyntax prefix => NameOf(prefix.Operand),
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        ConditionalAccessExpressionSyntax access => NameOf(access.Expression),
        BinaryExpressionSyntax pointer => NameOf(pointer.Left),
        _ => null,
    };

    private static string? CalledName(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
