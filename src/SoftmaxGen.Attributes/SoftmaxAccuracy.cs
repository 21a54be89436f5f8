namespace SoftmaxGen;

/// <summary>How accurate the emitted methods are, and how fast.</summary>
public enum SoftmaxAccuracy
{
    /// <summary>At most 4 ulp for double (5 for N = 3 and 4) and 6 to 12 ulp, by length, for float in softmax, at the speed of <see cref="Fast"/> or nearly.</summary>
    Default = 0,

    /// <summary>For <see cref="double"/> up to 8 units in the last place (10 from 17 to 64 elements), and some percent faster than <see cref="Default"/>; for <see cref="float"/> the code of <see cref="Default"/>.</summary>
    Fast = 1,

    /// <summary>Softmax within 0.5001 units in the last place of a <see cref="float"/> and 1.5 of a <see cref="double"/>, and the same bits of all members on every processor.</summary>
    Precise = 2,
}
