using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like: any number of contiguous rows, each as the method for one row treats it.</summary>
internal sealed class RowsMember(MemberContext context, Pass pass, string name, string summary, bool labelled = false, SeveralRowsPass? tile = null) : Member(context)
{
    public static RowsMember Softmax(MemberContext context) =>
        new(context, new SoftmaxPass(context), "SoftmaxRows", "The softmax of each row", tile: TileFor(context));

    public static RowsMember LogSoftmax(MemberContext context) =>
        new(context, new LogSoftmaxPass(context), "LogSoftmaxRows", "The logarithm of the softmax of each row");

    public static RowsMember CrossEntropyGradient(MemberContext context) =>
        new(context, new GradientPass(context), "CrossEntropyGradientRows", "The gradient of the cross-entropy of each row with respect to it: p - onehot(label)", labelled: true);

    // Precise terms are recomputed or paired; their cost is not in the reductions that a tile saves.
    private static SeveralRowsPass? TileFor(MemberContext context) =>
        context.Target.Accuracy == AccuracyMode.Precise ? null
        : PairRowsPass.Fits(context) ? new PairRowsPass(context)
        : TilePlan.Pays(context.Arithmetic.Plan(context.Length)) ? new TilePass(context)
        : null;

    public override IEnumerable<Method> Methods
    {
        get
        {
            string labels = labelled ? $"\n<param name=\"labels\">The index of the true class of each row, from 0 to {Length - 1}.</param>" : "";
            string errors = labelled
                ? $"\n<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"labels\"/> is not the number of rows.</exception>"
                    + $"\n<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"labels\"/> is not the index of a class.</exception>"
                : "";
            string documentation = $"""
                <summary>{summary}.</summary>
                <param name="x">Any number of contiguous rows of {Length} logits; none is allowed.</param>{labels}
                <param name="destination">Receives as many rows. It may start where <paramref name="x"/> does, or be apart from it.</param>
                <remarks>A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.</remarks>
                <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length}, <paramref name="destination"/> is shorter than <paramref name="x"/>, or the two overlap partly.</exception>{errors}
                """;
            Parameter[] parameters = labelled ? [In("x"), new("ReadOnlySpan<int>", "labels"), Destination] : [In("x"), Destination];
            yield return new Method("void", name, [.. parameters], documentation);
        }
    }

    public override IEnumerable<Pass> Passes => tile is null ? [pass] : [pass, tile];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Rows(Writer, Length, labelled);
            Checks.Destination(Writer, "x.Length");
            Checks.References(Writer, Element, "x.Length", "x.Length");
            Writer.Line("int row = 0;");
            if (tile is not null)
            {
                // Where a row fills the widest vector, a machine that has it takes rows one by one.
                using (tile.Widths.Contains(512) ? default : Writer.Block("if (!HasVector512)"))
                {
                    foreach (int width in tile.Widths)
                        WriteTiles(tile, width);
                }
            }

            using (Writer.Block("for (; row < rows; row++)"))
            {
                Dispatch(pass, $"ref source, {(labelled ? "labels[row], " : "")}ref target");
                Advance(1);
            }
        }
    }

    private void WriteTiles(SeveralRowsPass tile, int width)
    {
        int count = tile.RowsAt(width);
        string loop = $"for (; row <= rows - {count}; row += {count})";
        if (width == 128)
        {
            using (Writer.Block(loop))
                Tile();
            return;
        }

        using (Writer.Block($"if (HasVector{width})"))
        {
            using (Writer.Block(loop))
                Tile();
        }

        void Tile()
        {
            Writer.Line($"{tile.MethodAt(width)}(ref source, ref target);");
            Advance(count);
        }
    }

    private void Advance(int rows)
    {
        Writer.Line($"source = ref Unsafe.Add(ref source, {rows * Length});");
        Writer.Line($"target = ref Unsafe.Add(ref target, {rows * Length});");
    }
}
