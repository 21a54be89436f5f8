namespace SoftmaxGen;

/// <summary>How accurate the emitted methods are, and how fast.</summary>
public enum SoftmaxAccuracy
{
    /// <summary>A few units in the last place, at the speed of <see cref="Fast"/> or nearly.</summary>
    Default = 0,

    /// <summary>Up to 8 units in the last place: for <see cref="double"/> some percent faster than <see cref="Default"/>, for <see cref="float"/> the same.</summary>
    Fast = 1,

    /// <summary>Correctly rounded in all but provably rare cases, and the same bits on every processor.</summary>
    Precise = 2,
}
