using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>Sample(x, uniform)</c> and <c>GumbelMax(x, uniforms)</c>, with or without a temperature, and their rows: a kernel that takes N as an argument, so that there is one for all hosts.</summary>
internal sealed class DrawMember : MemberEmitter
{
    private readonly string kernel, summary;

    private DrawMember(MemberContext context, string kernel, string summary)
        : base(context)
    {
        this.kernel = kernel;
        this.summary = summary;
    }

    public override string Documentation => DocText.Of(
        Member,
        Length,
        $"{(Member.HasRows ? "A draw for each row" : "A draw")} {summary}",
        remarks: $"The same index on every processor and framework, whatever the accuracy. A masked element is never drawn. -1 where there is no distribution: NaN or +infinity {(Member.HasRows ? "in a row, or only -infinity" : "anywhere, or -infinity everywhere")}.",
        returns: Member.HasRows ? null : "The index that is drawn, or -1.");

    public override IEnumerable<Pass> Passes => [];

    public static DrawMember ByInverse(MemberContext context) =>
        new(context, "DrawByInverse", $"from softmax(x{Divisor(context)}) by inverse CDF: the first element with which the sum of the probabilities is more than the uniform number.");

    public static DrawMember ByGumbel(MemberContext context) =>
        new(context, "DrawByGumbel", $"from softmax(x{Divisor(context)}) by Gumbel-max: the first element whose x_i{Divisor(context)} - log(-log u_i) is the largest.");

    protected override void WriteBody()
    {
        string temperature = Member.Has(ParameterKind.Temperature) ? "temperature" : "1";
        bool isByGumbel = Member.Inputs.Count() > 1;
        if (!Member.HasRows)
        {
            Writer.Line($"return {kernel}(ref source, {temperature}, {(isByGumbel ? "ref weights" : "uniform")}, {Length});");
            return;
        }

        string uniform = isByGumbel ? $"ref Unsafe.Add(ref weights, row * {Length})" : "uniforms[row]";
        Writer.Lines($"for (int row = 0; row < rows; row++)\n    Unsafe.Add(ref target, row) = {kernel}(ref Unsafe.Add(ref source, row * {Length}), {temperature}, {uniform}, {Length});");
    }

    private static string Divisor(MemberContext context) => context.Member.Has(ParameterKind.Temperature) ? " / T" : "";
}
