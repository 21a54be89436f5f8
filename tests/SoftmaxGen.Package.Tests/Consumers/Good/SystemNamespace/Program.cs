namespace System
{
    [SoftmaxGen.Softmax(3)]
    internal static partial class P
    {
        private static void Main()
        {
            float[] own = new float[3];
            float[] nested = new float[3];
            Softmax([1000f, 1001f, 1002f], own);
            Acme.System.P.Softmax([1000f, 1001f, 1002f], nested);
            Console.WriteLine(nested[2] == own[2] ? FormattableString.Invariant($"{own[0]:F4} {own[1]:F4} {own[2]:F4}") : "they differ");
        }
    }
}

namespace Acme.System
{
    // Here `System` is this namespace, and `Span` and `Math` are these types.
    [global::SoftmaxGen.Softmax(3)]
    internal static partial class P;

    internal sealed class Span;

    internal sealed class Math;
}
