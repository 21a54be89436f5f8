using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

// What is stored in arrays and collections, by an element, as in p[i] = e, or by a call, as in list.Add(e).
internal sealed partial class AbstractInterpreter
{
    // list.Add(e), grid.Add(i, e)
    private static bool IsCollectionAdd(CallSite call, List<Operand> operands) =>
        call.Receiver is not null && operands.Count is 2 or 3 && call.IsForEffect;

    // Into the receiver goes the last argument, as in list.Add(e); into the first argument, as in Array.Fill(p, e), the second.
    private void StoreArgument(CallSite call, List<Operand> operands)
    {
        if (call.Receiver is { } collection && operands.Count > 1 && Locate(collection) is { } content)
            Store(content, operands[operands.Count - 1].Value, NumericTypes.IsScalar(operands[operands.Count - 1].Operation.Type), isWhole: false);
        else if (operands.Count > 1 && Locate(operands[0].Operation) is { } filled)
            Store(filled, operands[1].Value, isScalar: true, isWhole: true);
    }

    /// <summary>Puts a value into a collection. <paramref name="isWhole"/>: in a loop that is taken to reach every element.</summary>
    private void Store(AbstractLocation collection, AbstractValue value, bool isScalar, bool isWhole)
    {
        var place = _state.Resolve(collection);
        if (isScalar || value.Address == place)
            value = value.Copy();
        if (!isWhole)
            value = (_state.TryGet(place, out var before) ? before : AbstractValue.Unknown).Join(value);
        _state.Set(place, value);
    }

    private static bool IsElement(IOperation target) => target switch
    {
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } or IImplicitIndexerReferenceOperation
            or IDynamicIndexerAccessOperation or { Kind: LaterKinds.InlineArrayAccess } => true,
        IInvalidOperation or { Kind: OperationKind.None } =>
            target.Syntax is ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax,
        _ => false,
    };

    private bool IsRunningIndex(IOperation target) =>
        _frame.LoopDepth > 0 && (target.Syntax is not ElementAccessExpressionSyntax access
            || access.ArgumentList.Arguments.Any(argument => argument.Expression is not LiteralExpressionSyntax));
}
