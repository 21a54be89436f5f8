namespace SoftmaxGen.Emission;

/// <summary><c>LogSumExp(x)</c>.</summary>
internal sealed class LogSumExpMember(MemberContext context) : Member(context)
{
    private readonly LogOfSumPass pass = new(context);

    public override IEnumerable<Method> Methods =>
    [
        new(Element, "LogSumExp", [In("x")],
            $"""
            <summary>log sum_k exp(x_k), computed as max + log(1 + sum of the other terms).</summary>
            <param name="x">{Docs.Row("logits", Length)}</param>
            <returns>The natural logarithm of the sum; -infinity where all elements are, NaN where one is, else +infinity where one is.</returns>
            <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not {Length}.</exception>
            """),
    ];

    public override IEnumerable<Pass> Passes => [pass];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Length(Writer, "x", Length);
            Checks.Reference(Writer, Element, "source", "x");
            Writer.Line("double log, largest;");
            Dispatch(pass, "ref source, out largest", "log = ");
            string finest = Element == "float" ? "(float)(largest + log)" : $"NearZero(largest + log, ref source, {Length}, largest)";
            Writer.Line($"return double.IsFinite(largest) ? {finest} : {(Element == "float" ? "(float)" : "")}largest;");
        }
    }
}
