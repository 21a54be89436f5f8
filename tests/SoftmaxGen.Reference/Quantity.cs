namespace SoftmaxGen.Reference;

/// <summary>Results that one bound is stated for. Which there are stands with their bounds, in <see cref="Bounds"/>.</summary>
/// <param name="Name">What they are, as docs/guarantees.md says it.</param>
/// <param name="Unit">What their errors are measured in.</param>
public sealed partial record Quantity(string Name, string Unit)
{
    private const string Ulp = "ulp";
    private const string UlpOfProbability = "ulp of p_i";

    public override string ToString() => Name;
}
