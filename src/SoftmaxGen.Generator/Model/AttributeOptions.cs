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
    TargetDistributions = 8192,
    LabelSmoothing = 16384,
    Default = Softmax | Temperature | LogSoftmax | LogSumExp | Jacobian | VectorProducts | CrossEntropy | Rows,
    TemperatureScaling = 32768,
    PolicyGradients = 65536,
    Divergence = 131072,
    ProductRows = 262144,
    Predictions = 524288,
    Sampling = 1048576,
    Losses = CrossEntropy | ReductionRows | LossAndGradient | TargetDistributions | LabelSmoothing,
    All = Default | Entropy | Losses | TemperatureScaling | PolicyGradients | Divergence | ProductRows | Predictions | Sampling,
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
    Half = 4,
    BFloat16 = 8,
}

internal enum AccuracyMode
{
    Default = 0,
    Fast = 1,
    Precise = 2,
}
