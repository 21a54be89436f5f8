using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>One exponential in the analysed member: a call of exp, of a wrapper around it, or a power of e.</summary>
internal sealed class ExpSite(IOperation operation, IOperation exp, IOperation? argument)
{
    private bool _visited;
    private bool _firstIsPoint;
    private bool _provenBounded;

    /// <summary>Where the analysed member takes the exponential; for what a helper does, the call of the helper.</summary>
    public IOperation Operation { get; } = operation;

    /// <summary>Where the exponential stands, in the analysed member or in a helper.</summary>
    public IOperation Exp { get; } = exp;

    /// <summary>The exponent; it stands in the analysed member where <see cref="Exp"/> does.</summary>
    public IOperation? ArgumentOperation { get; } = argument;

    /// <summary>Whether the helper is nothing but a wrapper around exp, so that its call is the exponential.</summary>
    public bool IsWrapped { get; set; }

    /// <summary>Whether the user is shown a place in the analysed member, and not one in a helper.</summary>
    public bool IsShownInMember => IsWrapped || Exp == Operation || Exp.Syntax.SyntaxTree != Operation.Syntax.SyntaxTree;

    /// <summary>What the user is shown.</summary>
    public SyntaxNode Syntax => IsShownInMember ? Operation.Syntax : Exp.Syntax;

    /// <summary>What is known of the exponent over all paths.</summary>
    public Value Argument { get; private set; } = Value.Unknown;

    public bool IsShifted => Argument.Has(Facts.Below);

    /// <summary>Whether nothing keeps the exponential from overflowing.</summary>
    public bool IsUnbounded => IsUnboundedInLogarithm && !Argument.Has(Facts.LogProbability);

    /// <summary>The same where a logarithm is taken of the sum: it is of no use there that the exponent is named for a log probability.</summary>
    public bool IsUnboundedInLogarithm => !_provenBounded && !IsShifted && !Argument.Has(Facts.Log);

    /// <summary>Whether only a clamp keeps it from overflowing.</summary>
    public bool IsClamped => _provenBounded && !IsShifted && Argument.Has(Facts.Clamped);

    public void Visit(Value argument, double overflow)
    {
        // In place code gives the exponential back to itself on the second turn of a loop, so a bound proven on one turn counts.
        // A single number on the first turn is only the start value of something that moves later.
        var bounded = argument.Range.High <= overflow;
        if (!_visited)
        {
            _provenBounded = bounded;
            _firstIsPoint = argument.IsConstant;
            Argument = argument.Copy();
        }
        else
        {
            if (_firstIsPoint)
                _provenBounded &= bounded;
            Argument = Argument.Join(argument.Copy());
        }

        _visited = true;
    }

    /// <summary>Whether this is e^-x where the other is e^x.</summary>
    public bool IsReciprocalOf(ExpSite other) =>
        ArgumentOperation?.Syntax is { } mine && other.ArgumentOperation?.Syntax is { } theirs && (IsNegation(mine, theirs) || IsNegation(theirs, mine));

    /// <summary>Whether both exponents are written alike.</summary>
    public bool HasSameArgumentAs(ExpSite other) =>
        ReferenceEquals(this, other) || ArgumentOperation?.Syntax is { } mine && other.ArgumentOperation?.Syntax is { } theirs && SyntaxFactory.AreEquivalent(mine, theirs);

    private static bool IsNegation(SyntaxNode negated, SyntaxNode node) =>
        negated is PrefixUnaryExpressionSyntax prefix && prefix.IsKind(SyntaxKind.UnaryMinusExpression) && SyntaxFactory.AreEquivalent(prefix.Operand, node)
        || negated is BinaryExpressionSyntax { Left: PrefixUnaryExpressionSyntax left } product && left.IsKind(SyntaxKind.UnaryMinusExpression)
            && node is BinaryExpressionSyntax other && SyntaxFactory.AreEquivalent(left.Operand, other.Left) && SyntaxFactory.AreEquivalent(product.Right, other.Right);
}
