using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

// The parts of a member that exponentials can flow through. Everything there is to ask of its syntax is asked on one walk.
internal sealed partial class NameFlow
{
    private void Scan()
    {
        if (_isScanned)
            return;
        _isScanned = true;
        var nesting = new NestingLimit(member);
        foreach (var node in member.DescendantNodes())
        {
            if (nesting.IsTooDeepAt(node))
            {
                _isTooDeep = true;
                return;
            }

            if (node is SimpleNameSyntax name)
                AddName(name);
            else if (IsBackingField(node))
                AddPosition(BackingField, node.SpanStart);
            else
                AddNode(node);
        }

        LocateDraws();
    }

    private void AddName(SimpleNameSyntax syntax)
    {
        var name = syntax.Identifier.ValueText;
        if (!_names.TryGetValue(name, out var places))
        {
            _names.Add(name, places = (new(), members.IsNamedForExponential(name)));
            if (members.IsExponential(name))
                _carriers.Add(name);
            if (name.StartsWith("Next", StringComparison.Ordinal) || name.IndexOf("Rand", StringComparison.Ordinal) >= 0)
                _draws.Add(name);
        }

        places.Positions.Add(syntax.Identifier.SpanStart);
        if (places.MayBeFunction && ExponentialSyntax.IsExponential(syntax, hasConstant))
        {
            _functions.Add(name);
            _carriers.Add(name);
        }
    }

    private void AddPosition(string name, int position)
    {
        if (!_names.TryGetValue(name, out var places))
            _names.Add(name, places = (new(), false));
        places.Positions.Add(position);
    }

    private void AddNode(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.MultiplyExpression }:
                _ends.Add(node);
                break;
            case InvocationExpressionSyntax or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression }:
                _steps.Add(node);
                _ends.Add(node);
                break;
            case ParameterSyntax parameter:
                _declared.Add(parameter.Identifier.ValueText);
                _parameters.Add(parameter.Identifier.ValueText);
                break;
            case ReturnStatementSyntax { Expression: { } returned }:
                _results.Add(returned);
                break;
            case ArrowExpressionClauseSyntax arrow:
                _results.Add(arrow.Expression);
                break;
            case VariableDeclaratorSyntax variable:
                _declared.Add(variable.Identifier.ValueText);
                if (variable.Initializer is not null)
                    _steps.Add(node);
                break;
            case ForEachStatementSyntax each:
                _declared.Add(each.Identifier.ValueText);
                _steps.Add(node);
                break;
            case AssignmentExpressionSyntax or ForEachVariableStatementSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax:
                _steps.Add(node);
                break;
        }
    }

    // Random numbers, and the variables that hold them.
    private void LocateDraws()
    {
        Locate(_random, _draws);
        for (var i = 0; _random.Count > 0 && i < _steps.Count; i++)
        {
            if (_steps[i] is VariableDeclaratorSyntax variable && IsRandom(variable.Initializer!) && _draws.Add(variable.Identifier.ValueText))
                Locate(_random, _draws);
        }
    }

    // Few names are meant, of the many there are.
    private void Locate(List<int> positions, IEnumerable<string> names)
    {
        positions.Clear();
        foreach (var name in names)
        {
            if (_names.TryGetValue(name, out var places))
                positions.AddRange(places.Positions);
        }

        positions.Sort();
    }
}
