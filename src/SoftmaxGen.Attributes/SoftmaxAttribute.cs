using System.Diagnostics;

namespace SoftmaxGen;

/// <summary>
/// Emits fixed-size softmax methods into the partial type that it is put on:
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
    /// <summary>Asks for methods over rows of any length: that of a row is the length of its span, that of several rows is an argument.</summary>
    public SoftmaxAttribute()
    {
    }

    /// <summary>Asks for methods over rows of <paramref name="length"/> elements.</summary>
    /// <param name="length">The number of elements of one row, N; at least 1.</param>
    public SoftmaxAttribute(int length) => Length = length;

    /// <summary>The number of elements of one row, N; 0 where rows have any length.</summary>
    public int Length { get; }

    /// <summary>Which methods to emit; where it is not set, those of <see cref="SoftmaxMethods.Default"/>, but for the Jacobian of rows so long that no span holds it.</summary>
    public SoftmaxMethods Methods { get; set; } = SoftmaxMethods.Default;

    /// <summary>For which element types; <see cref="float"/> and <see cref="double"/> by default.</summary>
    public SoftmaxElementTypes ElementTypes { get; set; } = SoftmaxElementTypes.All;

    /// <summary>How accurate the results are; see the members of <see cref="SoftmaxAccuracy"/>.</summary>
    public SoftmaxAccuracy Accuracy { get; set; }
}
