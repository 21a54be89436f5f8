using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A number for each of any number of contiguous rows. Rows are read before their number is stored, so that the numbers may take the place of the rows.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The member that computes one of them.</param>
internal sealed class NumbersPass(MemberContext context, NumberMember single) : Pass(context, context.Member.Name, single.Pass.Precision)
{
    private readonly bool isLabelled = context.Member.Has(ParameterKind.Labels), isIgnoring = context.Member.Has(ParameterKind.IgnoreIndex);

    public override string Parameters =>
        $"ref {Element} x, {(isLabelled ? "ref int label, " : "")}{(isIgnoring ? "int ignoreIndex, " : "")}ref {Element} destination, int rows";

    public override IEnumerable<int> Widths => single.Pass.Widths;

    protected override bool Counts(RowCode row) => true;

    public override bool IsOverRows => true;

    protected override void WriteBody(RowCode row, string self)
    {
        using (Writer.Block("for (; rows > 0; rows--)"))
        {
            using (isIgnoring ? Writer.Block("if (label == ignoreIndex)") : default)
            {
                if (isIgnoring)
                    Writer.Line($"destination = {(Element == "float" ? "0f" : "0.0")};");
            }

            using (isIgnoring ? Writer.Block("else") : default)
            {
                Writer.Line($"double result = {single.Pass.MethodAt(row.Plan.Width)}({single.Arguments("x", "label")}{Length.Argument});");
                Writer.Line($"destination = {single.Converted("x")};");
            }

            Writer.Line($"x = ref Unsafe.Add(ref x, {Length});");
            Writer.Line("destination = ref Unsafe.Add(ref destination, 1);");
            if (isLabelled)
                Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }
    }
}
