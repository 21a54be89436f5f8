namespace SoftmaxGen.Recognition;

/// <summary>The functions whose meaning the recognition knows, in whatever library they are and on whatever they work element by element.</summary>
internal enum KnownFunction
{
    None,
    Exp,
    Pow,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Reciprocal,
    Log,
    Log1P,
    Sum,
    Normalize,
    Mean,
    Max,
    Min,
    Clamp,
    NonNegative,
    Square,
    Dot,
    Unit,
    Symmetric,
    NonLinear,
    Random,
    Store,
    Aggregate,
    Compare,
    PassThrough,
}
