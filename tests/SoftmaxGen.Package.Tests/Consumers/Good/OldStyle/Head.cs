using SoftmaxGen;

namespace OldStyle
{
    [Softmax(3)]
    public static partial class Head
    {
        public static float[] Of(float[] x)
        {
            float[] p = new float[Length];
            Softmax(x, p);
            return p;
        }
    }
}
