namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>What stands in one line of a result file, but for the times.</summary>
/// <param name="Member">The member that is called.</param>
/// <param name="Type">The element type.</param>
/// <param name="Mode">The accuracy asked for.</param>
/// <param name="Length">The length of one row.</param>
internal sealed record CaseKey(Member Member, string Type, SoftmaxAccuracy Mode, int Length)
{
    public override string ToString() => $"{Member} {Type} {Mode} N={Length}";
}

/// <summary>One member at one length, and what it is compared with.</summary>
/// <param name="Key">What is timed.</param>
/// <param name="Rows">How many rows a call computes; times are given for one.</param>
/// <param name="Ours">The emitted method.</param>
/// <param name="Peers">The others, on the same memory.</param>
internal sealed record Case(CaseKey Key, int Rows, Contender Ours, IReadOnlyList<Contender> Peers)
{
    public IReadOnlyList<Contender> Contenders { get; } = [Ours, .. Peers];

    /// <summary>Whether one call takes so long that it is a batch, and interruptions are part of it.</summary>
    public bool IsHuge => Key.Member == Member.ManyRows;
}
