using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>All rows -p_i p_j with p_i (1 - p_i) on the diagonal, from probabilities at any place apart from the rows or in one of them.</summary>
internal sealed class JacobianPass(MemberContext context)
    : Pass(context, "Jacobian", new ElementPrecision(context.Element, context.Element, AccuracyMode.Default))
{
    public override string Parameters => $"ref {Element} p, int home, ref {Element} destination";

    // So few elements fit registers, each by itself.
    private const int MostUnrolled = 4;

    protected override void WriteBody(RowCode row, string self)
    {
        if (Length <= MostUnrolled)
            WriteRows(row);
        else
            WriteLoop(row);
    }

    private void WriteRows(RowCode row)
    {
        Writer.Line("// All of p is read before a row is written: p itself may stand in one.");
        row.LoadEarly("p");
        for (int line = 0; line < Length; line++)
            Writer.Line($"{Element} own{line} = Unsafe.Add(ref p, {line});");
        for (int line = 0; line < Length; line++)
        {
            using (Writer.Block())
            {
                Writer.Line($"ref {Element} row = ref Unsafe.Add(ref destination, {line * Length});");
                WriteRow(row, $"own{line}", RowCode.Number(line));
            }
        }
    }

    private void WriteLoop(RowCode row)
    {
        Writer.Line("// The row that p itself may stand in, its home, is written last.");
        row.LoadEarly("p");
        using (Writer.Block($"for (int n = 1; n <= {Length}; n++)"))
        {
            Writer.Line($"int line = home + n < {Length} ? home + n : home + n - {Length};");
            Writer.Line($"{Element} own = Unsafe.Add(ref p, line);");
            Writer.Line($"ref {Element} row = ref Unsafe.Add(ref destination, line * {Length});");
            WriteRow(row, "own", "line");
        }
    }

    private void WriteRow(RowCode row, string own, string line)
    {
        Writer.Line($"{row.Vector} minus = {row.Factory}.Create(-{own});");
        row.ForEach(term => row.Store($"{row.Value(term, "p")} * minus", "row", term.Offset()));
        Writer.Line($"Unsafe.Add(ref row, {line}) = {own} * ({Precision.Literal("1")} - {own});");
    }
}
