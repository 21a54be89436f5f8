using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxColumns</c> and the like: the columns of a matrix, each as the method for one row treats it.</summary>
internal sealed class ColumnsMember : MemberEmitter
{
    private readonly Pass pass;

    public ColumnsMember(MemberContext context)
        : base(context)
    {
        RowsPass rows = new RowsMember(context with { Member = context.Member.Single!.ForRows("") }).Pass;
        bool hasLanes = ColumnLanesPass.Pays(context, rows);
        pass = hasLanes ? new ColumnLanesPass(context, rows) : new ColumnsPass(context, rows);
        Passes = hasLanes ? [rows.Single, pass] : [rows.Single, rows, pass];
    }

    public override string Documentation
    {
        get
        {
            string labels = IsLabelled ? $"\n<param name=\"labels\">The index of the true class of each column, matrix by matrix, from 0 to {Length - 1}.</param>" : "";
            string errors = IsLabelled
                ? "\n<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"labels\"/> is not the number of columns of all matrices.</exception>"
                    + "\n<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"labels\"/> is not the index of a class.</exception>"
                : "";
            return $"""
                <summary>{Member.RowsSummary}.</summary>
                <param name="x">A row-major matrix of {Length} rows of logits: element i of column c is x[i * columns + c]; or any number of such matrices, one after the other.</param>
                <param name="columns">The number of columns; 0 is allowed.</param>{labels}
                <param name="destination">Receives as many matrices of results. It may start where <paramref name="x"/> does, or be apart from it.</param>
                <remarks>A column has the bits that it would have as a row. One with NaN or +infinity in it, or -infinity only, gives a column of NaN.</remarks>
                <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length} times <paramref name="columns"/>, <paramref name="destination"/> is shorter than <paramref name="x"/>, or the two overlap partly.</exception>
                <exception cref="T:System.ArgumentOutOfRangeException"><paramref name="columns"/> is negative.</exception>{errors}
                """;
        }
    }

    public override IEnumerable<Pass> Passes { get; }

    private bool IsLabelled => Member.Has(ParameterKind.Labels);

    protected override void WriteBody()
    {
        using (Writer.Block("for (int matrix = 0; matrix < matrices; matrix++)"))
        {
            Writer.Line($"int first = matrix * columns * {Length};");
            string labels = IsLabelled ? "ref Unsafe.Add(ref MemoryMarshal.GetReference(labels), matrix * columns), " : "";
            Dispatch(pass, $"ref Unsafe.Add(ref source, first), columns, {labels}ref Unsafe.Add(ref target, first)");
        }
    }
}
