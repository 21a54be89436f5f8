using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>A member that returns a number for one row, from a pass that computes it in double precision: it takes the inputs of the member and what else it has, and for a label the element there.</summary>
/// <param name="context">What it is emitted for.</param>
/// <param name="pass">The pass that is called.</param>
/// <param name="summary">What it computes.</param>
/// <param name="returns">What it returns.</param>
/// <param name="remarks">What becomes of special values, if there is more to say of them.</param>
/// <param name="before">The passes that this one calls.</param>
internal class NumberMember(MemberContext context, Pass pass, string summary, string? returns = null, string? remarks = null, IEnumerable<Pass>? before = null) : MemberEmitter(context)
{
    /// <summary>The pass that is called.</summary>
    public Pass Pass => pass;

    public sealed override IEnumerable<Pass> Passes => before is null ? [pass] : [.. before, pass];

    public override string Documentation => DocText.Of(Context, summary, remarks, returns);

    /// <summary>What a call of the pass passes on.</summary>
    /// <param name="row">A reference to the first element of the row.</param>
    /// <param name="vector">A reference to the first element of what stands beside it, where the member has such a thing.</param>
    /// <param name="label">The label, where the member has one.</param>
    public virtual string Arguments(string row, string vector, string label) => string.Join(", ", Member.Parameters.Select(parameter => parameter.Kind switch
    {
        ParameterKind.Row => "ref " + (parameter == Member.Inputs.First() ? row : vector),
        ParameterKind.Label => $"Unsafe.Add(ref {row}, {label})",
        _ => parameter.Name,
    }));

    /// <summary>What becomes of <c>result</c>, which the pass has returned.</summary>
    public virtual string Converted(string row) => $"{(Element == "float" ? "(float)" : "")}result";

    protected override void WriteBody()
    {
        Writer.Line("double result;");
        Dispatch(Pass, Arguments("source", "weights", "label"), "result = ");
        Writer.Line($"return {Converted("source")};");
    }
}
