using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.CodeFixes.Syntax;

/// <summary>How the code at hand is written.</summary>
internal static class Style
{
    public static bool PrefersVar(SyntaxNode member)
    {
        var declared = member.DescendantNodes().OfType<VariableDeclarationSyntax>()
            .Where(static declaration => declaration.Type.IsVar || declaration.Type is PredefinedTypeSyntax)
            .Where(static declaration => declaration.Parent is LocalDeclarationStatementSyntax && declaration.Variables.All(static variable => variable.Initializer is not null))
            .ToLookup(static declaration => declaration.Type.IsVar);
        return declared[true].Any() && !declared[false].Any();
    }
}
