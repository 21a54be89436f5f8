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

    /// <summary><see cref="float"/> and <see cref="double"/>.</summary>
    All = Single | Double,
}
