namespace SoftmaxGen.Emission;

/// <summary><c>LogSumExp(x)</c>.</summary>
internal sealed class LogSumExpMember(MemberContext context) : LogOfSumMember(
    context,
    "log sum_k exp(x_k), computed as max + log(1 + sum of the other terms).",
    returns: "The natural logarithm of the sum; -infinity if all elements are -infinity; NaN if an element is NaN; otherwise, +infinity if an element is +infinity.")
{
    public override string Arguments(string row, string vector, string label) => $"ref {row}, 0.0";

    public override string Converted(string row) => $"double.IsNaN(result) ? ScanMax(ref {row}, {Length}) : {base.Converted(row)}";
}
