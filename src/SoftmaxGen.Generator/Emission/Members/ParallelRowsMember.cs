using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like with <c>ParallelOptions</c>: the blocks of rows are given to the method without.</summary>
internal sealed class ParallelRowsMember(MemberContext context) : MemberEmitter(context)
{
    private string Options => Member.Parameters[^1].Name;

    public override string Documentation => new RowsMember(Context with { Element = ElementName.OfNumbers(Element) }).Documentation;

    public override IEnumerable<Pass> Passes => [];

    public override void Write()
    {
        (string given, string passed) = Member.Has(ParameterKind.Labels) ? ("rows, labels, result", "rows, labels, result") : ("rows, _, result", "rows, result");
        if (Length.IsAny)
            passed = passed.Replace("rows", "rows, " + Length);
        string arguments = string.Join(", ", Member.Parameters.Where(parameter => parameter.IsSequence).Select(parameter => parameter.Name));
        Writer.Lines($"""
            internal static void {Context.Signature(qualified: true)} =>
                ParallelRows<{ElementName.Qualified(Element)}>.Run({arguments}, {Length}, {Options}, {(Length.IsAny ? "" : "static ")}({given}) => {Member.Name}({passed}));
            """.Replace("\r\n", "\n"));
    }

    protected override void WriteBody() => throw new NotSupportedException();
}
