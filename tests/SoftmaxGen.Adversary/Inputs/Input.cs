using System.Numerics;

namespace SoftmaxGen.Adversary.Inputs;

/// <summary>Everything that a member may be given.</summary>
/// <param name="X">The logits.</param>
/// <param name="Vector">The vector of a product.</param>
/// <param name="Temperature">1 for members without.</param>
/// <param name="Label">The class of a loss.</param>
/// <param name="Family">The kind of input that it began as.</param>
internal sealed record Input<T>(T[] X, T[] Vector, T Temperature, int Label, string Family)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public int Length => X.Length;

    public Input<T> Copy() => this with { X = [.. X] };
}
