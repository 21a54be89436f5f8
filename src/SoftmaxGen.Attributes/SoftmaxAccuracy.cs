namespace SoftmaxGen;

/// <summary>Specifies the accuracy of the emitted methods, which also determines their speed.</summary>
public enum SoftmaxAccuracy
{
    /// <summary>The error of softmax is at most 4 units in the last place (ulp) for <see cref="double"/>, 5 for N = 3 and 4, and 6 to 12, depending on N, for <see cref="float"/>.</summary>
    Default = 0,

    /// <summary>The error of softmax is at most 8 ulp for <see cref="double"/>, 10 for 17 to 64 elements; up to a quarter faster than <see cref="Default"/> for short rows. For <see cref="float"/>, the same code as <see cref="Default"/>.</summary>
    Fast = 1,

    /// <summary>The error of softmax is at most 0.5001 ulp for <see cref="float"/> and 1.7 ulp for <see cref="double"/>, and all members return the same bits on every processor.</summary>
    Precise = 2,
}
