using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

// The parts of a member that exponentials can flow through.
internal sealed partial class ExponentialFlow
{
    private void Scan()
    {
        if (_isScanned)
            return;
        _isScanned = true;
        foreach (var node in member.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier: var identifier } simple)
            {
                _names.Add((identifier.SpanStart, identifier.ValueText));
                if (members.IsNamedForExponential(identifier.ValueText) && ExponentialSyntax.IsExponential(simple, hasConstant))
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
                _nodes.Add(node);
                if (node is VariableDeclaratorSyntax variable)
                {
                    _declared.Add(variable.Identifier.ValueText);
                    if (IsRandom(variable.Initializer!))
                        _draws.Add(variable.Identifier.ValueText);
                }
                else if (node is ForEachStatementSyntax each)
                {
                    _declared.Add(each.Identifier.ValueText);
                }
            }
        }
    }

    private static bool IsOfInterest(SyntaxNode node) => node
        is VariableDeclaratorSyntax { Initializer: not null } or AssignmentExpressionSyntax or CommonForEachStatementSyntax or BinaryExpressionSyntax
        or InvocationExpressionSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax;
}
