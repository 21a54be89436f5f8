using SoftmaxGen.Members;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Writes the documentation of a member and, for frameworks with vectors, the code behind it.</summary>
internal abstract class MemberEmitter(MemberContext context)
{
    public MemberContext Context => context;

    protected MemberDescription Member => context.Member;

    protected SourceWriter Writer => context.Writer;

    protected string Element => context.Element;

    protected RowLength Length => context.Length;

    /// <summary>The XML documentation, without the slashes.</summary>
    public abstract string Documentation { get; }

    /// <summary>The passes over a row that the code calls.</summary>
    public abstract IEnumerable<Pass> Passes { get; }

    /// <summary>Writes the method into the class behind the host: checks, then the pass for the widest vectors of the machine. It is inlined into its caller.</summary>
    public virtual void Write()
    {
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (Writer.Block($"internal static {Member.Returns(Element)} {context.Signature(qualified: false)}"))
        {
            ArgumentChecks.Parameters(Writer, Member, Element, Length, hasVectors: true);
            ArgumentChecks.References(Writer, Member, Element, Length);
            WriteBody();
        }
    }

    /// <summary>Writes what comes after the checks: <c>source</c> is the first element of the first input, <c>target</c> that of the destination.</summary>
    protected abstract void WriteBody();

    /// <summary>What a pass over rows starts at in the first input; of columns, in one matrix.</summary>
    protected string Source => Member.HasColumns ? "ref Unsafe.Add(ref source, first)" : "ref source";

    /// <summary>What it starts at in the second input.</summary>
    protected string Weights => Member.HasColumns ? "ref Unsafe.Add(ref weights, first)" : "ref weights";

    /// <summary>What it starts at in the labels.</summary>
    protected string Labels => Member.HasColumns ? "ref Unsafe.Add(ref MemoryMarshal.GetReference(labels), matrix * columns)" : "ref MemoryMarshal.GetReference(labels)";

    /// <summary>What it starts at in the destination.</summary>
    protected string Target
    {
        get
        {
            string target = ArgumentChecks.ReferenceToResult(Member);
            return !Member.HasColumns ? $"ref {target}" : $"ref Unsafe.Add(ref {target}, {OffsetOfResult})";
        }
    }

    /// <summary>Where the results of a matrix start.</summary>
    protected string OffsetOfResult => Member.Result switch
    {
        ResultShape.Numbers or ResultShape.Indices => "matrix * columns",
        ResultShape.Top => "matrix * columns * k",
        _ => "first",
    };

    /// <summary>How many rows it goes over.</summary>
    protected string Count => Member.HasColumns ? "columns" : "rows";

    /// <summary>The pass that a member for rows or columns calls, where there is one over rows.</summary>
    protected Pass OverRows(Pass rows) => Member.HasColumns ? new ColumnsPass(context, rows) : rows;

    /// <summary>Calls such a pass, for each matrix where it is one over columns.</summary>
    protected void DispatchRows(Pass pass, string arguments, string returns = "")
    {
        using (Member.HasColumns ? Writer.Block("for (int matrix = 0; matrix < matrices; matrix++)") : default)
        {
            if (Member.HasColumns)
                Writer.Line($"int first = matrix * columns * {Length};");
            Dispatch(pass, arguments, returns);
        }
    }

    /// <summary>Calls the pass for the widest vectors that the machine has.</summary>
    protected void Dispatch(Pass pass, string arguments, string returns = "")
    {
        if (Length.IsArgument)
        {
            Writer.Line($"{returns}{pass.Name}({arguments}{Length.Argument});");
            return;
        }

        bool first = true;
        foreach (int width in pass.Widths)
        {
            string guard = width > 128 ? $"{(first ? "" : "else ")}if (HasVector{width})" : first ? "" : "else";
            first = false;
            string call = $"{returns}{pass.MethodAt(width)}({arguments});";
            Writer.Lines(guard.Length == 0 ? call : $"{guard}\n    {call}");
        }
    }
}
