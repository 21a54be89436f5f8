namespace SoftmaxGen.Benchmarks.Peers.Onnx;

/// <summary>A model of one operator from <c>x</c> to <c>y</c>, both of any number of rows of any length. The numbers are the fields of onnx.proto.</summary>
internal static class OnnxModel
{
    private const ulong IrVersion = 8;
    private const ulong Int64 = 7;
    private const ulong OperatorSet = 13; // in which softmax got to be that of the last axis

    public static byte[] Bytes(string @operator, Type element) => new ProtobufWriter()
        .Number(1, IrVersion)
        .Message(7, graph => graph
            .Message(1, node => node
                .Text(1, "x")
                .Text(2, "y")
                .Text(4, @operator)
                .Message(5, axis => axis.Text(1, "axis").Number(3, unchecked((ulong)-1)).Number(20, 2)))
            .Text(2, @operator)
            .Message(11, input => Tensor(input, "x", element))
            .Message(12, output => Tensor(output, "y", element)))
        .Message(8, set => set.Text(1, "").Number(2, OperatorSet))
        .ToArray();

    /// <summary>The mean cross-entropy <c>y</c> of rows of floats <c>x</c> and their <c>labels</c>.</summary>
    public static byte[] Loss() => new ProtobufWriter()
        .Number(1, IrVersion)
        .Message(7, graph => graph
            .Message(1, node => node.Text(1, "x").Text(1, "labels").Text(2, "y").Text(4, "SoftmaxCrossEntropyLoss"))
            .Text(2, "loss")
            .Message(11, input => Tensor(input, "x", typeof(float)))
            .Message(11, input => Tensor(input, "labels", Int64, "rows"))
            .Message(12, output => Tensor(output, "y", 1)))
        .Message(8, set => set.Text(1, "").Number(2, OperatorSet))
        .ToArray();

    private static void Tensor(ProtobufWriter value, string name, Type element) => Tensor(value, name, element == typeof(float) ? 1UL : 11UL, "rows", "length");

    private static void Tensor(ProtobufWriter value, string name, ulong element, params string[] dimensions) => value
        .Text(1, name)
        .Message(2, type => type
            .Message(1, tensor => tensor
                .Number(1, element)
                .Message(2, shape =>
                {
                    foreach (string dimension in dimensions)
                        shape.Message(1, it => it.Text(2, dimension));
                })));
}
