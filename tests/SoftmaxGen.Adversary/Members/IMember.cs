using System.Numerics;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Members;

/// <summary>
/// A member of a host, or those of its results that one promise is for: all that the search needs to know of it. A new member is a struct with this interface;
/// <see cref="MemberList"/> finds it.
/// </summary>
internal interface IMember
{
    /// <summary>Its name in tables and on the command line.</summary>
    static abstract string Name { get; }

    /// <summary>What is promised of it.</summary>
    static abstract Quantity Quantity { get; }

    /// <summary>The methods of a host that it calls: no others are compiled.</summary>
    static abstract SoftmaxMethods Methods { get; }

    /// <summary>What it computes from.</summary>
    static virtual Uses Uses => Uses.Logits;

    /// <summary>
    /// Whether the bounds that the tests hold it to hold for every input: not where a probability is subnormal, or a term of doubles next to nothing, or where a quotient
    /// by a very small or large temperature overflows or is rounded before it is an exponent. It is then for the search alone: docs/guarantees.md says what that comes to.
    /// </summary>
    static virtual bool HoldsAlways(SoftmaxElementTypes type) => true;

    /// <summary>Whether the exact result is a probability of the row: the search then needs no division for each.</summary>
    static virtual bool IsProbability => false;

    /// <summary>The power of two that <see cref="Exact"/> is scaled by.</summary>
    static virtual int Scaling => ExactRow<DoubleDouble>.Scaling;

    /// <summary>The interval that results are in, whatever their error.</summary>
    static virtual (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>How many results of it are looked at.</summary>
    static virtual int Count(int length) => length;

    /// <summary>Where the result with that number stands in the destination.</summary>
    static virtual int Index(int result, int length, int label) => result;

    /// <summary>How many elements the destination has.</summary>
    static virtual int DestinationLength(int length) => length;

    /// <summary>Calls it; given are the probabilities if it takes some.</summary>
    static abstract void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Whether there is one for many rows at once.</summary>
    static virtual bool HasRows => false;

    /// <summary>Calls that.</summary>
    static virtual void CallRows<T>(Host<T> host, ReadOnlySpan<T> rows, ReadOnlySpan<int> labels, Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotSupportedException();

    /// <summary>Whether equal logits have equal results.</summary>
    static virtual bool HasResultForEachLogit => false;

    /// <summary>The exact result with that number, times 2^<see cref="Scaling"/>.</summary>
    static abstract TReal Exact<TReal>(ExactRow<TReal> row, int result)
        where TReal : struct, IReal<TReal>;

    /// <summary>The size that the error is relative to, in the same scale: its ulp is the unit of the bound.</summary>
    static virtual TReal Size<TReal>(ExactRow<TReal> row, int result, TReal exact)
        where TReal : struct, IReal<TReal> => exact;

    /// <summary>Whether double-double arithmetic is enough for this result.</summary>
    static virtual bool IsCertain<TReal>(ExactRow<TReal> row, TReal exact)
        where TReal : struct, IReal<TReal> => true;

    /// <summary>What is allowed besides, in the same scale.</summary>
    static virtual double Absolute<T>(int length) => 0;

    /// <summary>What docs/guarantees.md allows besides for this result of this row, in the same scale: an exception that it states, as a number.</summary>
    static virtual TReal Stated<T, TReal>(ExactRow<TReal> row, int result, SoftmaxAccuracy accuracy)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TReal : struct, IReal<TReal> => default;
}

[Flags]
internal enum Uses
{
    Logits = 1,
    Temperature = 2,
    Label = 4,

    /// <summary>Probabilities, which Softmax of the same host computes from the logits.</summary>
    Probabilities = 8,
    Vector = 16,

    /// <summary>The vector as a second row of logits.</summary>
    SecondLogits = 32 | Vector,
}
