using SoftmaxGen;

namespace Acme
{
    [Softmax(10)]
    public static partial class Ten
    {
    }

    [Softmax(1000, Accuracy = SoftmaxAccuracy.Precise)]
    public partial struct Thousand
    {
    }

    [Softmax(3)]
    public static class NotPartial
    {
    }

    public static class Unstable
    {
        public static double[] Softmax(double[] x)
        {
            double[] p = new double[x.Length];
            double sum = 0;
            for (int i = 0; i < x.Length; i++)
            {
                p[i] = System.Math.Exp(x[i]);
                sum += p[i];
            }

            for (int i = 0; i < x.Length; i++)
                p[i] /= sum;
            return p;
        }
    }
}
