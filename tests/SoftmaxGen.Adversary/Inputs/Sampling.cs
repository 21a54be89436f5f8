using System.Numerics;

namespace SoftmaxGen.Adversary.Inputs;

/// <summary>Inputs of the families as elements of one type.</summary>
internal static class Sampling
{
    public static Input<T> Sample<T>(Random random, int length, TemperatureRange range, bool mayBeMasked)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Family family = Family.All[random.Next(Family.All.Count - (mayBeMasked ? 0 : 1))];
        double[] row = new double[length];
        family.Sample(random, row, Format<T>.Reach);
        T temperature = T.CreateTruncating(range.Sample<T>(random));
        if (temperature == T.Zero)
            temperature = T.Epsilon;

        double factor = double.CreateTruncating(temperature), offset = range != TemperatureRange.None && random.Next(4) == 0 ? 2000 * (random.NextDouble() - 0.5) : 0;
        T[] x = Array.ConvertAll(row, value => double.IsNegativeInfinity(value) ? T.NegativeInfinity : Format<T>.Finite((value + offset) * factor));
        // A label at random is hardly ever the maximum of a long row, which it is where a model is right.
        int label = random.Next(2) == 0 ? random.Next(length) : Array.IndexOf(x, x.Max());
        return new(x, Vector<T>(random, length), temperature, label, family.Name);
    }

    // A vector whose product with the probabilities cancels, or does not.
    private static T[] Vector<T>(Random random, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int kind = random.Next(4);
        double offset = kind == 1 ? 100 * Family.Normal(random) : 0;
        T[] vector = new T[length];
        for (int i = 0; i < length; i++)
        {
            vector[i] = T.CreateTruncating(kind switch
            {
                2 => (i & 1) == 0 ? 1 : -1,
                3 => Math.Pow(10, 8 * Family.Normal(random)) * (1 - (2 * random.Next(2))),
                _ => offset + Family.Normal(random),
            });
            if (!T.IsFinite(vector[i]))
                vector[i] = T.One;
        }

        return vector;
    }
}
