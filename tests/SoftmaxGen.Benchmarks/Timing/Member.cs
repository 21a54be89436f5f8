namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>What is timed, by the name that tables and options use.</summary>
internal enum Member
{
    Softmax,

    /// <summary>SoftmaxRows; times are per row.</summary>
    Rows,

    LogSoftmax,

    LogSumExp,

    CrossEntropy,

    Gradient,

    /// <summary>VectorJacobianProduct, from probabilities.</summary>
    Vjp,

    /// <summary>JacobianFromSoftmax.</summary>
    Jacobian,
}
