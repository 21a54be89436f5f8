using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    /// <summary>Calls that are given functions: the lambdas see the elements of the collection.</summary>
    private AbstractValue ApplyCallables(CallSite call, KnownFunction function, List<Operand> data, List<Callable> callables)
    {
        var elements = data.Count > 0 ? data[0].Value : AbstractValue.Unknown;
        var first = NameHints.FirstWord(call.Name);
        if (function == KnownFunction.Aggregate && data.Count > 0)
            return Accumulate(callables[0], data, call);
        if (first is "Zip")
            return RunRepeatedly(callables[0], data.Select(operand => operand.Value).ToList(), call);
        if (first is "For" && !IsMapping(call, callables[callables.Count - 1]))
            return callables.Count == 3 ? RunWithSubtotals(callables, call) : RunRepeatedly(callables[callables.Count - 1], [elements.IsConstant ? AbstractValue.NonNegative : elements], call);

        var result = AbstractValue.Unknown;
        foreach (var callable in callables)
            result = RunRepeatedly(callable, [elements, AbstractValue.NonNegative], call);

        switch (function)
        {
            case KnownFunction.Sum:
                return AggregateTransfer.Sum(result);
            case KnownFunction.Mean:
                return AggregateTransfer.Sum(result).Add(ValueFacts.Mean);
            case KnownFunction.Max or KnownFunction.Min:
                return AggregateTransfer.Extremum(function == KnownFunction.Max, result);
        }

        if (first is "Where" or "Order" or "Then" or "Skip" or "Take" or "First" or "Last" or "Single" or "Find" or "Distinct" or "Group" or "Sort" or "Min")
            return elements;
        if (call.IsForEffect && first is not "Foreach")
        {
            // Map(f, destination), or in place.
            var destination = data.Count > 1 ? data[data.Count - 1].Operation : data.Count > 0 ? data[0].Operation : null;
            if (!result.Origins.IsEmpty && Locate(destination) is { } place)
                Store(place, result, isScalar: true, isWhole: true);
        }

        return result;
    }

    // x.ForEach(f) and x.ForEach(f, destination), where f is no statement: its values go somewhere.
    private static bool IsMapping(CallSite call, Callable callable) => call.Receiver is not null && call.Name == "ForEach"
        && callable.Operation is not IAnonymousFunctionOperation { Syntax: not LambdaExpressionSyntax { ExpressionBody: not (null or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax) } };

    private AbstractValue Accumulate(Callable callable, List<Operand> data, CallSite call)
    {
        var seed = data.Count > 1 ? data[1].Value : AbstractValue.Constant(0);
        var variance = EnterLoop();
        var elements = data[0].Value.Vary(variance);
        var first = seed.Join(Invoke(callable, [seed, elements], call.Operation));
        var total = first.Join(Invoke(callable, [first, elements], call.Operation)).Settle(variance);
        LeaveLoop();
        return total.Origins.IsEmpty ? total : AggregateTransfer.Sum(total);
    }

    // Parallel.For with a subtotal for each thread.
    private AbstractValue RunWithSubtotals(List<Callable> callables, CallSite call)
    {
        var local = Invoke(callables[0], [], call.Operation);
        var variance = EnterLoop();
        for (var iteration = 0; iteration < 2; iteration++)
            local = local.Join(Invoke(callables[1], [AbstractValue.Unknown.Vary(variance), AbstractValue.Unknown, local], call.Operation));
        local = local.Settle(variance);
        LeaveLoop();
        return RunRepeatedly(callables[2], [local], call);
    }

    // A lambda that writes to its surroundings is a loop: run once more from what it left.
    private AbstractValue RunRepeatedly(Callable callable, List<AbstractValue> arguments, CallSite call)
    {
        var isLoop = callable.Operation is IAnonymousFunctionOperation { Syntax: LambdaExpressionSyntax { Block: not null } or LambdaExpressionSyntax { ExpressionBody: AssignmentExpressionSyntax } };
        var variance = EnterLoop();
        arguments = arguments.ConvertAll(argument => argument.Vary(variance));
        if (isLoop)
        {
            _frame.LoopDepth++;
            var entry = _state.Clone();
            Invoke(callable, arguments, call.Operation);
            _state = entry.Widen(_state);
        }

        var result = Invoke(callable, arguments, call.Operation);
        LeaveLoop();
        if (isLoop)
            _frame.LoopDepth--;
        return result.Settle(variance);
    }
}
