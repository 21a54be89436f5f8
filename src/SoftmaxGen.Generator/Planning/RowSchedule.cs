namespace SoftmaxGen.Planning;

/// <summary>The vectors of a row that is too long to be written out, in the order in which a pass visits them.</summary>
/// <param name="Loop">Those of one iteration.</param>
/// <param name="Step">The number of elements of one iteration.</param>
/// <param name="End">The number of elements of all iterations.</param>
/// <param name="After">Those that do not fill an iteration.</param>
/// <param name="Tail">Those of the last, overlapping block.</param>
internal sealed record RowSchedule(IReadOnlyList<VectorVisit> Loop, int Step, int End, IReadOnlyList<VectorVisit> After, IReadOnlyList<VectorVisit> Tail)
{
    /// <summary>Whether there is an iteration.</summary>
    public bool HasLoop => End > 0;
}

/// <summary>Vectors whose terms are added to each other before they are added to a sum.</summary>
/// <param name="Accumulator">Which part of the sum they are added to.</param>
/// <param name="Visits">The vectors.</param>
internal sealed record VectorGroup(int Accumulator, IReadOnlyList<VectorVisit> Visits);
