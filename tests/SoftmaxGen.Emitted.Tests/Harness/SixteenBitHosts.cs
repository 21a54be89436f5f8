using System.Reflection;
using System.Text;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Hosts for floats, Half and BFloat16. The latter is a type of two bytes in the compilation itself, as .NET 11 alone has it.</summary>
internal static class SixteenBitHosts
{
    private const string Types =
        """
        #pragma warning disable CS0169, CS1591, IDE0051
        namespace System.Numerics
        {
            public readonly struct BFloat16 { private readonly ushort bits; }
        }

        """;

    /// <summary>Less than a vector, vectors and what is left of them, several tiles, the most that is on the stack, and more.</summary>
    public static int[] Lengths { get; } = [1, 3, 10, 33, 1000, 16384, 20_001];

    /// <summary>Those that have BFloat16, too.</summary>
    public static bool HasBFloat16(int length) => length is 10 or 1000;

    private static readonly Lazy<Assembly> Vectors = new(() => HostCompiler.Compile("Hosts.SixteenBits", Types + Source(Lengths, SoftmaxAccuracy.Default) + Source([10], SoftmaxAccuracy.Precise) + AnyLength("Half | SoftmaxElementTypes.BFloat16")));

    // What .NET 5 has, which no reference assemblies of these tests have: spans, no vectors, and Half.
    private static readonly Lazy<Assembly> Scalar = new(() => HostCompiler.CompileScalar("Hosts.SixteenBitsScalar", Types.Replace(".Numerics", "").Replace("BFloat16", "Half") + Source([3, 10], SoftmaxAccuracy.Precise) + AnyLength("Half"), CodeForm.Spans));

    public static Type Host(int length, SoftmaxAccuracy accuracy = SoftmaxAccuracy.Default) => Vectors.Value.GetType($"Hosts.{accuracy}{length}", throwOnError: true)!;

    /// <summary>The host for rows of any length.</summary>
    public static Type AnyLengthHost(bool hasVectors = true) => (hasVectors ? Vectors : Scalar).Value.GetType("Hosts.Any", throwOnError: true)!;

    public static Type ScalarHost(int length) => Scalar.Value.GetType($"Hosts.Precise{length}", throwOnError: true)!;

    public static Type ElementOf(Type host, string element) =>
        element == ElementName.Half && host.Assembly == Vectors.Value ? typeof(Half) : host.Assembly.GetType(ElementName.MetadataNameOf(element), throwOnError: true)!;

    /// <summary>What an element is, by its bits.</summary>
    public static float Widened(ushort bits, string element) =>
        element == ElementName.Half ? (float)BitConverter.UInt16BitsToHalf(bits) : BitConverter.Int32BitsToSingle(bits << 16);

    /// <summary>The bits of the element next to a float, of two the even one: by comparing distances.</summary>
    public static ushort Rounded(float x, string element)
    {
        if (float.IsNaN(x))
            return element == ElementName.Half ? (ushort)0xFE00 : (ushort)0xFFC0;
        if (element == ElementName.Half)
            return BitConverter.HalfToUInt16Bits((Half)x);
        int bits = BitConverter.SingleToInt32Bits(x);
        ushort toZero = (ushort)(bits >> 16);
        if (!float.IsFinite(x))
            return toZero;
        double unit = Math.ScaleB(1, Math.Max(Math.ILogB(x), -126) - 7), below = Math.Abs((double)x) - Math.Abs((double)Widened(toZero, element)), above = unit - below;
        return below > above || (below == above && toZero % 2 == 1) ? (ushort)(toZero + 1) : toZero;
    }

    private static string AnyLength(string elements) => $$"""
        namespace Hosts
        {
            using SoftmaxGen;

            /// <summary>A host.</summary>
            [Softmax(ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.{{elements}}, Methods = SoftmaxMethods.All | SoftmaxMethods.Columns | SoftmaxMethods.ParallelRows)]
            public static partial class Any { }
        }

        """;

    private static string Source(ReadOnlySpan<int> lengths, SoftmaxAccuracy accuracy)
    {
        var source = new StringBuilder("namespace Hosts\n{\n    using SoftmaxGen;\n");
        foreach (int length in lengths)
        {
            string methods = length == 10 ? "SoftmaxMethods.All | SoftmaxMethods.Columns | SoftmaxMethods.ParallelRows"
                : length == 1000 ? "SoftmaxMethods.Softmax | SoftmaxMethods.LogSoftmax | SoftmaxMethods.LogSumExp | SoftmaxMethods.Losses | SoftmaxMethods.Columns"
                : "SoftmaxMethods.Softmax | SoftmaxMethods.CrossEntropy | SoftmaxMethods.VectorProducts | SoftmaxMethods.ReductionRows";
            string elements = HasBFloat16(length) && accuracy == SoftmaxAccuracy.Default ? "Half | SoftmaxElementTypes.BFloat16" : "Half";
            source.Append($$"""

                    /// <summary>A host.</summary>
                    [Softmax({{length}}, Accuracy = SoftmaxAccuracy.{{accuracy}}, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.{{elements}}, Methods = {{methods}})]
                    public static partial class {{accuracy}}{{length}} { }

                """);
        }

        return source.Append("}\n").ToString();
    }
}
