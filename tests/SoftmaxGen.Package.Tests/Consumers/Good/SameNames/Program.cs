using SoftmaxGen;

float[] p = new float[3];
First.P.Softmax([1000f, 1001f, 1002f], p);
Console.WriteLine(FormattableString.Invariant($"{p[0]:F4} {p[1]:F4} {p[2]:F4}"));

namespace First
{
    [Softmax(3)]
    internal static partial class P;
}

namespace Second
{
    [Softmax(4)]
    internal static partial class P;
}
