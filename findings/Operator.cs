using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

// A model of one operator, run by ONNX Runtime: what the scripts about ONNX Runtime are compiled with.
internal static class Operator
{
    // Each result as its elements with blanks between them.
    public static string[] Run(string type, NamedOnnxValue[] inputs, AttributeProto[]? attributes = null, string domain = "", int version = 18, int results = 1)
    {
        NodeProto node = new() { OpType = type, Domain = domain };
        GraphProto graph = new() { Name = type };
        foreach (NamedOnnxValue input in inputs)
        {
            node.Input.Add(input.Name);
            graph.Input.Add(new ValueInfoProto { Name = input.Name, Type = new TypeProto { TensorType = TypeOf(input.Value) } });
        }
        node.Attribute.AddRange(attributes ?? []);
        for (int i = 0; i < results; i++)
        {
            node.Output.Add($"y{i}");
            graph.Output.Add(new ValueInfoProto { Name = $"y{i}" });
        }
        graph.Node.Add(node);
        ModelProto model = new() { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = 18 });
        if (domain != "")
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = version });
        using InferenceSession session = new(model.ToByteArray());
        using var values = session.Run(inputs);
        return values.Select(value => value.Value switch
        {
            Tensor<float> y => string.Join(" ", y.ToArray()),
            Tensor<double> y => string.Join(" ", y.ToArray()),
            Tensor<int> y => string.Join(" ", y.ToArray()),
            Tensor<long> y => string.Join(" ", y.ToArray()),
            _ => throw new NotSupportedException(value.ToString()),
        }).ToArray();
    }

    public static NamedOnnxValue Input<T>(string name, params T[] x) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<T>(x, [x.Length]));

    public static NamedOnnxValue Row<T>(string name, params T[] x) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<T>(x, [1, x.Length]));

    public static AttributeProto Attribute(string name, object value)
    {
        AttributeProto attribute = new() { Name = name };
        switch (value)
        {
            case int number:
                attribute.Type = AttributeProto.Types.AttributeType.Int;
                attribute.I = number;
                break;
            case float number:
                attribute.Type = AttributeProto.Types.AttributeType.Float;
                attribute.F = number;
                break;
            case string text:
                attribute.Type = AttributeProto.Types.AttributeType.String;
                attribute.S = ByteString.CopyFromUtf8(text);
                break;
            case float[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Floats;
                attribute.Floats.AddRange(numbers);
                break;
            case long[] numbers:
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                attribute.Ints.AddRange(numbers);
                break;
            default:
                throw new ArgumentException(value.GetType().Name);
        }
        return attribute;
    }

    private static TypeProto.Types.Tensor TypeOf(object value)
    {
        (int element, int[] lengths) = value switch
        {
            Tensor<float> x => (1, x.Dimensions.ToArray()),
            Tensor<long> x => (7, x.Dimensions.ToArray()),
            Tensor<double> x => (11, x.Dimensions.ToArray()),
            _ => throw new ArgumentException(value.GetType().Name),
        };
        TensorShapeProto shape = new();
        foreach (int length in lengths)
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = length });
        return new TypeProto.Types.Tensor { ElemType = element, Shape = shape };
    }
}
