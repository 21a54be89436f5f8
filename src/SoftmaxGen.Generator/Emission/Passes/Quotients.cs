using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>How terms are divided by their sum: multiplied with its reciprocal, which for doubles is held in two parts.</summary>
internal sealed class Quotients(Arithmetic arithmetic)
{
    // The second part costs one operation in a pass that waits for memory, and takes half an ulp off the result.
    private readonly bool split = arithmetic is { Compute: "double", Element: "double", Mode: AccuracyMode.Default };

    /// <summary>Declares <c>scale</c>, the reciprocal of a sum that is the same in every lane.</summary>
    public void Declare(SourceWriter writer, string type, string sum)
    {
        if (split)
        {
            writer.Line($"{type} total = {sum};");
            writer.Line($"{type} scale = Reciprocal(total);");
            writer.Line($"{type} scaleRest = ReciprocalRest(total, scale);");
        }
        else
        {
            writer.Line($"{type} scale = Reciprocal({sum});");
        }
    }

    /// <summary>A term over the sum; <paramref name="term"/> is the name of a local where it is used twice.</summary>
    public string Of(string term) => split ? $"MultiplyAdd({term}, scale, {term} * scaleRest)" : $"{term} * scale";

    /// <summary>Whether a term must be a local.</summary>
    public bool NeedsLocal => split;
}
