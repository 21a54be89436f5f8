namespace SoftmaxGen.Emission;

/// <summary>How terms are divided by their sum: multiplied with its reciprocal, which for doubles is held in two parts.</summary>
internal sealed class Quotients(RowCode row)
{
    // The second part costs one operation in a pass that waits for memory, and takes half an ulp off the result.
    private readonly bool isSplit = row.Arithmetic is { Compute: "double", Element: "double", IsPaired: false };

    /// <summary>Whether a term must be a local.</summary>
    public bool NeedsLocal => isSplit;

    /// <summary>Declares <c>scale</c>, the reciprocal of a total that is the same in every lane.</summary>
    /// <param name="type">The type of the terms.</param>
    /// <param name="total">The total.</param>
    /// <param name="rest">What the total is rounded by, if known.</param>
    public void Declare(string type, string total, string? rest = null)
    {
        if (!isSplit)
        {
            row.Writer.Line($"{type} scale = Reciprocal({total});");
            return;
        }

        row.Writer.Line($"{type} total = {total};");
        row.Writer.Line($"{type} scale = Reciprocal(total);");
        row.Writer.Line($"{type} scaleRest = ReciprocalRest(total, {rest ?? $"{type}.Zero"}, scale);");
    }

    /// <summary>A term over the sum; <paramref name="term"/> is the name of a local where it is used twice.</summary>
    public string Of(string term) => isSplit ? $"MultiplyAdd({term}, scale, {term} * scaleRest)" : $"{term} * scale";
}
