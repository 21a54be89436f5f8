using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// How terms become quotients: multiplied with the reciprocal of their sum, which is that of a double for long rows of floats, and for doubles is held in two parts, but not by Fast;
/// in short rows divided by the sum.
/// </summary>
internal sealed class Quotients(RowCode row)
{
    private readonly bool isDefaultDouble = row.Precision is { Compute: "double", Element: "double", Mode: AccuracyMode.Default };
    private readonly bool isSingle = row.Precision.Compute == "float";

    // A few divisions take no longer than the second part of the reciprocal, which a short row would wait for, and round once.
    // And what is certain, the only element or the only one that counts, is 1: a term times its reciprocal may be less, divided by itself it never is.
    private bool Divides => row.Plan.Row.Length == 1 ? !row.Precision.IsPaired
        : isSingle ? row.Plan.Row.Length is <= 4 or 16 // not where many rows at once are divided, column by column
        : isDefaultDouble && row.Plan.Row.IsShort;

    // The second part costs one operation in a pass that waits for memory, and takes half an ulp off the result.
    private bool IsSplit => isDefaultDouble && !Divides;

    private bool IsWide => isSingle && Exponential.IsLong(row.Plan.Row);

    /// <summary>Whether a term must be a local.</summary>
    public bool NeedsLocal => IsSplit;

    /// <summary>The vectors that <c>Declare</c> declares for <see cref="Of"/>.</summary>
    public IReadOnlyList<string> Divisors => Divides ? ["total"] : IsSplit ? ["scale", "scaleRest"] : ["scale"];

    /// <summary>Declares what terms are divided by or multiplied with, from their sum.</summary>
    public void Declare(string type, Sum sum) => Declare(type, sum is WideSum wide ? wide.Scalar : sum.Total, sum.Rest);

    /// <summary>Declares <c>total</c>, and <c>scale</c>, its reciprocal, where that is what terms are multiplied with.</summary>
    /// <param name="type">The type of the terms.</param>
    /// <param name="total">The total, the same in every lane, or a double.</param>
    /// <param name="rest">What the total is rounded by, if known.</param>
    public void Declare(string type, string total, string? rest = null)
    {
        row.Writer.Line($"{(IsWide ? "double" : type)} total = {total};");
        if (!Divides)
            row.Writer.Line($"{type} scale = {(IsWide ? $"Reciprocal{row.Plan.Width}" : "Reciprocal")}(total);");
        if (IsSplit)
            row.Writer.Line($"{type} scaleRest = ReciprocalRest(total, {rest}, scale);");
    }

    /// <summary>Multiplies all quotients by the same number where that is done once; otherwise each of them remains to be.</summary>
    /// <param name="weights">The number, in every lane.</param>
    /// <returns>Whether it is done.</returns>
    public bool Scale(string weights)
    {
        if (Divides)
            return false;
        foreach (string divisor in Divisors)
            row.Writer.Line($"{divisor} *= {weights};");
        return true;
    }

    /// <summary>A term over the sum; <paramref name="term"/> is the name of a local where it is used twice.</summary>
    public string Of(string term) =>
        Divides ? $"{term} / total" : IsSplit ? $"MultiplyAdd({term}, scale, {term} * scaleRest)" : $"{term} * scale";
}
