using System.Numerics;

namespace SoftmaxGen.Adversary.Inputs;

/// <summary>Changes of an input that a search tries: of one element by steps of its format up to changes of all.</summary>
internal sealed class Mutation<T>(Random random, TemperatureRange range)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int LargestStepBits = 40;

    public Input<T> Apply(Input<T> parent, Input<T> other, bool hasVector)
    {
        Input<T> child = parent.Copy();
        int changes = 1 + random.Next(3);
        for (int i = 0; i < changes; i++)
            child = Change(child, other, hasVector);
        return child;
    }

    /// <summary>The element moved by that many steps: what a search along one coordinate asks for.</summary>
    public static Input<T> Moved(Input<T> input, int index, long steps)
    {
        Input<T> moved = input.Copy();
        moved.X[index] = Format<T>.Step(moved.X[index], steps);
        return moved;
    }

    private Input<T> Change(Input<T> child, Input<T> other, bool hasVector)
    {
        T[] x = child.X;
        int i = random.Next(x.Length), j = random.Next(x.Length);
        if (range != TemperatureRange.None && random.Next(4) == 0)
            return child with { Temperature = NextTemperature(child.Temperature) };
        if (hasVector && random.Next(2) == 0)
        {
            T[] vector = [.. child.Vector];
            ChangeVector(vector, other.Vector);
            return child with { Vector = vector };
        }

        // Of a long row, a change of many elements costs a hundred of one.
        switch (random.Next(x.Length < Format<T>.LongRow || random.Next(10) == 0 ? 10 : 6))
        {
            case 0 or 1 or 2:
                x[i] = Format<T>.Step(x[i], Steps());
                break;
            case 3:
                x[i] = Plus(x[i], double.CreateTruncating(child.Temperature) * Family.Normal(random) * Math.Pow(10, 2 - (6 * random.NextDouble())));
                break;
            case 4:
                x[i] = x[j];
                break;
            case 5:
                (x[i], x[j]) = (x[j], x[i]);
                break;
            case 6:
                ChangeSome(x, value => x[i]);
                break;
            case 7:
                double shift = double.CreateTruncating(child.Temperature) * Family.Normal(random) * Math.Pow(10, 3 - (6 * random.NextDouble()));
                ChangeSome(x, value => Plus(value, shift));
                break;
            case 8:
                double factor = 1 + (Family.Normal(random) * Math.Pow(10, -4 * random.NextDouble()));
                ChangeAll(x, value => T.IsFinite(value) ? Format<T>.Finite(double.CreateTruncating(value) * factor) : value);
                break;
            default:
                if (random.Next(3) == 0)
                    return child with { Label = random.Next(x.Length) };
                double all = double.CreateTruncating(child.Temperature) * Family.Normal(random) * Math.Pow(10, 2 - (8 * random.NextDouble()));
                ChangeAll(x, value => Plus(value, all));
                break;
        }

        // A row of masks only has no finite result.
        if (T.IsNegativeInfinity(x.Max()))
            x[i] = T.Zero;
        return child;
    }

    private long Steps() => (1L + (long)(random.NextDouble() * (1L << random.Next(Math.Min(LargestStepBits, Format<T>.Precision))))) * (1 - (2 * random.Next(2)));

    // A mask stays one.
    private static T Plus(T value, double addend) => T.IsFinite(value) ? Format<T>.Finite(double.CreateTruncating(value) + addend) : value;

    // All elements, a range of them, every other one or those of one lane: sums are taken in lanes.
    private void ChangeSome(T[] x, Func<T, T> change)
    {
        int stride = 1 << random.Next(5), start = random.Next(x.Length), end = random.Next(2) == 0 ? x.Length : start + random.Next(x.Length - start) + 1;
        for (int k = stride == 1 ? start : start % stride; k < end; k += stride)
            x[k] = change(x[k]);
    }

    private static void ChangeAll(T[] x, Func<T, T> change)
    {
        for (int k = 0; k < x.Length; k++)
            x[k] = change(x[k]);
    }

    private T NextTemperature(T temperature)
    {
        T next = random.Next(3) switch
        {
            0 => Format<T>.Step(temperature, Steps()),
            1 => T.CreateTruncating(double.CreateTruncating(temperature) * Math.ScaleB(1, random.Next(7) - 3)),
            _ => T.CreateTruncating(double.CreateTruncating(temperature) * (1 + (0.1 * Family.Normal(random)))),
        };
        next = T.CreateTruncating(range.Clamp<T>(double.CreateTruncating(next)));
        return next > T.Zero ? next : T.Epsilon;
    }

    private void ChangeVector(T[] vector, T[] other)
    {
        int i = random.Next(vector.Length), j = random.Next(vector.Length);
        T changed = random.Next(5) switch
        {
            0 => -vector[i],
            1 => vector[j],
            2 => other[i],
            3 => Format<T>.Step(vector[i], Steps()),
            _ => T.CreateTruncating(double.CreateTruncating(vector[i]) * Math.Pow(10, Family.Normal(random))),
        };
        if (T.IsFinite(changed) && T.Abs(changed) < T.CreateTruncating(1e30))
            vector[i] = changed;
    }
}
