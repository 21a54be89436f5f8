using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.CodeFixes.Syntax;

namespace SoftmaxGen.CodeFixes.Shift;

/// <content>Loops, and the conditions in them.</content>
internal sealed partial class IterationSpace
{
    private bool EnterFor(ForStatementSyntax @for)
    {
        var isStarted = @for.Declaration is not null || @for.Initializers.Count > 0;
        if (!isStarted || @for.Condition is null || @for.ContainsDirectives || LoopExits.MayEnd(@for.Statement))
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
        if (each.AwaitKeyword.RawKind != 0 || each.ContainsDirectives || LoopExits.MayEnd(each.Statement))
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

    // What makes an iteration end early, ends it early here too.
    private bool EnterBlock(BlockSyntax block, SyntaxNode node)
    {
        foreach (var statement in block.Statements.TakeWhile(statement => statement != node).Reverse())
        {
            if (statement is IfStatementSyntax { Else: null } guard && IsContinue(guard.Statement))
                EnterCondition(guard.Condition, isTrue: false);
            else if (LoopExits.MayContinue(statement))
                return false;
        }

        return true;

        static bool IsContinue(StatementSyntax statement) =>
            statement is ContinueStatementSyntax || statement is BlockSyntax { Statements: { Count: > 0 } statements } && statements.Last() is ContinueStatementSyntax
                && !statements.Take(statements.Count - 1).Any(LoopExits.MayContinue);
    }
}
