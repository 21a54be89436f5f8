using System.Text;

namespace SoftmaxGen.Benchmarks.Peers.Onnx;

/// <summary>Writes a message in the wire format of Protocol Buffers, as far as a model needs it: numbers, texts and messages.</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;

    private readonly List<byte> bytes = [];

    public byte[] ToArray() => [.. bytes];

    public ProtobufWriter Number(int field, ulong value)
    {
        Raw((ulong)((field << 3) | Varint));
        Raw(value);
        return this;
    }

    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Message(int field, Action<ProtobufWriter> write)
    {
        ProtobufWriter message = new();
        write(message);
        return Bytes(field, message.ToArray());
    }

    private ProtobufWriter Bytes(int field, byte[] value)
    {
        Raw((ulong)((field << 3) | LengthDelimited));
        Raw((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    // Seven bits a byte, the lowest first; the top bit says that more follow.
    private void Raw(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
