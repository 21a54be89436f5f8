using System;

namespace FrameworkProbe
{
    /// <summary>The emitted members of a host over arrays, whichever form they have. The longest hosts have no Jacobians.</summary>
    internal sealed class Members<T>
    {
        public Members(int length) => Length = length;

        public int Length { get; }

        public Action<T[], T[]> Softmax { get; set; }

        public Action<T[], T, T[]> TemperedSoftmax { get; set; }

        public Action<T[], T[]> SoftmaxRows { get; set; }

        public Action<T[], T[]> LogSoftmax { get; set; }

        public Action<T[], T[]> LogSoftmaxRows { get; set; }

        public Func<T[], T> LogSumExp { get; set; }

        public Func<T[], int, T> CrossEntropy { get; set; }

        public Action<T[], int, T[]> CrossEntropyGradient { get; set; }

        public Action<T[], int[], T[]> CrossEntropyGradientRows { get; set; }

        public Action<T[], T[], T[]> VectorJacobianProduct { get; set; }

        public Action<T[], T[], T[]> JacobianVectorProduct { get; set; }

        public Action<T[], T[]> Jacobian { get; set; }

        public Action<T[], T[]> JacobianFromSoftmax { get; set; }
    }
}
