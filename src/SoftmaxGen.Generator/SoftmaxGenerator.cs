using Microsoft.CodeAnalysis;

namespace SoftmaxGen;

/// <summary>Emits fixed-size softmax methods for each <c>[Softmax(N)]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SoftmaxGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
