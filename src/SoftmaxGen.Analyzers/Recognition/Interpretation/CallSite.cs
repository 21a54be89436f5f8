using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>A call, whether the compiler knows what it calls or not. The receiver of an extension method counts as receiver.</summary>
internal sealed record CallSite(string Name, IMethodSymbol? Method, IOperation? Receiver, ImmutableArray<IOperation> Arguments, IOperation Operation)
{
    /// <summary>What the call is for is its effect on a destination: it returns nothing, or nothing that anyone looks at.</summary>
    public bool IsForEffect => Method?.ReturnsVoid == true || Operation.Parent is Microsoft.CodeAnalysis.Operations.IExpressionStatementOperation;

    /// <summary>Receiver and arguments.</summary>
    public ImmutableArray<IOperation> Operands => Receiver is null ? Arguments : Arguments.Insert(0, Receiver);
}

/// <summary>An operand with its value.</summary>
internal readonly record struct Operand(IOperation Operation, AbstractValue Value)
{
    public bool IsNumberLike => !NumericTypes.IsInteger(Operation.Type) && !(Operation.Type is IArrayTypeSymbol array && NumericTypes.IsInteger(array.ElementType)) && Operation.Type?.SpecialType is not (SpecialType.System_Boolean or SpecialType.System_String);
}
