using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The softmax of several rows at once, each with the bits that it has alone: how a loop over batches of them is written.</summary>
/// <param name="row">The row and the vector width.</param>
/// <param name="single">The method for one row.</param>
internal abstract class RowBatch(RowCode row, string single)
{
    protected RowCode Row => row;

    protected string Single => single;

    protected SourceWriter Writer => row.Writer;

    protected RowLength Length => row.Plan.Row.Text;

    /// <summary>What stands behind the names of the methods that a loop calls: those for other lengths may be in the same class.</summary>
    protected string Suffix => $"{row.Plan.Width}{(Length.IsArgument ? AnyLengthPass.From : "")}";

    /// <summary>The number of rows of a batch.</summary>
    protected abstract int Rows { get; }

    /// <summary>The batch for such rows at such a width, if there is one.</summary>
    public static RowBatch? Of(RowCode row, string single)
    {
        if (IsPair(row.Plan.Row))
            return new PairBatch(row, single);
        TilePlan tile = new(row.Plan.Row, row.Plan.Width);
        if (TilePlan.Pays(row.Plan.Row) && tile.PaysHere)
            return new TileBatch(row, tile, single);
        return GroupBatch.Pays(row) ? new GroupBatch(row, single)
            : LongRowBatch.Pays(row) ? new LongRowBatch(row, single)
            : null;
    }

    /// <summary>Whether batches are made where lengths are such.</summary>
    /// <param name="context">What rows are computed for.</param>
    /// <param name="isSoftmax">Whether the softmax of rows is.</param>
    public static bool IsMade(MemberContext context, bool isSoftmax) =>
        // Precise terms are recomputed or paired; their cost is not in the reductions that a batch saves.
        isSoftmax && context.Target.Accuracy != AccuracyMode.Precise;

    /// <summary>Whether batches are made at every width, whatever the length of a row.</summary>
    public static bool UsesAnyWidth(RowPlan row) => IsPair(row) || TilePlan.Pays(row);

    /// <summary>Writes the loop that takes batches off the front of <c>x</c> as long as there are rows for one.</summary>
    public abstract void WriteLoop();

    /// <summary>Writes the methods that the loop calls.</summary>
    public virtual void WriteParts()
    {
    }

    /// <summary>Goes on by a batch.</summary>
    protected void Advance() => Advance(Writer, Rows == 1 ? Length : Rows * Length);

    /// <summary>Goes on by so many elements.</summary>
    public static void Advance(SourceWriter writer, RowLength elements)
    {
        writer.Line($"x = ref Unsafe.Add(ref x, {elements});");
        writer.Line($"destination = ref Unsafe.Add(ref destination, {elements});");
    }

    protected string Loop => $"for (; rows >= {Rows}; rows -= {Rows})";

    /// <summary>Leaves the rows of a batch to the method for one row: the maximum of one of them is not a moderate number.</summary>
    protected void OneByOne() => Writer.Lines(
        $"for (int row = 0; row < {Rows}; row++)\n    {Single}(ref Unsafe.Add(ref x, row * {Length}), ref Unsafe.Add(ref destination, row * {Length}){Length.Argument});");

    private static bool IsPair(RowPlan row) => row is { Length: 2, ElementSize: 4 };
}
