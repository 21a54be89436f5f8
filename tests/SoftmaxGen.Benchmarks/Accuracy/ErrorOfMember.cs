using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Accuracy;

/// <summary>One line of the file of errors.</summary>
/// <param name="Member">The member.</param>
/// <param name="Type">The element type.</param>
/// <param name="Implementation">Whose result it is.</param>
/// <param name="Inputs">The kind of rows.</param>
/// <param name="Length">The length of a row.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="MaxUlp">The largest error in units in the last place of the exact value; infinite where a result is not finite.</param>
internal sealed record ErrorOfMember(Member Member, string Type, string Implementation, string Inputs, int Length, int Rows, double MaxUlp);
