using SoftmaxGen;

float[] p = new float[3];
P.Softmax([1000f, 1001f, 1002f], p);
Console.WriteLine(FormattableString.Invariant($"{p[0]:F4} {p[1]:F4} {p[2]:F4}"));

[Softmax(3)]
internal static partial class P;
