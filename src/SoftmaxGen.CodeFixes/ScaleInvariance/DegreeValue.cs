using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>An object that the code at hand makes, or one from elsewhere.</summary>
/// <param name="Name">Its name; two objects of one name are the same.</param>
/// <param name="IsOutside">Whether code outside of what is interpreted sees it.</param>
internal sealed record AbstractObject(string Name, bool IsOutside);

/// <summary>What a variable leads to: an object, or a place in it.</summary>
/// <param name="Object">The object.</param>
/// <param name="Path">Indices and fields on the way from there.</param>
/// <param name="IsWhole">Whether all elements under the path are meant, and not a slice of them.</param>
internal readonly record struct Reference(AbstractObject Object, string Path, bool IsWhole = true);

/// <summary>A sequence that is computed when it is gone through, with what its variables are then.</summary>
/// <param name="Origin">The call that makes it.</param>
/// <param name="Element">Computes an element in the present state.</param>
/// <param name="Length">The value number of its length.</param>
internal sealed record DeferredSequence(IOperation Origin, Func<DegreeValue> Element, string? Length);

/// <summary>What is known of a value.</summary>
/// <param name="Degree">How a number scales; of another value, how all numbers in it do.</param>
internal sealed record DegreeValue(Degree Degree)
{
    public static readonly DegreeValue Invariant = new(Degree.Invariant);

    public static readonly DegreeValue Unknown = new(Degree.Unknown);

    /// <summary>The value of a constant.</summary>
    public double? Constant { get; init; }

    /// <summary>The value number of an integer.</summary>
    public string? Number { get; init; }

    public Reference? Target { get; init; }

    /// <summary>Whether no variable leads to the target yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The lambda, function or exponential that a delegate runs.</summary>
    public IOperation? Function { get; init; }

    public DeferredSequence? Sequence { get; init; }

    /// <summary>The elements of a tuple or of an object of anonymous type.</summary>
    public ImmutableDictionary<string, DegreeValue>? Fields { get; init; }

    public static DegreeValue OfConstant(double value, bool isInteger) => new(value == 0 ? Degree.Zero : Degree.Invariant)
    {
        Constant = value,
        Number = isInteger && Math.Abs(value) < 1e15 ? IndexExpression.Constant((long)value) : null,
    };

    public static DegreeValue OfNumber(string? number) => Invariant with { Number = number };

    public static DegreeValue OfFields(IEnumerable<KeyValuePair<string, DegreeValue>> fields)
    {
        var known = ImmutableDictionary.CreateRange(fields);
        return new(known.Values.Aggregate(Degree.Bottom, static (total, field) => total.Join(field.Degree))) { Fields = known };
    }

    public bool IsSame(DegreeValue other) => ReferenceEquals(this, other)
        || Degree.Equals(other.Degree) && Constant.Equals(other.Constant) && Number == other.Number && Target.Equals(other.Target) && Function == other.Function && Sequence?.Origin == other.Sequence?.Origin
            && (Fields is null ? other.Fields is null : other.Fields is not null && Fields.Count == other.Fields.Count && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && field.Value.IsSame(value)));
}
