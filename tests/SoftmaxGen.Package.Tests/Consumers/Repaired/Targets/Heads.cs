using SoftmaxGen;

namespace Targets;

[Softmax(10)]
internal static class NotPartial;

internal static class Around
{
    [Softmax(10)]
    internal static partial class Inside;
}

[Softmax(50_000, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Jacobian, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Vocabulary;
