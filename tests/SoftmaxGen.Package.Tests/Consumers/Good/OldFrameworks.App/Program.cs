using SoftmaxGen;

float[] x = [1000, 1001, 1002];
float[] p = new float[3];
Precise.Softmax(x, p);
bool same = p.SequenceEqual(Arrays.Head.Of(x)) && p.SequenceEqual(Spans.Head.Of(x)) && p.SequenceEqual(Unity.Policy.Of(x));
Console.WriteLine(same ? FormattableString.Invariant($"{p[0]:F4} {p[1]:F4} {p[2]:F4}") : "they differ");

[Softmax(3, Accuracy = SoftmaxAccuracy.Precise)]
internal static partial class Precise;
