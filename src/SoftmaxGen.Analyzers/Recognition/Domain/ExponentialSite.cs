using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>One exponential in the analysed member: a call of exp, of a wrapper around it, or a power of e.</summary>
internal sealed class ExponentialSite(IOperation operation, IOperation exp, IOperation? argument)
{
    private bool _isObserved;
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
    public AbstractValue Argument { get; private set; } = AbstractValue.Unknown;

    public bool IsShifted => Argument.Has(ValueFacts.ShiftedByMaximum);

    /// <summary>Whether nothing keeps the exponential from overflowing.</summary>
    public bool IsUnbounded => !_provenBounded && !IsShifted && !Argument.Has(ValueFacts.Log) && (!Argument.Has(ValueFacts.LogProbability) || Argument.Has(ValueFacts.LogJoint));

    /// <summary>The same where a logarithm is taken of the sum: it is of no use there that the elements of a collection are named for log probabilities.</summary>
    public bool IsUnboundedInLogarithm => !_provenBounded && !IsShifted && !Argument.Has(ValueFacts.Log) && (IsOfElement || !Argument.Has(ValueFacts.LogProbability) || Argument.Has(ValueFacts.LogJoint));

    /// <summary>The same in e^x / (1 + e^x): there x is the logarithm of the odds, whatever its parts are named for, and may be a difference of two scores.</summary>
    public bool IsUnboundedInSigmoid => !_provenBounded && (!IsShifted || Argument.Has(ValueFacts.ShiftedByGuess)) && !Argument.Has(ValueFacts.Log);

    private bool IsOfElement => ArgumentOperation is null or IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }
        or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } }
        || ArgumentOperation is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] } && (declaration.GetSyntax() is ForEachStatementSyntax || IsOfIteration(declaration.GetSyntax()));

    // Declared in the loop that the exponential is in: it is another number in each iteration.
    private bool IsOfIteration(SyntaxNode declaration) =>
        declaration.Ancestors().OfType<StatementSyntax>().FirstOrDefault(static statement => statement is not (BlockSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax)) is { } loop
        && (loop is WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax) && loop.Span.Contains(Exp.Syntax.Span);

    /// <summary>Whether only a clamp keeps it from overflowing.</summary>
    public bool IsClamped => _provenBounded && !IsShifted && Argument.Has(ValueFacts.Clamped);

    /// <summary>Whether it stands in a loop that its exponent does not depend on: one factor of every term, that their ratios lose.</summary>
    public bool IsFactor => ArgumentOperation is { } exponent && IsInLoop(Exp) && exponent.DescendantsAndSelf().Any(static part => part is IParameterReferenceOperation)
        && exponent.DescendantsAndSelf().All(static part => part is IUnaryOperation or IBinaryOperation or ILiteralOperation or IConversionOperation or IParenthesizedOperation
            || part is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction }, RefKind: RefKind.None } parameter } && NumericTypes.IsNumber(parameter.Type) && !IsAssigned(parameter, part));

    public void Observe(AbstractValue argument, double overflow)
    {
        // In place code gives the exponential back to itself on the second iteration of a loop, so a bound proven in one iteration counts.
        // A single number in the first iteration is only the start value of something that moves later.
        var bounded = argument.Range.High <= overflow;
        if (!_isObserved)
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

        _isObserved = true;
    }

    /// <summary>Whether this is e^-x where the other is e^x.</summary>
    public bool IsReciprocalOf(ExponentialSite other) =>
        ArgumentOperation is { } mine && other.ArgumentOperation is { } theirs && ProductForms.AreOpposite(mine, theirs);

    /// <summary>Whether both exponents are written alike.</summary>
    public bool HasSameArgumentAs(ExponentialSite other) =>
        ReferenceEquals(this, other) || ArgumentOperation?.Syntax is { } mine && other.ArgumentOperation?.Syntax is { } theirs && SyntaxFactory.AreEquivalent(mine, theirs);

    private static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation)
                return true;
        }

        return false;
    }

    private static bool IsAssigned(IParameterSymbol parameter, IOperation use)
    {
        var root = use;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Any(part => (part as IAssignmentOperation)?.Target is IParameterReferenceOperation { Parameter: var target } && SymbolEqualityComparer.Default.Equals(target, parameter));
    }
}
