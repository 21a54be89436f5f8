namespace SoftmaxGen.Emission;

/// <summary>
/// Memory on the stack for a number of items that is known at run time only. The runtime clears memory of a constant size with the widest stores, and memory of any other size
/// 16 bytes at a time, which takes as long as the softmax of it: there is one size for each power of two.
/// </summary>
internal static class StackMemory
{
    // Below it, twice the memory costs less than one more size.
    private const int Least = 64;

    /// <summary>Declares <paramref name="name"/>, with room for <paramref name="count"/> items, which is an expression of a number up to <paramref name="most"/>.</summary>
    /// <param name="writer">Writes the method.</param>
    /// <param name="element">The type of a number.</param>
    /// <param name="name">The variable for the memory.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="most">The largest number of items, a power of two.</param>
    /// <param name="perItem">How many numbers an item has.</param>
    /// <param name="more">How many numbers there are besides.</param>
    /// <param name="beyond">The memory for more items than the largest number, if there can be.</param>
    public static void Declare(SourceWriter writer, string element, string name, string count, int most, int perItem = 1, int more = 0, string? beyond = null)
    {
        writer.Line("// The runtime clears memory of a constant size faster than of any other.");
        writer.Line($"Span<{element}> {name} = {count} <= {RowCode.Number(Least)} ? {Of(Least)}");
        for (int items = 2 * Least; items < most || (items == most && beyond is not null); items *= 2)
            writer.Line($"    : {count} <= {RowCode.Number(items)} ? {Of(items)}");
        writer.Line($"    : {beyond ?? Of(most)};");

        string Of(int items) => $"stackalloc {element}[{RowCode.Number((items * perItem) + more)}]";
    }
}
