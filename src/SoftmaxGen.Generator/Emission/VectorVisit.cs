using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

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
/// <param name="Slot">Its place in the plan.</param>
/// <param name="Part">Its place in the code.</param>
/// <param name="Index">Its number within that place.</param>
/// <param name="Offset">The expression for the index of its first element.</param>
internal readonly record struct VectorVisit(VectorSlot Slot, CodePart Part, int Index, string Offset)
{
    /// <summary>Whether locals declared for this vector can be used by later passes.</summary>
    public bool Survives => Part is CodePart.Straight or CodePart.Tail;

    /// <summary>The name of a local for this vector: <c>e3</c>, or <c>eTail0</c>.</summary>
    public string Name(string stem) => Part == CodePart.Tail ? $"{stem}Tail{Index}" : $"{stem}{Index}";
}
