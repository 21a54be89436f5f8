namespace SoftmaxGen.Generated
{
    using global::System;

    // What arguments can have wrong besides what is checked for targets with vectors.
    internal static partial class ScalarKernels
    {
        public static void ThrowNull(string name) => throw new ArgumentNullException(name);
    }
}
