namespace SoftmaxGen.Planning;

/// <summary>Where the code for a vector stands.</summary>
internal enum CodePart
{
    /// <summary>In a row that is written out.</summary>
    Straight,

    /// <summary>In a loop.</summary>
    Loop,

    /// <summary>After a loop, for the vectors that do not fill an iteration.</summary>
    After,

    /// <summary>At the end of a long row, overlapping the vector before.</summary>
    Tail,
}

/// <summary>One vector of a row as a pass visits it.</summary>
/// <param name="Slot">Its place in the row; in a loop, in what one iteration handles.</param>
/// <param name="Part">Its place in the code.</param>
/// <param name="Index">Its number within that place.</param>
internal sealed record VectorVisit(VectorSlot Slot, CodePart Part, int Index)
{
    /// <summary>Whether locals declared for this vector can be used by later passes.</summary>
    public bool Survives => Part is CodePart.Straight or CodePart.Tail;
}
