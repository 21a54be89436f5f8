using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

// Which values are loop-variant: what is subtracted from the elements of a row is their maximum only where the loop over them leaves it alone.
internal sealed partial class AbstractInterpreter
{
    private const int MaxLoops = 64;

    private readonly Dictionary<ILoopOperation, IReadOnlyList<IOperation>> _carried = new();
    private int _loops;

    // What is assigned under a condition differs where the condition does.
    private ulong _control;

    private ulong InnermostLoop => _loops is 0 or > MaxLoops ? 0 : 1UL << (_loops - 1);

    // Those that are entered from here on.
    private ulong InnerLoops => _loops >= MaxLoops ? 0 : ulong.MaxValue << _loops;

    private ulong EnterLoop()
    {
        _loops++;
        return InnermostLoop;
    }

    private void LeaveLoop()
    {
        _loops--;
        _state.Leave(InnerLoops);
    }

    /// <summary>Marks what a loop counts, before its first iteration: the second already finds it changed.</summary>
    private void MarkCarried(ILoopOperation loop)
    {
        if (!_carried.TryGetValue(loop, out var carried))
            _carried.Add(loop, carried = [.. Carried(loop)]);
        foreach (var variable in carried)
        {
            if (Locate(variable) is { } location && _state.TryGet(location, out var value))
                _state.Set(location, value.Vary(InnermostLoop));
        }
    }

    private static IEnumerable<IOperation> Carried(ILoopOperation loop)
    {
        foreach (var part in loop.Descendants())
        {
            var target = part switch
            {
                IIncrementOrDecrementOperation increment => increment.Target,
                IAssignmentOperation assignment when loop is IForLoopOperation { AtLoopBottom: var bottom } && bottom.Any(step => step.Syntax == assignment.Syntax) => assignment.Target,
                // while (each.MoveNext())
                IInvocationOperation { Instance: { } instance } call when loop is IWhileLoopOperation { Condition: { } condition } && condition.Syntax.Span.Contains(call.Syntax.Span) => instance,
                _ => null,
            };
            if (target is ILocalReferenceOperation or IParameterReferenceOperation)
                yield return target;
        }
    }

    /// <summary>The loops that change which place an expression names.</summary>
    private ulong VarianceOf(IOperation? operation)
    {
        switch (operation)
        {
            case null or IAnonymousFunctionOperation:
                return 0;
            case ILocalReferenceOperation { Local: var local }:
                return Stored(local);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Stored(parameter);
            case IInstanceReferenceOperation:
                return _creations.Count > 0 ? 0 : _frame.Variance;
            case IConditionalAccessInstanceOperation:
                return _conditionalInstances.Count > 0 ? _conditionalInstances.Peek().Variance : 0;
            default:
                var loops = 0UL;
                foreach (var child in operation.ChildOperations)
                    loops |= VarianceOf(child);
                return loops;
        }

        ulong Stored(ISymbol variable) => _state.TryGet(AbstractLocation.Of(variable), out var value) ? value.Variance : 0;
    }

    private static ulong VarianceOf(IEnumerable<Operand> operands)
    {
        var loops = 0UL;
        foreach (var operand in operands)
            loops |= operand.Value.Variance;
        return loops;
    }
}
