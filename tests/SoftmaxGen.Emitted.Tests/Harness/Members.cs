namespace SoftmaxGen.Emitted.Tests.Harness;

internal delegate void Invocation<T>(EmittedHost<T> host, ReadOnlySpan<T> x, ReadOnlySpan<T> vector, Span<T> destination)
    where T : unmanaged;

/// <summary>A member that writes to a destination, as far as its memory goes: what all such members must do alike is tested for all of them.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Input">The name of its first parameter.</param>
/// <param name="Vector">The name of its second input of N elements, if it has one.</param>
/// <param name="Rows">The number of rows that the tests give it.</param>
/// <param name="IsMatrix">Whether the result has N * N elements.</param>
/// <param name="Invoke">Calls it; temperatures and labels are fixed.</param>
internal sealed record Member<T>(string Name, string Input, string? Vector, int Rows, bool IsMatrix, Invocation<T> Invoke)
    where T : unmanaged
{
    public int InputLength(int n) => n * Rows;

    public int ResultLength(int n) => IsMatrix ? n * n : n * Rows;

    public bool IsOn(EmittedHost<T> host) => !IsMatrix || host.HasJacobian;

    public override string ToString() => Name;
}

internal static class Members
{
    /// <summary>One group of eight rows, which are handled together, and a remainder.</summary>
    public const int Rows = 11;

    private static readonly int[] Labels = new int[Rows];

    public static IEnumerable<Member<T>> All<T>()
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T temperature = T.CreateChecked(0.75);
        yield return new("Softmax", "x", null, 1, false, (host, x, _, destination) => host.Softmax(x, destination));
        yield return new("Softmax with temperature", "x", null, 1, false, (host, x, _, destination) => host.SoftmaxWithTemperature(x, temperature, destination));
        yield return new("LogSoftmax", "x", null, 1, false, (host, x, _, destination) => host.LogSoftmax(x, destination));
        yield return new("Jacobian", "x", null, 1, true, (host, x, _, destination) => host.Jacobian(x, destination));
        yield return new("JacobianFromSoftmax", "p", null, 1, true, (host, x, _, destination) => host.JacobianFromSoftmax(x, destination));
        yield return new("VectorJacobianProduct", "p", "upstream", 1, false, (host, x, vector, destination) => host.VectorJacobianProduct(x, vector, destination));
        yield return new("JacobianVectorProduct", "p", "tangent", 1, false, (host, x, vector, destination) => host.JacobianVectorProduct(x, vector, destination));
        yield return new("CrossEntropyGradient", "x", null, 1, false, (host, x, _, destination) => host.CrossEntropyGradient(x, 0, destination));
        yield return new("SoftmaxRows", "x", null, Rows, false, (host, x, _, destination) => host.SoftmaxRows(x, destination));
        yield return new("LogSoftmaxRows", "x", null, Rows, false, (host, x, _, destination) => host.LogSoftmaxRows(x, destination));
        yield return new("CrossEntropyGradientRows", "x", null, Rows, false, (host, x, _, destination) => host.CrossEntropyGradientRows(x, Labels, destination));
    }
}
