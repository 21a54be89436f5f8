using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;

namespace SoftmaxGen.Adversary.Search;

/// <summary>Calls one member of one host and judges its results: quickly, and exactly where that may matter.</summary>
internal sealed class Evaluation<TMember, T>(Host<T> host)
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Judge<TMember, T, DoubleDouble> quick = new(host.Accuracy, host.Length);
    private readonly Judge<TMember, T, Mpfr>? mpfr = MpfrLibrary.IsAvailable ? new(host.Accuracy, host.Length) : null;
    private readonly Judge<TMember, T, BigReal>? big = MpfrLibrary.IsAvailable ? null : new(host.Accuracy, host.Length);
    private readonly T[] destination = new T[TMember.DestinationLength(host.Length)];
    private readonly T[] given = TMember.Uses.HasFlag(Uses.Probabilities) ? new T[host.Length] : [];

    public long Count { get; private set; }

    /// <summary>The error as double-double arithmetic sees it, or exactly where that is not enough.</summary>
    public Error Quick(Input<T> input)
    {
        Count++;
        Call(input);
        quick.Set(input, given);
        Error error = quick.Worst(destination, out bool isUncertain);
        return !isUncertain ? error : input.Length < Format<T>.LongRow ? Exact(input) : Exact(input, error.Result);
    }

    // The worst of all results in 256 bits.
    private Error Exact(Input<T> input)
    {
        if (mpfr is not null)
        {
            mpfr.Set(input, given);
            return mpfr.Worst(destination, out _);
        }

        big!.Set(input, given);
        return big.Worst(destination, out _);
    }

    /// <summary>The error of the worst result in 256 bits.</summary>
    public Error Exact(Input<T> input, int result)
    {
        Call(input);
        if (mpfr is not null)
        {
            mpfr.Set(input, given);
            return mpfr.At(result, destination);
        }

        big!.Set(input, given);
        return big.At(result, destination);
    }

    /// <summary>The results of the last call.</summary>
    public ReadOnlySpan<T> Destination => destination;

    private void Call(Input<T> input)
    {
        if (given.Length > 0)
            host.Member<Map<T>>("Softmax")(input.X, given);
        TMember.Call(host, input, given, destination);
    }
}
