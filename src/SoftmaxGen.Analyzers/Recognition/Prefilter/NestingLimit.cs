using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>
/// How deeply code is nested, told the nodes in the order of <see cref="SyntaxNode.DescendantNodes(Func{SyntaxNode, bool}?, bool)"/>.
/// The compiler binds code recursively, and so does whoever asks it to: generated giants would end in a stack overflow.
/// </summary>
internal sealed class NestingLimit
{
    private const int MaxDepth = 2000;
    private const int Level = 8;

    private readonly Stack<(SyntaxNode Node, int Depth)> _path = new();

    public NestingLimit(SyntaxNode root) => _path.Push((root, 0));

    public static bool IsTooDeep(SyntaxNode root)
    {
        var nesting = new NestingLimit(root);
        foreach (var node in root.DescendantNodes())
        {
            if (nesting.IsTooDeepAt(node))
                return true;
        }

        return false;
    }

    public bool IsTooDeepAt(SyntaxNode node)
    {
        while (_path.Peek().Node != node.Parent)
            _path.Pop();

        // a + b + c is nested to the left, and bound in a loop; yet a chain of thousands is no formula.
        var isChain = node.Parent is BinaryExpressionSyntax binary && node == binary.Left;
        var depth = _path.Peek().Depth + (isChain ? 1 : Level);
        _path.Push((node, depth));
        return depth > MaxDepth;
    }
}
