namespace SoftmaxGen;

/// <summary>Specifies the element types that <see cref="SoftmaxAttribute"/> emits methods for.</summary>
[Flags]
public enum SoftmaxElementTypes
{
    /// <summary>No element type; not valid on its own.</summary>
    None = 0,

    /// <summary><see cref="float"/>.</summary>
    Single = 1,

    /// <summary><see cref="double"/>.</summary>
    Double = 2,

    /// <summary><see cref="float"/> and <see cref="double"/>, the default.</summary>
    All = Single | Double,

    /// <summary><c>System.Half</c>, .NET 5 and later: rows are computed in <see cref="float"/> and rounded once; numbers, such as losses and temperatures, are <see cref="float"/>.</summary>
    Half = 4,

    /// <summary><c>System.Numerics.BFloat16</c>, .NET 11 and later; as <see cref="Half"/>.</summary>
    BFloat16 = 8,
}
