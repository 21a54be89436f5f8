using System.Diagnostics;

namespace SoftmaxGen;

/// <summary>
/// Adds softmax methods to the partial type that it is applied to:
/// softmax, log-softmax, log-sum-exp, the Jacobian, its vector products, and cross-entropy with its gradient.
/// </summary>
/// <remarks>
/// The attribute is read by the source generator at compile time and is not kept in the compiled assembly.
/// </remarks>
/// <example>
/// <code>
/// [Softmax(10)]
/// internal static partial class DigitHead;
///
/// DigitHead.Softmax(logits, probabilities);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
[Conditional("SOFTMAXGEN_KEEP_ATTRIBUTES")]
public sealed class SoftmaxAttribute : Attribute
{
    /// <summary>Adds methods for rows of any length. The length of a row is that of its span; for several rows it is an argument.</summary>
    public SoftmaxAttribute()
    {
    }

    /// <summary>Adds methods for rows of <paramref name="length"/> elements.</summary>
    /// <param name="length">The number of elements of one row, N; at least 1.</param>
    public SoftmaxAttribute(int length) => Length = length;

    /// <summary>Gets the number of elements of one row, N, or 0 for rows of any length.</summary>
    public int Length { get; }

    /// <summary>Gets or sets the methods to emit. The default is <see cref="SoftmaxMethods.Default"/>, without the Jacobian if N is above 46,340.</summary>
    public SoftmaxMethods Methods { get; set; } = SoftmaxMethods.Default;

    /// <summary>Gets or sets the element types to emit methods for. The default is <see cref="float"/> and <see cref="double"/>.</summary>
    public SoftmaxElementTypes ElementTypes { get; set; } = SoftmaxElementTypes.All;

    /// <summary>Gets or sets the accuracy of the results. The default is <see cref="SoftmaxAccuracy.Default"/>.</summary>
    public SoftmaxAccuracy Accuracy { get; set; }
}
