namespace Unstable;

public static class Softmax
{
    public static double[] Of(double[] x)
    {
        double[] p = new double[x.Length];
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            p[i] = Math.Exp(x[i]);
            sum += p[i];
        }

        for (int i = 0; i < x.Length; i++)
            p[i] /= sum;
        return p;
    }
}
