namespace SoftmaxGen.Emission;

/// <summary>What the losses of several rows are computed from, in memory until there are so many that their logarithms are taken at once.</summary>
/// <param name="writer">Writes the pass over rows.</param>
/// <param name="add">The call that adds the losses of those held to <c>loss</c>, from their number.</param>
/// <param name="numbers">How many numbers are held of a row.</param>
internal sealed class HeldLosses(SourceWriter writer, Func<string, string> add, int numbers)
{
    /// <summary>Where the numbers of the next row belong.</summary>
    public const string Next = "ref Unsafe.Add(ref parts, held)";

    /// <summary>The sum of the losses of all rows.</summary>
    public string All => add("held");

    public void Declare()
    {
        writer.Line($"Span<double> memory = stackalloc double[{numbers} * RowsOfLosses];");
        writer.Line("ref double parts = ref MemoryMarshal.GetReference(memory);");
        writer.Line("int held = 0;");
    }

    /// <summary>Goes on to the next row.</summary>
    public void Advance()
    {
        using (writer.Block("if (++held == RowsOfLosses)"))
        {
            writer.Line($"loss = {add("held")};");
            writer.Line("held = 0;");
        }
    }
}
