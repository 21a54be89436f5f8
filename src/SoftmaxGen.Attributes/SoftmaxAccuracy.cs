namespace SoftmaxGen;

/// <summary>How accurate the emitted methods are, and how fast.</summary>
public enum SoftmaxAccuracy
{
    /// <summary>A few units in the last place, at nearly the speed of <see cref="Fast"/>.</summary>
    Default = 0,

    /// <summary>A shorter polynomial: some 5 to 10 percent faster, and about twice the error of <see cref="Default"/>.</summary>
    Fast = 1,

    /// <summary>Correctly rounded in all but provably rare cases, and the same bits on every processor.</summary>
    Precise = 2,
}
