using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>A member, called with rows of logits or probabilities: what all members must do alike is tested for all of them, by their descriptions.</summary>
internal sealed record Member<T>(MemberDescription Description)
    where T : unmanaged, System.Numerics.INumber<T>
{
    private static readonly T Temperature = T.CreateChecked(0.75);
    private static readonly int[] Labels = new int[AllMembers.Rows];

    public string Name => Description.Name
        + (Description.Has(ParameterKind.Temperature) ? " with temperature" : "")
        + (Description.Has(ParameterKind.LabelSmoothing) ? " with label smoothing" : "")
        + (Vector is "target" or "targets" ? $" with {Vector}" : "");

    /// <summary>The name of its first parameter.</summary>
    public string Input => Description.Inputs.First().Name;

    /// <summary>The name of its second input of N elements, if it has one.</summary>
    public string? Vector => Description.Inputs.ElementAtOrDefault(1)?.Name;

    /// <summary>Whether the result may take the place of the first input.</summary>
    public bool IsInputReplaceable => !Description.Inputs.First().IsApart;

    /// <summary>Whether the result may take the place of the second input.</summary>
    public bool IsVectorReplaceable => Vector != null && !Description.Inputs.Last().IsApart;

    /// <summary>The number of rows that the tests give it.</summary>
    public int Rows => Description.HasRows ? AllMembers.Rows : 1;

    public bool IsMatrix => Description.Result == ResultShape.Matrix;

    public bool HasDestination => Description.Has(ParameterKind.Destination);

    public int InputLength(int n) => n * Rows;

    /// <summary>The length of the second input, where there is one; of a member for rows it has as many.</summary>
    public int VectorLength(int n) => Vector != null ? InputLength(n) : n;

    public int ResultLength(int n) => Description.Result switch
    {
        ResultShape.Number => 1,
        ResultShape.Matrix => n * n,
        ResultShape.Numbers => Rows,
        _ => n * Rows,
    };

    public bool IsOn(EmittedHost<T> host) =>
        (!IsMatrix || host.HasJacobian) && ((Description.Flags & ~(MethodSet.Default | MethodSet.Entropy | MethodSet.ReductionRows | MethodSet.LossAndGradient)) == 0 || EmittedCode.HasAllMembers(host.Length));

    /// <summary>Calls it; temperatures and labels are fixed. A number is stored in the destination.</summary>
    public void Invoke(EmittedHost<T> host, ReadOnlySpan<T> x, ReadOnlySpan<T> vector, Span<T> destination) =>
        Invoke(host.Invocation(Description), x, vector, destination);

    /// <summary>Calls it in another way.</summary>
    public void Invoke(Invocation<T> invocation, ReadOnlySpan<T> x, ReadOnlySpan<T> vector, Span<T> destination) =>
        invocation(x, vector, Temperature, 0, Labels, destination);

    public override string ToString() => Name;
}

internal static class AllMembers
{
    /// <summary>One group of eight rows, which are handled together, and a remainder.</summary>
    public const int Rows = 11;

    // Those with threads, those for columns and those that take uniform numbers or store indices have tests of their own.
    public static IEnumerable<Member<T>> All<T>()
        where T : unmanaged, System.Numerics.INumber<T> => MemberTable.All.Where(member => !member.IsParallel && !member.HasColumns && (member.Flags & (MethodSet.Predictions | MethodSet.Sampling)) == 0).Select(member => new Member<T>(member));

    /// <summary>Those that write to a destination.</summary>
    public static IEnumerable<Member<T>> WithDestination<T>()
        where T : unmanaged, System.Numerics.INumber<T> => All<T>().Where(member => member.HasDestination);
}
