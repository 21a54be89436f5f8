using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A number for each of any number of contiguous rows. Rows are read before their number is stored, so that the numbers may take the place of the rows.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="single">The member that computes one of them.</param>
internal sealed class NumbersPass(MemberContext context, NumberMember single) : Pass(context, NameOf(context.Member), single.Pass.Precision)
{
    private readonly bool isLabelled = context.Member.Has(ParameterKind.Labels), isIgnoring = context.Member.Has(ParameterKind.IgnoreIndex);

    public override string Parameters => $"ref {Element} x, {string.Concat(Besides(Context.Member).Select(parameter => Declaration(parameter) + ", "))}ref {Element} destination, int rows";

    // Members of one name differ in their parameters.
    private static string NameOf(MemberDescription member) =>
        (member.Has(ParameterKind.Temperature) ? "Tempered" : "") + (member.Has(ParameterKind.LabelSmoothing) ? "Smoothed" : member.Inputs.Count() > 1 && member.Inputs.Last().IsApart ? "Target" : "") + member.Name.Replace("Columns", "Rows");

    private bool HasVector => Context.Member.Inputs.Count() > 1;

    /// <summary>What is passed on besides the first rows, the destination and the number of rows.</summary>
    public static IEnumerable<MemberParameter> Besides(MemberDescription member) =>
        member.Parameters.Where(parameter => parameter != member.Inputs.First() && parameter.Kind is not (ParameterKind.Destination or ParameterKind.RowLength or ParameterKind.ColumnCount));

    public override IEnumerable<int> Widths => single.Pass.Widths;

    protected override bool Counts(RowCode row) => true;

    public override bool IsComposed => true;

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
                Writer.Line($"double result = {single.Pass.MethodAt(row.Plan.Width)}({single.Arguments("x", "g", "label")}{Length.Argument});");
                Writer.Line($"destination = {single.Converted("x")};");
            }

            Writer.Line($"x = ref Unsafe.Add(ref x, {Length});");
            if (HasVector)
                Writer.Line($"g = ref Unsafe.Add(ref g, {Length});");
            Writer.Line("destination = ref Unsafe.Add(ref destination, 1);");
            if (isLabelled)
                Writer.Line("label = ref Unsafe.Add(ref label, 1);");
        }
    }

    private string Declaration(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Rows or ParameterKind.Columns => $"ref {Element} g",
        ParameterKind.Labels => "ref int label",
        _ => $"{parameter.Type(Element, Context.Target.Capabilities.Form, qualified: false)} {parameter.Name}",
    };
}
