using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>One member, helper or lambda being interpreted.</summary>
internal sealed class CallFrame(CallFrame? caller, AbstractLocation @this, IOperation? rootCall)
{
    private readonly Stack<JumpTarget> _jumpTargets = new();

    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    public CallFrame? Caller { get; } = caller;

    public AbstractLocation This { get; } = @this;

    /// <summary>The loops that change which object that is.</summary>
    public ulong Variance { get; init; }

    /// <summary>The call in the analysed member that led here; null in the analysed member itself.</summary>
    public IOperation? RootCall { get; } = rootCall;

    public AbstractValue? Returned { get; private set; }

    public AbstractState? Exit { get; private set; }

    public int LoopDepth { get; set; }

    public void Return(AbstractValue value, AbstractState state)
    {
        Returned = Returned?.Join(value) ?? value;
        Leave(state);
    }

    public void Yield(AbstractValue value) => Returned = Returned?.Join(value) ?? value;

    public void Leave(AbstractState state) => Exit = Exit?.Join(state) ?? state.Clone();

    public JumpTarget Enter(bool isLoop)
    {
        var target = new JumpTarget(isLoop);
        _jumpTargets.Push(target);
        return target;
    }

    public void LeaveJumpTarget() => _jumpTargets.Pop();

    public void Branch(BranchKind kind, AbstractState state) =>
        _jumpTargets.FirstOrDefault(target => kind == BranchKind.Break || target.IsLoop)?.Add(kind, state);

    /// <summary>A loop or a switch, with the states that jump to its end or its next iteration.</summary>
    internal sealed class JumpTarget(bool isLoop)
    {
        private AbstractState? _break;
        private AbstractState? _continue;

        public bool IsLoop { get; } = isLoop;

        public void Add(BranchKind kind, AbstractState state)
        {
            if (kind == BranchKind.Break)
                _break = _break?.Join(state) ?? state.Clone();
            else
                _continue = _continue?.Join(state) ?? state.Clone();
        }

        public AbstractState TakeContinue(AbstractState state) => Take(ref _continue, state);

        public AbstractState TakeBreak(AbstractState state) => Take(ref _break, state);

        private static AbstractState Take(ref AbstractState? pending, AbstractState state)
        {
            if (pending is not { } other)
                return state;
            pending = null;
            return state.Join(other);
        }
    }
}
