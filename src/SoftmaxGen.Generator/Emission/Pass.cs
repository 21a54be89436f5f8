using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>A computation over one row, written once and emitted as a method for each vector width.</summary>
internal abstract class Pass(MemberContext context, string name, ElementPrecision precision)
{
    // Tier 0 would take a microsecond and tier 1 come late; these methods gain nothing from a profile.
    // .NET 10 inlines such a method into a caller with a profile all the same, and then has no budget left for what it calls.

    /// <summary>The attribute of what runs over a whole row.</summary>
    public const string Attribute = "[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]";

    /// <summary>The stem of the methods' names; one pass of a name serves all members that ask for it.</summary>
    public string Name => name;

    /// <summary>What tells the methods of one pass from those of another.</summary>
    public string Signature => $"{name}({Parameters}{Length.Parameter})";

    /// <summary>How the row is cut.</summary>
    public RowPlan Plan { get; } = precision.Plan(context.Length);

    public MemberContext Context => context;

    protected SourceWriter Writer => context.Writer;

    protected string Element => context.Element;

    protected RowLength Length => context.Length;

    public ElementPrecision Precision => precision;

    /// <summary>The parameters and what is returned.</summary>
    public abstract string Parameters { get; }

    public virtual string Returns => "void";

    /// <summary>The names of parameters.</summary>
    protected static IEnumerable<string> ParameterNames(string parameters) =>
        parameters.Split([", "], StringSplitOptions.None).Select(static parameter => parameter.Substring(parameter.LastIndexOf(' ') + 1));

    /// <summary>Whether it does what depends on N by calls: one over any number of rows, or one that is made of others.</summary>
    public virtual bool IsComposed => false;

    /// <summary>Whether the body names the parts of a row of any length.</summary>
    protected virtual bool DeclaresCut => !IsComposed;

    /// <summary>The vector widths that there is a method for, widest first.</summary>
    public virtual IEnumerable<int> Widths => IsOfAnyWidth ? OneWidth : Plan.Widths;

    /// <summary>Whether its text does not depend on the width of vectors, so that one method does for all.</summary>
    public virtual bool IsOfAnyWidth => false;

    private static readonly int[] OneWidth = [128];

    /// <summary>The name of the method for one vector width.</summary>
    public string MethodAt(int width) => Length.IsArgument || IsOfAnyWidth ? name : $"{name}Vector{width}";

    /// <summary>The name of the method that goes with a width: of the widest vectors that there is one for, and no wider.</summary>
    public string AtMost(int width) => MethodAt(Widths.First(own => own <= width));

    /// <summary>Writes the methods for all widths.</summary>
    public void Write()
    {
        foreach (int width in Widths)
        {
            Writer.Line();
            Write(width, MethodAt(width));
        }
    }

    /// <summary>Writes the method for one width.</summary>
    public void Write(int width, string method)
    {
        Writer.Line(Attribute);
        RowCode row = new(Writer, Plan.At(width), precision);
        using (Writer.Block($"internal static {Returns} {method}({Parameters}{Length.Parameter})"))
        {
            // Where the user's project checks for overflow, the counters of loops need not.
            using (Counts(row) || Length.IsAny ? Writer.Block("unchecked") : default)
            {
                if (DeclaresCut)
                    row.DeclareCut();
                WriteBody(row, method);
            }
        }

        WriteParts(row);
    }

    /// <summary>Whether the body counts anything.</summary>
    protected virtual bool Counts(RowCode row) => row.HasLoops;

    /// <summary>Writes the body for one width.</summary>
    /// <param name="row">The passes at that width.</param>
    /// <param name="self">The name of the method, for the rare row that is prepared and given to it again.</param>
    protected abstract void WriteBody(RowCode row, string self);

    /// <summary>Writes the methods that the body for one width shares its work with.</summary>
    protected virtual void WriteParts(RowCode row)
    {
    }
}
