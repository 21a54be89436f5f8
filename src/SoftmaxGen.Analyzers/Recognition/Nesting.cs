using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>How deeply code is nested. The compiler binds it recursively, and so does whoever asks it to: generated giants would end in a stack overflow.</summary>
internal static class Nesting
{
    private const int MaxDepth = 2000;
    private const int Level = 8;

    public static bool IsTooDeep(SyntaxNode node)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((node, 0));
        while (pending.Count > 0)
        {
            var (current, depth) = pending.Pop();
            if (depth > MaxDepth)
                return true;
            foreach (var part in current.ChildNodesAndTokens())
            {
                if (part.AsNode() is not { } child)
                    continue;

                // a + b + c is nested to the left, and bound in a loop; yet a chain of thousands is no formula.
                var isChain = current is BinaryExpressionSyntax binary && child == binary.Left;
                pending.Push((child, isChain ? depth + 1 : depth + Level));
            }
        }

        return false;
    }
}
