using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>Puts statements in front of code, which becomes a block where it was none.</summary>
internal static class Insertion
{
    public static IReadOnlyList<StatementSyntax> Parse(string statements, string newLine)
    {
        var block = (BlockSyntax)SyntaxFactory.ParseStatement(("{\n" + statements.Replace("\r\n", "\n") + "\n}").Replace("\n", newLine));
        return [.. block.Statements.Select(static statement => statement.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation))];
    }

    public static string NewLineOf(SyntaxNode root) =>
        root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end.ToString() : "\n";

    /// <summary>Whether statements can be put there.</summary>
    public static bool CanInsertBefore(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken) => place switch
    {
        StatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax } arrow =>
            Function(arrow, model, cancellationToken) is { IsAsync: false },
        LambdaExpressionSyntax { ExpressionBody: not null } lambda => Function(lambda, model, cancellationToken) is { IsAsync: false },
        _ => false,
    };

    public static void InsertBefore(this SyntaxEditor editor, SyntaxNode place, IReadOnlyList<StatementSyntax> statements, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (place)
        {
            case StatementSyntax { Parent: GlobalStatementSyntax global }:
                editor.InsertBefore(global, statements.Select(SyntaxFactory.GlobalStatement));
                break;
            case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax }:
                editor.InsertBefore(place, statements);
                break;
            case StatementSyntax:
                editor.ReplaceNode(place, (current, _) => Block(statements.Append((StatementSyntax)current)).WithTriviaFrom(current));
                break;
            case LambdaExpressionSyntax lambda:
                var isVoid = Function(lambda, model, cancellationToken)!.ReturnsVoid;
                editor.ReplaceNode(lambda, (current, _) => ((LambdaExpressionSyntax)current).ExpressionBody is { } body
                    ? ((LambdaExpressionSyntax)current).WithExpressionBody(null).WithBlock(Block(statements.Append(Last(body, isVoid))))
                    : current);
                break;
            case ArrowExpressionClauseSyntax { Parent: { } declaration } arrow:
                var returnsVoid = Function(arrow, model, cancellationToken)!.ReturnsVoid;
                editor.ReplaceNode(declaration, (current, _) => WithBlock(current, statements, returnsVoid));
                break;
        }
    }

    private static SyntaxNode WithBlock(SyntaxNode declaration, IReadOnlyList<StatementSyntax> statements, bool isVoid)
    {
        BlockSyntax Body(ArrowExpressionClauseSyntax? arrow) => Block(statements.Append(Last(arrow!.Expression, isVoid)));

        return declaration switch
        {
            BaseMethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Body(method.ExpressionBody).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
            LocalFunctionStatementSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Body(method.ExpressionBody).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
            AccessorDeclarationSyntax accessor => accessor.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Body(accessor.ExpressionBody).WithTrailingTrivia(accessor.SemicolonToken.TrailingTrivia)),
            PropertyDeclarationSyntax property => property.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(SyntaxFactory.AccessorList(SyntaxFactory.SingletonList(
                SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Body(property.ExpressionBody)))).WithTrailingTrivia(property.SemicolonToken.TrailingTrivia).WithAdditionalAnnotations(Formatter.Annotation)),
            _ => declaration,
        };
    }

    private static StatementSyntax Last(ExpressionSyntax expression, bool isVoid) => isVoid
        ? SyntaxFactory.ExpressionStatement(expression)
        : SyntaxFactory.ReturnStatement(
            SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression.WithoutLeadingTrivia(), SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    private static BlockSyntax Block(IEnumerable<StatementSyntax> statements) =>
        SyntaxFactory.Block(statements).WithAdditionalAnnotations(Formatter.Annotation);

    private static IMethodSymbol? Function(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = body is LambdaExpressionSyntax ? model.GetSymbolInfo(body, cancellationToken).Symbol : model.GetDeclaredSymbol(body.Parent!, cancellationToken);
        return symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod;
    }
}
