namespace SoftmaxGen;

/// <summary>The methods that <see cref="SoftmaxAttribute"/> can emit.</summary>
[Flags]
public enum SoftmaxMethods
{
    /// <summary>Nothing; not a valid choice by itself.</summary>
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

    /// <summary>The <c>…Rows</c> twins of the methods asked for: any number of contiguous rows.</summary>
    Rows = 128,

    /// <summary><c>Entropy(x)</c>, for one row of logits.</summary>
    Entropy = 512,

    /// <summary><see cref="Rows"/>, and the same for the methods that return a number and have been there before their rows: <c>LogSumExpRows</c>, <c>CrossEntropyRows</c>.</summary>
    ReductionRows = Rows | 1024,

    /// <summary><c>CrossEntropyWithGradientRows(x, labels, destination, ignoreIndex)</c>: the mean loss of a batch and its gradient.</summary>
    LossAndGradient = 4096,

    /// <summary><c>CrossEntropy(x, target)</c> and <c>CrossEntropyGradient(x, target, destination)</c>, where the target is a distribution, and <c>CrossEntropyWithGradientRows(x, targets, destination, sum)</c>.</summary>
    TargetDistributions = 8192,

    /// <summary><c>CrossEntropyRows</c> and <c>CrossEntropyWithGradientRows</c> with <c>labelSmoothing</c>.</summary>
    LabelSmoothing = 16384,

    /// <summary><c>LogSoftmax</c>, <c>CrossEntropy</c> and <c>CrossEntropyGradient</c> with a temperature, <c>CrossEntropyTemperatureDerivative</c>, and the rows of these and of softmax.</summary>
    TemperatureScaling = 32768,

    /// <summary><c>LogProbability(x, label)</c> and <c>LogProbabilityGradient(x, label, destination)</c>, and <c>EntropyGradient(x, destination)</c>: what a policy is trained by.</summary>
    PolicyGradients = 65536,

    /// <summary><c>KullbackLeibler(x, y)</c> of two rows of logits, and its gradients with respect to each.</summary>
    Divergence = 131072,

    /// <summary><c>LogSoftmaxVectorJacobianProduct</c> and <c>LogSumExpHessianVectorProduct</c>, and the rows of all vector products.</summary>
    ProductRows = 262144,

    /// <summary>Every loss and its gradient: <see cref="CrossEntropy"/>, <see cref="ReductionRows"/>, <see cref="LossAndGradient"/>, <see cref="TargetDistributions"/> and <see cref="LabelSmoothing"/>.</summary>
    Losses = CrossEntropy | ReductionRows | LossAndGradient | TargetDistributions | LabelSmoothing,

    /// <summary>What is emitted where nothing is said. It stays as it is when methods are added, so that a new version adds nothing to a type that did not ask for it.</summary>
    Default = Softmax | Temperature | LogSoftmax | LogSumExp | Jacobian | VectorProducts | CrossEntropy | Rows,

    /// <summary>Every method there is, those of later versions too, but for <see cref="ParallelRows"/> and <see cref="Columns"/>, which are there for those who ask for them.</summary>
    All = Default | Entropy | Losses | TemperatureScaling | PolicyGradients | Divergence | ProductRows,

    /// <summary><see cref="Rows"/>, and the same with <c>ParallelOptions</c> over memory: large batches are shared out among threads. .NET 8 and later.</summary>
    ParallelRows = Rows | 256,

    /// <summary>The <c>…Columns</c> twins of the methods asked for: a matrix whose columns are what the methods take, as channel-first images are. N up to 8,192.</summary>
    Columns = 2048,
}
