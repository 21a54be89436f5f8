using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests;

/// <summary>Calls of library functions that compute something other than their names say: wrong before the fix, and right after it.</summary>
public class LibraryFunctionTests
{
    private const string Start = "using System;\nusing System.Buffers;\nusing System.Linq;\nusing System.Numerics.Tensors;\npublic static class C\n{\n";

    [Theory]
    [InlineData("float[] p = ArrayPool<float>.Shared.Rent(x.Length);\nArray.Fill(p, 7f);\nTensorPrimitives.SoftMax(x, p);\nreturn p.Take(x.Length).ToArray();")]
    [InlineData("float[] p = ArrayPool<float>.Shared.Rent(x.Length);\nArray.Fill(p, 7f);\nTensorPrimitives.SoftMax(x, p.AsSpan());\nreturn p.Take(x.Length).ToArray();")]
    [InlineData("float[] p = new float[x.Length + 1];\np[x.Length] = 1;\nTensorPrimitives.SoftMax(x, p);\nreturn p.Take(x.Length).ToArray();")]
    [InlineData("float[] p = x.Append(7f).ToArray();\nTensorPrimitives.SoftMax(p.AsSpan(0, x.Length), p);\nreturn p.Take(x.Length).ToArray();")]
    public async Task A_longer_destination_is_sliced(string statements) =>
        await BecomesRight(EquivalenceKeys.SliceDestination, $"public static float[] Softmax(float[] x)\n{{\n{statements}\n}}\n", [1, 2, 3], [0.09003057, 0.24472847, 0.66524096], 1e-6);

    [Theory]
    [InlineData("TensorPrimitives.SoftMax<Half>(h, h);")]
    [InlineData("Half[] p = new Half[h.Length]; TensorPrimitives.SoftMax<Half>(h, p); h = p;")]
    [InlineData("if (h.Length > 1)\nTensorPrimitives.SoftMax<Half>(h, h);")]
    public async Task Sixteen_bits_are_widened(string statements) =>
        await BecomesRight(
            EquivalenceKeys.WidenSoftMax,
            $"public static float[] Softmax(float[] x)\n{{\nHalf[] h = Enumerable.Repeat((Half)x[0], 5000).ToArray();\n{statements}\nreturn h.Select(v => (float)v).Take(2).ToArray();\n}}\n",
            [1],
            [0.0002, 0.0002],
            1e-3);

    [Theory]
    [InlineData("double", "double.LogP1(Math.Exp(x[0]))", -40, 4.248354255291589e-18)]
    [InlineData("double", "double.LogP1(Math.Exp(x[0]))", 0, 0.6931471805599453)]
    [InlineData("double", "double.LogP1(Math.Exp(x[0]))", 1000, double.PositiveInfinity)]
    [InlineData("double", "double.LogP1(-Math.Exp(x[0]))", 0, double.NegativeInfinity)]
    [InlineData("double", "double.LogP1(Math.Exp(x[0]))", double.NaN, double.NaN)]
    [InlineData("double", "Math.Log(-double.ExpM1(x[0]))", -1e-20, -46.051701859880914)]
    [InlineData("double", "Math.Log(-double.ExpM1(x[0]))", -1, -0.45867514538708193)]
    [InlineData("double", "Math.Log(-double.ExpM1(x[0]))", -1000, 0)]
    [InlineData("double", "Math.Log(double.ExpM1(x[0]))", 1000, double.PositiveInfinity)]
    [InlineData("float", "float.LogP1(MathF.Exp(x[0]))", -20, 2.0611536e-9)]
    public async Task A_logarithm_gets_an_accurate_function(string type, string value, double x, double expected) =>
        await IsRight(await FixedProject.Of(Start + $"public static {type} LogSumExp({type}[] x) => {value};\n}}\n").FixAsync(EquivalenceKeys.AccurateLog1P), [x], [expected], type == "float" ? 1e-6 : 1e-14);

    [Theory]
    [InlineData(EquivalenceKeys.AccurateLog1P, "public static T Softplus<T>(T x) where T : System.Numerics.IFloatingPointIeee754<T> => T.LogP1(T.Exp(x));")]
    [InlineData(EquivalenceKeys.AccurateLog1P, "public static void Softplus(double[] x) { TensorPrimitives.Exp<double>(x, x); TensorPrimitives.LogP1<double>(x, x); }")]
    [InlineData(EquivalenceKeys.WidenSoftMax, "public static void Softmax(Half[] x) => TensorPrimitives.SoftMax<Half>(x, x);")]
    [InlineData(EquivalenceKeys.SliceDestination, "public static void Softmax(float[] x) { float[] p = ArrayPool<float>.Shared.Rent(x.Length); TensorPrimitives.SoftMax(Next(x), p); }\nstatic float[] Next(float[] x) => x;")]
    public async Task Some_places_are_reported_only(string key, string code)
    {
        FixedProject project = FixedProject.Of(Start + code + "\n}\n");
        Assert.NotEmpty(await project.DiagnoseAsync());
        Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == key);
    }

    private static async Task BecomesRight(string key, string code, double[] x, double[] expected, double tolerance)
    {
        FixedProject before = FixedProject.Of(Start + code + "}\n");
        double[] wrong = (await RunnableCode.OfAsync(before)).Run(x);
        Assert.True(!(Math.Abs(wrong[0] - expected[0]) <= 0.01 * expected[0]), "This is right without the fix.");
        await IsRight(await before.FixAsync(key), x, expected, tolerance);
    }

    private static async Task IsRight(FixedProject project, double[] x, double[] expected, double tolerance)
    {
        double[] actual = (await RunnableCode.OfAsync(project)).Run(x);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= tolerance * Math.Abs(pair.First), $"{pair.Second}, expected {pair.First}\n{project.Text}"));
    }
}
