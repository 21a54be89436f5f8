using SoftmaxGen.Model;

namespace SoftmaxGen.Planning;

/// <summary>What the elements are in memory and in what they are computed.</summary>
/// <param name="Element">The element type: <c>float</c> or <c>double</c>.</param>
/// <param name="Compute">The type of the computation.</param>
/// <param name="Mode">The accuracy asked for.</param>
internal sealed record ElementPrecision(string Element, string Compute, AccuracyMode Mode)
{
    /// <summary>For the row members: single precision is computed in double where the result must be correctly rounded.</summary>
    public static ElementPrecision For(string element, AccuracyMode mode) =>
        new(element, mode == AccuracyMode.Precise ? "double" : element, mode);

    /// <summary>Whether elements are converted when they are loaded and stored.</summary>
    public bool Widens => Element != Compute;

    /// <summary>Whether terms are unevaluated sums of two doubles: there is no wider type to compute in.</summary>
    public bool IsPaired => Mode == AccuracyMode.Precise && !Widens;

    public int ComputeSize => Compute == "float" ? 4 : 8;

    /// <summary>The signed integer type as wide as the computation.</summary>
    public string Integer => Compute == "float" ? "int" : "long";

    public string Literal(string value) => Compute == "float" ? value + "f" : value + ".0";

    public RowPlan Plan(RowLength length) => new(length, ComputeSize, IsPaired) { Text = length };
}
