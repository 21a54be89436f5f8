using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>One member, helper or lambda being interpreted.</summary>
internal sealed class Frame(Frame? caller, Location @this, IOperation? rootCall)
{
    private readonly Stack<Breakable> _breakables = new();

    public int Depth { get; } = caller is null ? 0 : caller.Depth + 1;

    public Frame? Caller { get; } = caller;

    public Location This { get; } = @this;

    /// <summary>The loops that change which object that is.</summary>
    public ulong Variance { get; init; }

    /// <summary>The call in the analysed member that led here; null in the analysed member itself.</summary>
    public IOperation? RootCall { get; } = rootCall;

    public Value? Returned { get; private set; }

    public State? Exit { get; private set; }

    public int LoopDepth { get; set; }

    public void Return(Value value, State state)
    {
        Returned = Returned?.Join(value) ?? value;
        Leave(state);
    }

    public void Yield(Value value) => Returned = Returned?.Join(value) ?? value;

    public void Leave(State state) => Exit = Exit?.Join(state) ?? state.Clone();

    public Breakable Enter(bool isLoop)
    {
        var breakable = new Breakable(isLoop);
        _breakables.Push(breakable);
        return breakable;
    }

    public void ExitBreakable() => _breakables.Pop();

    public void Branch(BranchKind kind, State state) =>
        _breakables.FirstOrDefault(breakable => kind == BranchKind.Break || breakable.IsLoop)?.Add(kind, state);

    /// <summary>A loop or a switch, with the states that jump to its end or its next turn.</summary>
    internal sealed class Breakable(bool isLoop)
    {
        private State? _break;
        private State? _continue;

        public bool IsLoop { get; } = isLoop;

        public void Add(BranchKind kind, State state)
        {
            if (kind == BranchKind.Break)
                _break = _break?.Join(state) ?? state.Clone();
            else
                _continue = _continue?.Join(state) ?? state.Clone();
        }

        public State TakeContinue(State state) => Take(ref _continue, state);

        public State TakeBreak(State state) => Take(ref _break, state);

        private static State Take(ref State? pending, State state)
        {
            if (pending is not { } other)
                return state;
            pending = null;
            return state.Join(other);
        }
    }
}
