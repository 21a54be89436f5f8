using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like with <c>ParallelOptions</c>: the blocks of rows are given to the method without.</summary>
internal sealed class ParallelRowsMember(MemberContext context) : MemberEmitter(context)
{
    private string Options => Member.Parameters[^1].Name;

    public override string Documentation =>
        new RowsMember(Context with { Element = ElementName.OfNumbers(Element) }).Documentation.Replace("</summary>", " The rows are shared out among threads; the bits do not depend on how.</summary>")
            .Replace("\n<remarks>", $"\n<param name=\"{Options}\">How many threads at most, and a token that ends the work between two blocks of rows. Small batches stay on the thread of the caller.</param>\n<remarks>")
        + $"\n<exception cref=\"T:System.ArgumentNullException\"><paramref name=\"{Options}\"/> is null.</exception>"
        + "\n<exception cref=\"T:System.OperationCanceledException\">The work was cancelled; some rows of <paramref name=\"destination\"/> may have been written.</exception>";

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
