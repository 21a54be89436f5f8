using SoftmaxGen;

namespace Friend.Library;

[Softmax(3)]
internal static partial class P;
