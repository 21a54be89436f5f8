namespace SoftmaxGen;

/// <summary>Specifies the methods that <see cref="SoftmaxAttribute"/> emits.</summary>
[Flags]
public enum SoftmaxMethods
{
    /// <summary>No method; not valid on its own.</summary>
    None = 0,

    /// <summary><c>Softmax(x, destination)</c>.</summary>
    Softmax = 1,

    /// <summary><c>Softmax(x, temperature, destination)</c>.</summary>
    Temperature = 2,

    /// <summary><c>LogSoftmax(x, destination)</c>.</summary>
    LogSoftmax = 4,

    /// <summary><c>LogSumExp(x)</c>.</summary>
    LogSumExp = 8,

    /// <summary><c>Jacobian(x, destination)</c> and <c>JacobianFromSoftmax(p, destination)</c>.</summary>
    Jacobian = 16,

    /// <summary><c>VectorJacobianProduct</c> and <c>JacobianVectorProduct</c>.</summary>
    VectorProducts = 32,

    /// <summary><c>CrossEntropy(x, label)</c> and <c>CrossEntropyGradient(x, label, destination)</c>.</summary>
    CrossEntropy = 64,

    /// <summary>The <c>…Rows</c> form of the selected methods, for any number of contiguous rows.</summary>
    Rows = 128,

    /// <summary><c>Entropy(x)</c>, for one row of logits.</summary>
    Entropy = 512,

    /// <summary><see cref="Rows"/>, and <c>LogSumExpRows</c> and <c>CrossEntropyRows</c> if <see cref="LogSumExp"/> and <see cref="CrossEntropy"/> are selected.</summary>
    ReductionRows = Rows | 1024,

    /// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, ignoreIndex)</c>: the mean loss of a batch and its gradient.</summary>
    LossAndGradient = 4096,

    /// <summary><c>CrossEntropy(x, target)</c> and <c>CrossEntropyGradient(x, target, destination)</c>, where the target is a distribution, and <c>CrossEntropyWithGradientRows(x, targets, destination, sum)</c>.</summary>
    TargetDistributions = 8192,

    /// <summary><c>CrossEntropyRows</c> and <c>CrossEntropyWithGradientRows</c> with <c>labelSmoothing</c>.</summary>
    LabelSmoothing = 16384,

    /// <summary><c>LogSoftmax</c>, <c>CrossEntropy</c> and <c>CrossEntropyGradient</c> with a temperature, <c>CrossEntropyTemperatureDerivative</c>, and the rows of these and of softmax.</summary>
    TemperatureScaling = 32768,

    /// <summary><c>LogProbability(x, label)</c> and <c>LogProbabilityGradient(x, label, destination)</c>, and <c>EntropyGradient(x, destination)</c>: for policy gradients.</summary>
    PolicyGradients = 65536,

    /// <summary><c>KullbackLeibler(x, y)</c> of two rows of logits, and its gradients with respect to each.</summary>
    Divergence = 131072,

    /// <summary><c>LogSoftmaxVectorJacobianProduct</c> and <c>LogSumExpHessianVectorProduct</c>, and the rows of all vector products.</summary>
    ProductRows = 262144,

    /// <summary><c>ArgMax(x, probability, margin)</c> and <c>TopK(x, k, destination, indices)</c>: the largest elements and their probabilities.</summary>
    Predictions = 524288,

    /// <summary><c>Sample</c>, <c>GumbelMax</c> and <c>GumbelSoftmax</c>: draws from uniform random numbers that the caller passes; the results are the same on every machine.</summary>
    Sampling = 1048576,

    /// <summary>Every loss and its gradient: <see cref="CrossEntropy"/>, <see cref="ReductionRows"/>, <see cref="LossAndGradient"/>, <see cref="TargetDistributions"/> and <see cref="LabelSmoothing"/>.</summary>
    Losses = CrossEntropy | ReductionRows | LossAndGradient | TargetDistributions | LabelSmoothing,

    /// <summary>The methods that are emitted if <see cref="SoftmaxAttribute.Methods"/> is not set. Later versions do not add to this value.</summary>
    Default = Softmax | Temperature | LogSoftmax | LogSumExp | Jacobian | VectorProducts | CrossEntropy | Rows,

    /// <summary>Every method except those of <see cref="ParallelRows"/> and <see cref="Columns"/>. Later versions can add to this value.</summary>
    All = Default | Entropy | Losses | TemperatureScaling | PolicyGradients | Divergence | ProductRows | Predictions | Sampling,

    /// <summary><see cref="Rows"/>, and overloads of <c>SoftmaxRows</c>, <c>LogSoftmaxRows</c> and <c>CrossEntropyGradientRows</c> with <c>ParallelOptions</c> that take <c>Memory</c> and divide large batches among threads. Requires .NET 8 or later.</summary>
    ParallelRows = Rows | 256,

    /// <summary>The <c>…Columns</c> form of the selected methods, for each column of a matrix, as in channel-first images. N is at most 8,192.</summary>
    Columns = 2048,
}
