using Google.Protobuf;
using Onnx;
using SoftmaxRegression.Input;
using SoftmaxRegression.Training;

namespace DigitSpotting.Network;

/// <summary>A linear classifier of 8 by 8 pixels as a network of one convolution: [1, 1, height, width] to the logits [1, 10, height - 7, width - 7].</summary>
internal static class ConvolutionModel
{
    public const string Input = "page";

    public const string Output = "logits";

    private const int Window = ImageSet.Side * ImageSet.Side;

    public static byte[] Bytes(LinearModel model)
    {
        TensorProto weights = Tensor("weights", DigitClasses.Length, 1, ImageSet.Side, ImageSet.Side);
        TensorProto bias = Tensor("bias", DigitClasses.Length);
        for (int digit = 0; digit < DigitClasses.Length; digit++)
        {
            Span<double> ofClass = LinearModel.OfClass(model.Weights, digit);
            foreach (double weight in ofClass[..Window])
                weights.FloatData.Add((float)weight);
            bias.FloatData.Add((float)ofClass[Window]);
        }

        return new ModelProto
        {
            IrVersion = 8,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 13 } },
            Graph = new GraphProto
            {
                Name = "digits",
                Initializer = { weights, bias },
                Node = { new NodeProto { OpType = "Conv", Input = { Input, weights.Name, bias.Name }, Output = { Output } } },
                Input = { Value(Input, 1, "height", "width") },
                Output = { Value(Output, DigitClasses.Length, "rows", "columns") },
            },
        }.ToByteArray();
    }

    private static TensorProto Tensor(string name, params long[] shape) =>
        new() { Name = name, DataType = (int)TensorProto.Types.DataType.Float, Dims = { shape } };

    private static ValueInfoProto Value(string name, long channels, string height, string width) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)TensorProto.Types.DataType.Float,
                Shape = new TensorShapeProto
                {
                    Dim =
                    {
                        new TensorShapeProto.Types.Dimension { DimValue = 1 },
                        new TensorShapeProto.Types.Dimension { DimValue = channels },
                        new TensorShapeProto.Types.Dimension { DimParam = height },
                        new TensorShapeProto.Types.Dimension { DimParam = width },
                    },
                },
            },
        },
    };
}
