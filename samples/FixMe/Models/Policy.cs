namespace FixMe.Models;

/// <summary>Which move to make, by the values of the moves. Somebody knew about overflow.</summary>
internal static class Policy
{
    public static double[] Distribution(double[] values)
    {
        double max = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] > max)
                max = values[i];
        }

        double[] p = new double[values.Length];
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            p[i] = Math.Exp(values[i] - max);
            sum += p[i];
        }

        for (int i = 0; i < values.Length; i++)
            p[i] /= sum;
        return p;
    }
}
