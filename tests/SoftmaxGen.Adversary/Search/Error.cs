namespace SoftmaxGen.Adversary.Search;

/// <summary>How far off a result is.</summary>
/// <param name="Share">As a share of what is promised: above 1 a promise is broken; infinite for what no error explains.</param>
/// <param name="Value">In the unit of the promise.</param>
/// <param name="Result">The number of the result.</param>
/// <param name="IsSubnormal">Whether the promise is that for subnormal results.</param>
internal readonly record struct Error(double Share, double Value, int Result, bool IsSubnormal)
{
    public static readonly Error None = new(-1, 0, 0, false);

    public bool IsWorseThan(Error other) => Share > other.Share;
}
