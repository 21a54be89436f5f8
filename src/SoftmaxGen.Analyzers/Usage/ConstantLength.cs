using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Usage;

/// <summary>The number of elements of a collection, where the code fixes it at compile time.</summary>
internal sealed class ConstantLength(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 8;

    public int? Of(ExpressionSyntax collection) => Of(collection, 0);

    /// <summary>A number, or the length of a collection.</summary>
    public int? OfBound(ExpressionSyntax bound) =>
        model.GetConstantValue(bound, cancellationToken) is { HasValue: true, Value: int constant } ? constant
        : bound is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } access ? Of(access.Expression)
        : null;

    private int? Of(ExpressionSyntax collection, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (collection)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Of(parenthesized.Expression, depth + 1);
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions.Count;
            case ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [var size] }] }:
                return Constant(size);
            case StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer }:
                return initializer.Expressions.Count;
            case StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } }:
                return Constant(size);
            case ImplicitArrayCreationExpressionSyntax { Initializer: var initializer }:
                return initializer.Expressions.Count;
            case ImplicitStackAllocArrayCreationExpressionSyntax { Initializer: var initializer }:
                return initializer.Expressions.Count;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } initializer:
                return initializer.Expressions.Count;
            case { RawKind: (int)LaterKinds.CollectionExpression } when LaterKinds.Elements(collection) is var elements && elements.All(static element => element is not null):
                return elements.Length;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: var arguments }:
                return access.Name.Identifier.ValueText switch
                {
                    "AsSpan" or "AsMemory" or "Slice" when arguments.Count == 2 => Constant(arguments[1].Expression),
                    "AsSpan" or "AsMemory" or "ToArray" or "ToList" when arguments.Count == 0 => Of(access.Expression, depth + 1),
                    "Select" => Of(access.Expression, depth + 1),
                    "ConvertAll" when arguments.Count == 2 => Of(arguments[0].Expression, depth + 1),
                    _ => null,
                };
            case QueryExpressionSyntax { Body: { Clauses.Count: 0, Continuation: null, SelectOrGroup: SelectClauseSyntax }, FromClause: var from }:
                return Of(from.Expression, depth + 1);
            case IdentifierNameSyntax name:
                return OfVariable(name, depth);
            default:
                return null;
        }
    }

    private int? Constant(ExpressionSyntax size) => model.GetConstantValue(size, cancellationToken) is { HasValue: true, Value: int constant } ? constant : null;

    private int? OfVariable(IdentifierNameSyntax name, int depth)
    {
        var variable = model.GetSymbolInfo(name, cancellationToken).Symbol;
        if (variable is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true }) || variable.DeclaringSyntaxReferences is not [var reference]
            || name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || IsReplaced(name.Identifier.ValueText, member))
            return null;
        if (reference.SyntaxTree == name.SyntaxTree && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } && Of(value, depth + 1) is { } length)
            return variable is IFieldSymbol && IsReplacedByConstructor(variable.Name, value) ? null : length;
        return variable is IParameterSymbol ? OfGuard(name) : null;
    }

    // if (x.Length != 10) throw ...
    private int? OfGuard(IdentifierNameSyntax parameter)
    {
        foreach (var block in parameter.Ancestors().OfType<BlockSyntax>())
        {
            foreach (var guard in block.Statements.TakeWhile(statement => statement.SpanStart < parameter.SpanStart).OfType<IfStatementSyntax>())
            {
                if (guard.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: IdentifierNameSyntax checkedName }, Right: var expected }
                    && checkedName.Identifier.ValueText == parameter.Identifier.ValueText
                    && guard.Statement is ThrowStatementSyntax or ReturnStatementSyntax or BlockSyntax { Statements: [.., ThrowStatementSyntax or ReturnStatementSyntax] })
                    return Constant(expected);
            }
        }

        return null;
    }

    // A field of a script has no type around it.
    private static bool IsReplacedByConstructor(string field, SyntaxNode initializer) =>
        initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.OfType<ConstructorDeclarationSyntax>().Any(constructor => IsReplaced(field, constructor));

    private static bool IsReplaced(string name, SyntaxNode code) => code.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: var target } => Names(target, name) || target is TupleExpressionSyntax tuple && tuple.Arguments.Any(part => Names(part.Expression, name)),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => Names(argument.Expression, name),
        _ => false,
    });

    private static bool Names(ExpressionSyntax target, string name) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var member } => member.Identifier.ValueText == name,
        _ => false,
    };
}
