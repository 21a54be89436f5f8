using SoftmaxGen;

namespace Unity
{
    [Softmax(3)]
    public partial struct Policy
    {
        public static float[] Of(float[] x)
        {
            float[] p = new float[Length];
            Softmax(x, p);
            return p;
        }
    }
}
