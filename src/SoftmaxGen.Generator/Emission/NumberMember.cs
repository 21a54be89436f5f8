namespace SoftmaxGen.Emission;

/// <summary>A member that returns a number for one row, from a pass that computes it in double precision.</summary>
internal abstract class NumberMember(MemberContext context) : MemberEmitter(context)
{
    /// <summary>The pass that is called.</summary>
    public abstract Pass Pass { get; }

    /// <summary>What a call of the pass passes on.</summary>
    /// <param name="row">A reference to the first element of the row.</param>
    /// <param name="vector">A reference to the first element of what stands beside it, where the member has such a thing.</param>
    /// <param name="label">The label, where the member has one.</param>
    public virtual string Arguments(string row, string vector, string label) => $"ref {row}";

    /// <summary>What becomes of <c>result</c>, which the pass has returned.</summary>
    public virtual string Converted(string row) => $"{(Element == "float" ? "(float)" : "")}result";

    protected override void WriteBody()
    {
        Writer.Line("double result;");
        Dispatch(Pass, Arguments("source", "weights", "label"), "result = ");
        Writer.Line($"return {Converted("source")};");
    }
}
