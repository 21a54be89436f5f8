using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// How terms become quotients: multiplied with the reciprocal of their sum, which for doubles is held in two parts, but not by Fast;
/// in short rows of doubles divided by the sum.
/// </summary>
internal sealed class Quotients(RowCode row)
{
    private readonly bool isDefaultDouble = row.Arithmetic is { Compute: "double", Element: "double", Mode: AccuracyMode.Default };

    // A few divisions take no longer than the second part of the reciprocal, which a short row would wait for, and round once.
    // And one element is certain: a term times its reciprocal may be less than 1, divided by itself it never is.
    private bool Divides => row.Plan.Row.Length == 1 ? !row.Arithmetic.IsPaired : isDefaultDouble && row.Plan.Row.IsShort;

    // The second part costs one operation in a pass that waits for memory, and takes half an ulp off the result.
    private bool IsSplit => isDefaultDouble && !Divides;

    /// <summary>Whether a term must be a local.</summary>
    public bool NeedsLocal => IsSplit;

    /// <summary>The vectors that <see cref="Declare"/> declares for <see cref="Of"/>.</summary>
    public IReadOnlyList<string> Divisors => Divides ? ["total"] : IsSplit ? ["scale", "scaleRest"] : ["scale"];

    /// <summary>Declares <c>total</c>, or <c>scale</c>, its reciprocal, the same in every lane.</summary>
    /// <param name="type">The type of the terms.</param>
    /// <param name="total">The total.</param>
    /// <param name="rest">What the total is rounded by, if known.</param>
    public void Declare(string type, string total, string? rest = null)
    {
        if (Divides || IsSplit)
            row.Writer.Line($"{type} total = {total};");
        if (!Divides)
            row.Writer.Line($"{type} scale = Reciprocal({(IsSplit ? "total" : total)});");
        if (IsSplit)
            row.Writer.Line($"{type} scaleRest = ReciprocalRest(total, {rest}, scale);");
    }

    /// <summary>A term over the sum; <paramref name="term"/> is the name of a local where it is used twice.</summary>
    public string Of(string term) =>
        Divides ? $"{term} / total" : IsSplit ? $"MultiplyAdd({term}, scale, {term} * scaleRest)" : $"{term} * scale";
}
