using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>What a vector is called in the code that visits it.</summary>
internal static class VectorVisitText
{
    /// <summary>The name of a local for this vector: <c>e3</c>, or <c>eTail0</c>.</summary>
    public static string Name(this VectorVisit visit, string stem) => visit.Part == CodePart.Tail ? $"{stem}Tail{visit.Index}" : $"{stem}{visit.Index}";

    /// <summary>The index of its first element, as an expression.</summary>
    public static string Offset(this VectorVisit visit) => visit.Slot.Origin switch
    {
        SlotOrigin.Tail => From("tail", visit.Slot.Relative),
        _ => visit.Part == CodePart.Loop ? RowCode.Plus(visit.Slot.Offset) : RowCode.Number(visit.Slot.Offset),
    };

    /// <summary>The same as an int.</summary>
    public static string IntOffset(this VectorVisit visit) =>
        visit.Part == CodePart.Loop || visit.Slot.Origin != SlotOrigin.Row ? $"(int)({visit.Offset()})" : visit.Offset();

    private static string From(string origin, int relative) => relative == 0 ? origin : $"{origin} + {RowCode.Number(relative)}";
}
