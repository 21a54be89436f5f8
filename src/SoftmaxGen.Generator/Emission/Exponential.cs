using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>How the terms e^(x - max) of a row are spelt: the calls of the kernel that the accuracy chooses.</summary>
/// <param name="Tempered">Whether x is divided by a temperature; then <c>inverse</c> and its companions are in scope.</param>
internal sealed record Exponential(Arithmetic Arithmetic, bool Tempered = false)
{
    private bool IsPlain => Arithmetic.Mode == AccuracyMode.Precise;

    /// <summary>Whether the maximum is one that the terms can be taken against.</summary>
    public string Guard => IsPlain ? "IsFinite(max)" : Tempered ? "IsModerate(max * inverse)" : "IsModerate(max)";

    /// <summary>Declares what the terms need of the maximum.</summary>
    public void Prepare(SourceWriter writer, RowCode row)
    {
        if (IsPlain)
            return;
        writer.Line($"{row.Vector} shift = {(Tempered ? "Shift(max, log2E)" : "Shift(max)")};");
        writer.Line($"{row.Vector} lowest = {(Tempered ? "Lowest(max, temperatures)" : "Lowest(max)")};");
    }

    /// <summary>The term of one vector.</summary>
    public string Of(string x)
    {
        if (IsPlain)
            return Tempered ? $"ExpPrecise(({x} - max) * inverse)" : $"ExpPrecise({x} - max)";
        if (Tempered)
            return $"ExpTempered({x}, shift, lowest, log2E, ln2High, ln2Low, inverse)";
        return Arithmetic.Mode == AccuracyMode.Fast ? $"ExpFast({x}, shift, lowest)" : $"Exp({x}, shift, lowest)";
    }
}
