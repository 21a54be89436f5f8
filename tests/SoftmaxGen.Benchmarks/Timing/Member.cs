namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>What is timed, by the name that tables and options use.</summary>
internal enum Member
{
    Softmax,

    /// <summary>SoftmaxRows; times are per row.</summary>
    Rows,

    /// <summary>SoftmaxRows over a batch as models have it: 1,000 rows, 200 of the longest.</summary>
    Batch,

    /// <summary>SoftmaxRows over far more memory than a cache holds.</summary>
    ManyRows,

    LogSoftmax,

    LogSumExp,

    CrossEntropy,

    Gradient,

    /// <summary>VectorJacobianProduct, from probabilities.</summary>
    Vjp,

    /// <summary>JacobianFromSoftmax.</summary>
    Jacobian,
}
