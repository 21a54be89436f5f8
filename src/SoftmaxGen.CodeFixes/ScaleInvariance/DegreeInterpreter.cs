using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>
/// Abstract interpretation of a function over the degrees of homogeneity of its values, to prove that its results do not depend on a common factor of the shifted exponentials.
/// Whatever it does not know ends the proof where a value of another degree than 0 gets there.
/// </summary>
/// <remarks>
/// Assumed of the code: parameters, fields and results of calls that are different expressions do not overlap; the elements of a collection of objects are different objects.
/// </remarks>
internal sealed partial class DegreeInterpreter(ShiftedCode code, Func<ISymbol, IOperation?> bodyOf, CancellationToken cancellationToken)
{
    private const int MaxSteps = 30_000;
    private const int MaxCallDepth = 4;

    private readonly HashSet<SyntaxNode> _met = [];
    private readonly List<CountedLoop> _loops = [];
    private readonly Dictionary<ISymbol, ISymbol> _aliases = new(SymbolEqualityComparer.Default);
    private DegreeState? _state = DegreeState.Empty;
    private IOperation _root = null!;
    private string _context = "";
    private int _steps;

    /// <summary>Whether a sum is compared with zero or with a tiny number, to keep from dividing by it: it must be 0 still where all exponents are -infinity.</summary>
    public bool HasGuard { get; private set; }

    public bool IsDisproved { get; private set; }

    /// <summary>Why the proof ended, for tests.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether only what is invariant leaves the function.</summary>
    public bool Proves(IOperation root)
    {
        _root = root;
        if (root.DescendantsAndSelf().Any(static part => part is ILabeledOperation or IAddressOfOperation or IInvalidOperation or IBranchOperation { BranchKind: BranchKind.GoTo }))
        {
            Disprove("jumps, pointers or errors", root);
            return false;
        }

        var result = RunFunction(root);
        if (_state is not null)
            Leave(result, root);

        // An exponential that was not met is in code that was not understood.
        foreach (var node in code.Exponentials.Concat(code.Logarithms).Where(node => !_met.Contains(node)))
            Disprove("an exponential that was not met", root);
        return !IsDisproved;
    }

    private void Disprove(string reason, IOperation where)
    {
        if (!IsDisproved)
            Reason = $"{reason}: {where.Syntax}";
        IsDisproved = true;
    }

    /// <summary>What leaves the function has to be what it would be without the shift.</summary>
    private void Leave(DegreeValue result, IOperation where)
    {
        RequireInvariant(result, "a result", where);
        RequireInvariantOutside(where);
    }

    private void RequireInvariantOutside(IOperation where)
    {
        if (_state is null)
            return;
        foreach (var contents in _state.Heap.Where(static one => one.Key.IsOutside))
        {
            if (!contents.Value.IsInvariant)
                Disprove($"{contents.Key.Name} is seen outside", where);
        }

        foreach (var variable in _state.Variables.Where(one => IsOutside(one.Key)))
            RequireInvariant(variable.Value, "a variable that is seen outside", where);
    }

    private void RequireInvariant(DegreeValue value, string what, IOperation where)
    {
        if (!IsInvariant(value))
            Disprove(what, where);
    }

    /// <summary>Whether nothing that a value leads to depends on the factor.</summary>
    private bool IsInvariant(DegreeValue value)
    {
        if (_state is null)
            return true;
        if (value.Target is { } target && !_state.Total(target).IsInvariant)
            return false;
        if (value.Fields is { } fields)
            return fields.Values.All(IsInvariant);
        return value.Degree.IsInvariant && (value.Sequence is null || IsInvariant(value.Sequence.Element()));
    }

    private bool IsOutside(ISymbol variable) => variable is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } || !IsDeclaredInRoot(variable);

    // Parameters of the lambdas that a query is translated to are declared nowhere.
    private bool IsDeclaredInRoot(ISymbol variable) => variable.DeclaringSyntaxReferences.IsEmpty || variable.IsDeclaredIn(_root.Syntax);

    private string Id(IOperation operation) => $"{operation.Kind} {operation.Syntax.SpanStart} {operation.Syntax.Span.Length}{_context}";

    private void Step()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_steps > MaxSteps)
            Disprove("more code than is worth the wait", _root);

        // Nothing of what is left is looked at.
        if (IsDisproved)
            _state = null;
    }

    private void Join(DegreeState? other) => _state = _state is null ? other : _state.Join(other, _loops);

    private void Update(Func<DegreeState, DegreeState> change)
    {
        if (_state is not null)
            _state = change(_state);
    }

    /// <summary>Another maximum is taken from here on, so what is left of the exponentials of the one before has a factor of its own.</summary>
    private void RenewAt(SyntaxNode node)
    {
        if (node != code.Place || _state is null)
            return;
        _lost = 0;
        foreach (var variable in _state.Variables)
        {
            if (variable.Value.Target is not null)
                continue;
            var renewed = variable.Value.Fields is null && variable.Value.Sequence is null ? variable.Value with { Degree = variable.Value.Degree.Renew() } : IsInvariant(variable.Value) ? variable.Value : DegreeValue.Unknown;
            Update(state => state.With(variable.Key, renewed));
        }

        Update(static state => state.Map(static contents => contents.Renew()));
    }

    private static bool IsNumber(ITypeSymbol? type) => NumericTypes.IsNumber(type) || type is ITypeParameterSymbol or { TypeKind: TypeKind.Enum }
        || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String;

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_Byte
        or SpecialType.System_UInt64 or SpecialType.System_UInt16 or SpecialType.System_SByte or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
