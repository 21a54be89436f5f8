using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>One entry of the table of contents: some public methods and the code behind them, for one element type.</summary>
internal abstract class Member(MemberContext context)
{
    protected MemberContext Context => context;

    protected SourceWriter Writer => context.Writer;

    protected string Element => context.Element;

    protected int Length => context.Length;

    /// <summary>The public methods.</summary>
    public abstract IEnumerable<Method> Methods { get; }

    /// <summary>The passes over a row that the methods call.</summary>
    public abstract IEnumerable<Pass> Passes { get; }

    /// <summary>Writes the methods into the class behind the host: checks, then the pass for the widest vectors of the machine.</summary>
    public abstract void Write();

    protected Parameter In(string name) => new($"ReadOnlySpan<{Element}>", name);

    protected Parameter Destination => new($"Span<{Element}>", "destination");

    /// <summary>Opens a method that is inlined into its caller: checks and dispatch.</summary>
    protected SourceWriter.Scope Entry(Method method)
    {
        Writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        return Writer.Block($"internal static {method.Returns} {method.Signature(qualified: false)}");
    }

    /// <summary>Calls the pass for the widest vectors that the machine has.</summary>
    protected void Dispatch(Pass pass, string arguments, string returns = "")
    {
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

/// <summary>What a member is emitted for.</summary>
/// <param name="Target">The host and its options.</param>
/// <param name="Element">The element type.</param>
/// <param name="Writer">Where the text goes.</param>
internal sealed record MemberContext(SoftmaxTarget Target, string Element, SourceWriter Writer)
{
    public int Length => Target.Length;

    /// <summary>The arithmetic of the members that return a row.</summary>
    public Arithmetic Arithmetic => Arithmetic.For(Element, Target.Accuracy);

    /// <summary>For logarithms of sums, which may be as small as the rounding errors that Fast leaves out of a sum.</summary>
    public Arithmetic ArithmeticOfLogarithms =>
        Target.Accuracy == AccuracyMode.Precise ? Arithmetic.For(Element, AccuracyMode.Precise)
        : new(Element, Length <= MostInDouble ? "double" : Element, AccuracyMode.Default);

    // So few floats are computed in double precision as fast, which then needs no care for what is rounded.
    private const int MostInDouble = 16;

    public bool Has(MethodSet method) => (Target.Methods & method) != 0;
}
