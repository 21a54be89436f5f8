using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Shift;

/// <content>LINQ, and other calls that run a function on every element.</content>
internal sealed partial class IterationSpace
{
    private bool EnterQuery(QueryExpressionSyntax query)
    {
        if (Sequence is not null || Loops.Count > 0 || query.FromClause.Type is not null || query.Body.Continuation is not null
            || query.Body.Clauses.Any(static clause => clause is not (WhereClauseSyntax or FromClauseSyntax { Type: null })))
            return false;
        var variable = _model.GetDeclaredSymbol(query.FromClause, _cancellationToken);
        Copier.Bind([variable, .. query.Body.Clauses.OfType<FromClauseSyntax>().Select(clause => (ISymbol?)_model.GetDeclaredSymbol(clause, _cancellationToken))]);
        var source = Copier.Copy(query.FromClause.Expression);
        Sequence = query.Body.Clauses.Count == 0 && Element == variable?.Name
            ? source
            : $"(from {query.FromClause.Identifier.Text} in {source} {string.Concat(query.Body.Clauses.Select(Clause))}select {Element})";
        _call = query;
        return true;

        string Clause(QueryClauseSyntax clause) => clause is FromClauseSyntax from
            ? $"from {from.Identifier.Text} in {Copier.Copy(from.Expression)} "
            : $"where {Copier.Copy(((WhereClauseSyntax)clause).Condition)} ";
    }

    private void EnterSpan(ExpressionSyntax call, ExpressionSyntax span)
    {
        Sequence = Copier.Copy(span);
        MaxOfSpan = ((InvocationExpressionSyntax)call).SiblingFunction("Max");
        _call = call;
    }

    private bool EnterMethodGroup(ExpressionSyntax group)
    {
        if (group.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument || HigherOrderCalls.Source(call, argument) is not { } source)
            return false;
        Element = UniqueNames.UnusedParameter(group, _model);
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
        if (HigherOrderCalls.IsParallelFor(call) && parameters.Length > 0)
        {
            var arguments = call.ArgumentList.Arguments;
            var (from, to) = (Copier.Copy(arguments[0].Expression), Copier.Copy(arguments[1].Expression));
            Wrap(call, $"for ({parameters[0].Type.ToMinimalDisplayString(_model, lambda.SpanStart)} {parameters[0].Name} = {from}; {parameters[0].Name} < {to}; {parameters[0].Name}++)", false);
            return true;
        }

        if (Sequence is not null || Loops.Count > 0 || _wrappers.Count > 0 || HigherOrderCalls.Source(call, argument) is not { } source)
            return false;
        var name = InvocationName.Of(call);
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
}
