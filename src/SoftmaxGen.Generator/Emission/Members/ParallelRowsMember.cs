namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like with <c>ParallelOptions</c>: the blocks of rows are given to the method without.</summary>
internal sealed class ParallelRowsMember(MemberContext context, RowsMember rows) : Member(context)
{
    private const string Options = "parallelOptions";

    private readonly Method single = rows.Methods.Single();

    private bool IsLabelled => single.Parameters.Any(parameter => parameter.Name == "labels");

    public override IEnumerable<Method> Methods =>
    [
        new("void", single.Name, [.. single.Parameters.Select(InMemory), new Parameter("ParallelOptions", Options)],
            single.Documentation.Replace("</summary>", " The rows are shared out among threads; the bits do not depend on how.</summary>")
                .Replace("\n<remarks>", $"\n<param name=\"{Options}\">How many threads at most, and a token that ends the work between two blocks of rows. Small batches stay on the thread of the caller.</param>\n<remarks>")
            + $"\n<exception cref=\"T:System.ArgumentNullException\"><paramref name=\"{Options}\"/> is null.</exception>"
            + "\n<exception cref=\"T:System.OperationCanceledException\">The work was cancelled; some rows of <paramref name=\"destination\"/> may have been written.</exception>"),
    ];

    public override IEnumerable<Pass> Passes => [];

    public override void Write()
    {
        Method method = Methods.Single();
        (string given, string passed) = IsLabelled ? ("rows, labels, result", "rows, labels, result") : ("rows, _, result", "rows, result");
        string arguments = string.Join(", ", method.Parameters.Take(method.Parameters.Count - 1).Select(parameter => parameter.Name));
        Writer.Lines($"""
            internal static void {method.Signature(qualified: true)} =>
                ParallelRows<{Element}>.Run({arguments}, {Length}, {Options}, static ({given}) => {method.Name}({passed}));
            """.Replace("\r\n", "\n"));
    }

    private static Parameter InMemory(Parameter parameter) => parameter with { Type = parameter.Type.Replace("Span<", "Memory<") };
}
