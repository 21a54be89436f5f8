using System.Diagnostics;
using System.Numerics;

namespace SoftmaxGen.PathProbe;

/// <summary>Nanoseconds of a softmax beside a loop that anybody would write, for run-times that no benchmark program runs on.</summary>
internal static class Times
{
    private const int Rounds = 60;
    private const double MillisecondsOfRound = 20;

    public static void Print()
    {
        Print<Default4, float>(Default4.Length, "float");
        Print<Default10, float>(Default10.Length, "float");
        Print<Default130, float>(Default130.Length, "float");
        Print<Default1000, float>(Default1000.Length, "float");
        Print<Default4, double>(Default4.Length, "double");
        Print<Default10, double>(Default10.Length, "double");
        Print<Default130, double>(Default130.Length, "double");
        Print<Default1000, double>(Default1000.Length, "double");
    }

    private static void Print<THost, T>(int length, string type)
        where THost : IEmitted<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = new T[length], p = new T[length];
        for (int i = 0; i < length; i++)
            x[i] = T.CreateTruncating(((i * 37 % 101) / 10.0) - 5);
        double emitted = double.MaxValue, loop = double.MaxValue;
        int calls = 1;
        while (Milliseconds(calls, () => THost.Softmax(x, p)) < MillisecondsOfRound)
            calls *= 2;
        for (int round = 0; round < Rounds; round++)
        {
            emitted = Math.Min(emitted, Milliseconds(calls, () => THost.Softmax(x, p)));
            loop = Math.Min(loop, Milliseconds(calls, () => Naive<T>(x, p)));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{type} N={length}: emitted {emitted / calls * 1e6:0} ns, loop {loop / calls * 1e6:0} ns, {emitted / loop:0.00} times the loop"));
    }

    private static double Milliseconds(int calls, Action call)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // With the maximum subtracted, as it has to be.
    private static void Naive<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T max = x[0];
        foreach (T value in x)
            max = T.Max(max, value);
        T sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            destination[i] = T.Exp(x[i] - max);
            sum += destination[i];
        }

        for (int i = 0; i < x.Length; i++)
            destination[i] /= sum;
    }
}
