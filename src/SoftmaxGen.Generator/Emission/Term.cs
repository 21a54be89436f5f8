using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Where the code for a vector stands.</summary>
internal enum Place
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
/// <param name="Place">Its place in the code.</param>
/// <param name="Index">Its number within that place.</param>
/// <param name="Offset">The expression for the index of its first element.</param>
internal readonly record struct Term(VectorSlot Slot, Place Place, int Index, string Offset)
{
    /// <summary>Whether locals declared for this vector can be used by later passes.</summary>
    public bool Survives => Place is Place.Straight or Place.Tail;

    /// <summary>The name of a local for this vector: <c>e3</c>, or <c>eTail0</c>.</summary>
    public string Name(string stem) => Place == Place.Tail ? $"{stem}Tail{Index}" : $"{stem}{Index}";
}

/// <summary>A sum over the row.</summary>
/// <param name="Name">The stem of its accumulators' names.</param>
/// <param name="Vector">The type of its accumulators.</param>
/// <param name="IsCompensated">Whether the rounding errors of its total are kept: not for integers, and pairs do so themselves.</param>
/// <param name="Accumulate">From operand and accumulator to the new value; a plain addition where there is none.</param>
internal sealed record Sum(string Name, string Vector, bool IsCompensated, Func<string, string, string>? Accumulate = null)
{
    /// <summary>The name with a capital letter, to follow a prefix.</summary>
    public string Title => char.ToUpperInvariant(Name[0]) + Name.Substring(1);
}
