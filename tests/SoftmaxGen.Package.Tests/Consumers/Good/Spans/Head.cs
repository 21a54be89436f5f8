using SoftmaxGen;

namespace Spans;

/// <summary>Logits in a part of an array.</summary>
[Softmax(3)]
public static partial class Head
{
    public static float[] Of(float[] x)
    {
        float[] p = new float[Length];
        Softmax(x.AsSpan(0, Length), p);
        return p;
    }
}
