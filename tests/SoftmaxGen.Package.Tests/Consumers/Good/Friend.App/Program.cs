using SoftmaxGen;

float[] own = new float[3];
float[] other = new float[3];
P.Softmax([1000f, 1001f, 1002f], own);
Friend.Library.P.Softmax([1000f, 1001f, 1002f], other);
Console.WriteLine(own.SequenceEqual(other) ? FormattableString.Invariant($"{own[0]:F4} {own[1]:F4} {own[2]:F4}") : "they differ");

[Softmax(3)]
internal static partial class P;
