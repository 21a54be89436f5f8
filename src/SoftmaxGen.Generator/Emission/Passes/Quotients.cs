using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>How terms are divided by their sum: multiplied with its reciprocal, which for doubles is held in two parts, but not by Fast.</summary>
internal sealed class Quotients(RowCode row)
{
    // One element is certain: a term times its reciprocal may be less than 1, divided by itself it never is.
    private readonly bool isAlone = row.Plan.Row.Length == 1 && !row.Arithmetic.IsPaired;

    // The second part costs one operation in a pass that waits for memory, and takes half an ulp off the result.
    private bool IsSplit => !isAlone && row.Arithmetic is { Compute: "double", Element: "double", Mode: AccuracyMode.Default };

    /// <summary>Whether a term must be a local.</summary>
    public bool NeedsLocal => IsSplit;

    /// <summary>Declares <c>scale</c>, the reciprocal of a total that is the same in every lane.</summary>
    /// <param name="type">The type of the terms.</param>
    /// <param name="total">The total.</param>
    /// <param name="rest">What the total is rounded by, if known.</param>
    public void Declare(string type, string total, string? rest = null)
    {
        if (!IsSplit)
        {
            row.Writer.Line(isAlone ? $"{type} total = {total};" : $"{type} scale = Reciprocal({total});");
            return;
        }

        row.Writer.Line($"{type} total = {total};");
        row.Writer.Line($"{type} scale = Reciprocal(total);");
        row.Writer.Line($"{type} scaleRest = ReciprocalRest(total, {rest ?? $"{type}.Zero"}, scale);");
    }

    /// <summary>A term over the sum; <paramref name="term"/> is the name of a local where it is used twice.</summary>
    public string Of(string term) =>
        isAlone ? $"{term} / total" : IsSplit ? $"MultiplyAdd({term}, scale, {term} * scaleRest)" : $"{term} * scale";
}
