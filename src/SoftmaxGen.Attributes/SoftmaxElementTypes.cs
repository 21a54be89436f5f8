namespace SoftmaxGen;

/// <summary>The element types that <see cref="SoftmaxAttribute"/> can emit methods for.</summary>
[Flags]
public enum SoftmaxElementTypes
{
    /// <summary>Nothing; not a valid choice by itself.</summary>
    None = 0,

    /// <summary><see cref="float"/>.</summary>
    Single = 1,

    /// <summary><see cref="double"/>.</summary>
    Double = 2,

    /// <summary>Everything.</summary>
    All = Single | Double,
}
