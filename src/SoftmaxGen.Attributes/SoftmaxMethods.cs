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

    /// <summary>Everything but <see cref="ParallelRows"/> and <see cref="Columns"/>, which are there for those who ask for them.</summary>
    All = Softmax | Temperature | LogSoftmax | LogSumExp | Jacobian | VectorProducts | CrossEntropy | Rows,

    /// <summary><see cref="Rows"/>, and the same with <c>ParallelOptions</c> over memory: large batches are shared out among threads. .NET 8 and later.</summary>
    ParallelRows = Rows | 256,

    /// <summary>The <c>…Columns</c> twins of the methods asked for: a matrix whose columns are what the methods take, as channel-first images are. N up to 8,192.</summary>
    Columns = 2048,
}
