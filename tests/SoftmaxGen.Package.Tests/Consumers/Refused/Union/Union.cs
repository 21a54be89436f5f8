using SoftmaxGen;

public partial union Outcome(int, string)
{
    [Softmax(3)]
    public static partial class P;
}

// What the compiler asks of a later framework.
namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class UnionAttribute : Attribute;

    public interface IUnion
    {
        object? Value { get; }
    }
}
