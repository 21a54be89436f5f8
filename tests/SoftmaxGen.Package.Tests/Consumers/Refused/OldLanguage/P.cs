[SoftmaxGen.Softmax(3)]
internal static partial class P
{
}
