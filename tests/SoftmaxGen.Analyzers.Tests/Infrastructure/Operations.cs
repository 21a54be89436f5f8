using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Analyzers.Tests.Infrastructure;

/// <summary>Code as the compiler has bound it.</summary>
internal static class Operations
{
    /// <summary>What an expression-bodied method returns.</summary>
    public static IOperation Returned(string method) => Bind(method, static declaration => declaration.ExpressionBody!.Expression);

    public static IOperation Body(string method) => Bind(method, static declaration => declaration);

    private static IOperation Bind(string method, Func<MethodDeclarationSyntax, SyntaxNode> part)
    {
        CSharpCompilation compilation = Analysis.Compile(Analysis.InClass(method));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        return compilation.GetSemanticModel(tree).GetOperation(part(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last()))!;
    }
}
