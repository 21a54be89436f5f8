namespace SoftmaxGen.Recognition;

/// <summary>What may be true of a value on some path. Every fact but <see cref="Total"/>, <see cref="Mean"/> and <see cref="LogJoint"/> speaks for the code, so that a doubt keeps it silent.</summary>
[Flags]
internal enum ValueFacts
{
    None = 0,

    /// <summary>Something that may be the maximum was subtracted: the value is at most about zero.</summary>
    ShiftedByMaximum = 1 << 0,

    /// <summary>The mirror image: a minimum was subtracted, or it was subtracted from a maximum.</summary>
    ShiftedByMinimum = 1 << 1,

    /// <summary>A logarithm, or a sum or multiple of logarithms: its exponential is a product of powers.</summary>
    Log = 1 << 2,

    /// <summary>What a name says is a logarithm of a probability, whatever was added to it.</summary>
    LogProbability = 1 << 17,

    /// <summary>Several of these added up, as for a likelihood of all data: the exponentials of all of a row may underflow.</summary>
    LogJoint = 1 << 18,

    /// <summary>A maximum of data.</summary>
    Max = 1 << 3,

    /// <summary>A minimum of data.</summary>
    Min = 1 << 4,

    /// <summary>An average, which bounds nothing.</summary>
    Mean = 1 << 5,

    /// <summary>A sum of data that are no exponentials.</summary>
    Total = 1 << 6,

    /// <summary>A random number in [0, 1).</summary>
    Random = 1 << 7,

    /// <summary>A parameter, field or constant that is one number for the whole computation, such as a temperature or a rate.</summary>
    Scalar = 1 << 8,

    /// <summary>An odd number of negations of something unknown.</summary>
    Negated = 1 << 9,

    /// <summary>Held below a constant by a clamp.</summary>
    Clamped = 1 << 10,


    /// <summary>What was subtracted is taken for the extremum of a row as nothing speaks against it, and not as the code computes one.</summary>
    ShiftedByGuess = 1 << 11,

    /// <summary>A norm, a deviation or a maximum, over which data are at most about one.</summary>
    Norm = 1 << 16,
}
