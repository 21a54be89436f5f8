using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary><c>Sample(x, uniform)</c> and <c>GumbelMax(x, uniforms)</c>, with or without a temperature, their rows and columns: a kernel that takes N as an argument, so that there is one for all hosts.</summary>
internal sealed class DrawMember : MemberEmitter
{
    private readonly string kernel, summary;
    private readonly KernelColumnsPass? columns;

    private DrawMember(MemberContext context, string kernel, string summary)
        : base(context)
    {
        this.kernel = kernel;
        this.summary = summary;
        if (Member.HasColumns)
        {
            (string before, string uniform) = IsByGumbel ? ($"ref {Element} g", $"ref Unsafe.Add(ref vectorTile, row * {Length})") : ($"ref {Element} uniform", "Unsafe.Add(ref uniform, first + row)");
            columns = new(context, kernel, $"double temperature, {before}, ", $"Unsafe.Add(ref destination, first + row) = {kernel}(ref Unsafe.Add(ref tile, row * {Length}), temperature, {uniform}, {Length})");
        }
    }

    public override string Documentation => DocText.Of(
        Context,
        $"{(Member.IsBatch ? "A draw for each row" : "A draw")} {summary}",
        remarks: $"The same index on every processor and framework, whatever the accuracy. A masked element is never drawn. -1 where there is no distribution: NaN or +infinity {(Member.IsBatch ? "in a row, or only -infinity" : "anywhere, or -infinity everywhere")}.",
        returns: Member.IsBatch ? null : "The index that is drawn, or -1.");

    public override IEnumerable<Pass> Passes => columns is null ? [] : [columns];

    private bool IsByGumbel => Member.Inputs.Count() > 1;

    public static DrawMember ByInverse(MemberContext context) =>
        new(context, context.KernelOfDraws("DrawByInverse", isExact: true), $"from softmax(x{Divisor(context)}) by inverse CDF: the first element with which the sum of the probabilities is more than the uniform number.");

    public static DrawMember ByGumbel(MemberContext context) =>
        new(context, context.KernelOfDraws("DrawByGumbel", isExact: true), $"from softmax(x{Divisor(context)}) by Gumbel-max: the first element whose x_i{Divisor(context)} - log(-log u_i) is the largest.");

    protected override void WriteBody()
    {
        string temperature = Member.Has(ParameterKind.Temperature) ? "temperature" : "1";
        if (columns is not null)
        {
            string uniforms = IsByGumbel ? Weights : "ref Unsafe.Add(ref MemoryMarshal.GetReference(uniforms), matrix * columns)";
            DispatchRows(columns, $"{Source}, {temperature}, {uniforms}, {Target}, {Count}");
            return;
        }

        if (!Member.HasRows)
        {
            Writer.Line($"return {kernel}(ref source, {temperature}, {(IsByGumbel ? "ref weights" : "uniform")}, {Length});");
            return;
        }

        string uniform = IsByGumbel ? $"ref Unsafe.Add(ref weights, row * {Length})" : "uniforms[row]";
        Writer.Lines($"for (int row = 0; row < rows; row++)\n    Unsafe.Add(ref target, row) = {kernel}(ref Unsafe.Add(ref source, row * {Length}), {temperature}, {uniform}, {Length});");
    }

    private static string Divisor(MemberContext context) => context.Member.Has(ParameterKind.Temperature) ? " / T" : "";
}
