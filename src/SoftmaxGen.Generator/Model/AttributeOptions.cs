namespace SoftmaxGen.Model;

// The values of the public enums in SoftmaxGen.Attributes, which a generator can't reference; a test holds them together.

[Flags]
internal enum MethodSet
{
    None = 0,
    Softmax = 1,
    Temperature = 2,
    LogSoftmax = 4,
    LogSumExp = 8,
    Jacobian = 16,
    VectorProducts = 32,
    CrossEntropy = 64,
    Rows = 128,
    Entropy = 512,
    ReductionRows = Rows | 1024,
    LossAndGradient = 4096,
    Default = Softmax | Temperature | LogSoftmax | LogSumExp | Jacobian | VectorProducts | CrossEntropy | Rows,
    All = Default | Entropy | ReductionRows | LossAndGradient,
    ParallelRows = Rows | 256,
    Columns = 2048,
}

[Flags]
internal enum ElementTypeSet
{
    None = 0,
    Single = 1,
    Double = 2,
    All = Single | Double,
}

internal enum AccuracyMode
{
    Default = 0,
    Fast = 1,
    Precise = 2,
}
