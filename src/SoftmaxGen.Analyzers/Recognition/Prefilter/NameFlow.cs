using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>
/// Tells from the syntax alone whether exponentials of a member can end in a division by exponentials, or in a logarithm of them.
/// It follows names, not symbols, so it lets too much through; but it binds nothing, and few members pass.
/// </summary>
internal sealed partial class NameFlow(SyntaxNode member, MemberIndex members, HelperSummaries helpers, bool hasConstant)
{
    private const int MaxRounds = 4;
    private const string BackingField = "field";

    // SyntaxKind.FieldExpression of C# 14, which the compiler that we are built against does not have yet.
    private const int FieldExpression = 8757;

    private static readonly string[] SumWords = ["um", "otal", "enom", "ormali", "ccumul", "educe"];
    private readonly Dictionary<string, (List<int> Positions, bool MayBeFunction)> _names = new();
    private readonly List<int> _carried = new();
    private readonly List<int> _random = new();
    private readonly HashSet<string> _draws = new();
    private readonly HashSet<string> _carriers = new();
    private readonly HashSet<string> _functions = new();
    private readonly HashSet<string> _declared = new();
    private readonly HashSet<string> _parameters = new();
    private readonly HashSet<string> _terms = new();
    private readonly HashSet<string> _sums = new();

    // What exponentials flow through, and where they may end.
    private readonly List<SyntaxNode> _steps = new();
    private readonly List<SyntaxNode> _ends = new();
    private readonly List<ExpressionSyntax> _results = new();
    private bool _isScanned;
    private bool _isTooDeep;
    private bool _hasFlown;

    /// <summary>Takes fields and parameters to be exponentials or sums of them, but for those that are not.</summary>
    public void Assume(ICollection<string> exceptions)
    {
        Scan();
        var given = _names.Keys.Where(name => !_declared.Contains(name) && !members.IsMethod(name)).Concat(_parameters).Except(exceptions).ToList();
        _carriers.UnionWith(given);
        _terms.UnionWith(given);
        _sums.UnionWith(given);
    }

    /// <summary>Names that exponentials, or sums of them, are put into, and that the member does not declare.</summary>
    public IReadOnlyCollection<string> Fields()
    {
        Flow();
        return _isTooDeep ? [] : _carriers.Where(name => !_declared.Contains(name) && !_functions.Contains(name) && !members.IsExponential(name)).ToList();
    }

    public bool MayMeet()
    {
        Scan();
        if (_isTooDeep || !_ends.Any(IsEndOrNormalization))
            return false;
        Flow();
        return _ends.Any(Meets);
    }

    /// <summary>The same where exponentials, or sums of them, may be in fields.</summary>
    public bool MayMeet(ISet<string> fields)
    {
        Scan();
        if (!fields.Overlaps(_names.Keys))
            return false;
        _carriers.UnionWith(fields);
        _sums.UnionWith(fields);
        _hasFlown = false;
        return MayMeet();
    }

    public bool MayReturn()
    {
        Flow();
        return _isTooDeep || _results.Exists(Passes);
    }

    private void Flow()
    {
        Scan();
        if (_hasFlown)
            return;
        _hasFlown = true;
        for (var round = 0; round < MaxRounds; round++)
        {
            var before = _carriers.Count + _terms.Count + _sums.Count;
            LocateCarriers();
            foreach (var step in _steps)
                Flow(step);
            if (_carriers.Count + _terms.Count + _sums.Count == before)
                return;
        }

        LocateCarriers();
    }

    private void LocateCarriers() => Locate(_carried, _carriers);

    private void Flow(SyntaxNode node)
    {
        switch (node)
        {
            case VariableDeclaratorSyntax { Initializer.Value: RefExpressionSyntax reference } alias:
                Join(alias.Identifier.ValueText, NameOf(reference));
                break;
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
            case ForEachStatementSyntax { Type: RefTypeSyntax } each:
                Join(each.Identifier.ValueText, NameOf(each.Expression));
                break;
            case ForEachStatementSyntax each when Carries(each.Expression):
                _carriers.Add(each.Identifier.ValueText);
                break;
            case ForEachVariableStatementSyntax each when Carries(each.Expression):
                _carriers.UnionWith(NamesOf(each.Variable));
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

    // Two names of one place.
    private void Join(string alias, string? name)
    {
        if (name is null)
            return;
        foreach (var set in new[] { _carriers, _terms, _sums })
        {
            if (set.Contains(alias))
                set.Add(name);
            else if (set.Contains(name))
                set.Add(alias);
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

    // A call that is given exponentials may put them into what else it is given, and hands them to its lambdas.
    private void AddReached(InvocationExpressionSyntax call)
    {
        var mayFill = InvocationName.Of(call) is { } called && (IsExponential(call) || members.IsExponential(called) || KnownFunctions.Find(called) != KnownFunction.None);
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
                        if (mayFill && members.IsExponential(InvocationName.Of(call)!))
                            _terms.Add(name);
                        if (isReference && _carriers.Contains(name))
                            _sums.Add(name);
                    }

                    break;
            }
        }

        // A collection that is filled; what is called on a type changes nothing there.
        var owner = call switch
        {
            { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: var receiver } } => receiver,
            { Parent: ConditionalAccessExpressionSyntax { Parent: ExpressionStatementSyntax }, Expression: MemberBindingExpressionSyntax binding } => ConditionalOwner(binding),
            _ => null,
        };
        if (owner is not null && NameOf(owner) is { } collection
            && (mayFill || !char.IsUpper(collection[0]) || _declared.Contains(collection)))
        {
            _carriers.Add(collection);
            if (MaySum(call.ArgumentList) || InvocationName.Of(call) is { } adding && members.IsAccumulating(adding))
                _sums.Add(collection);
        }
    }

    private bool Carries(SyntaxNode? node) => node is not null && _carried.IsAnyIn(node.Span);
}
