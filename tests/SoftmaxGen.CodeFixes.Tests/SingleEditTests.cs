using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests;

/// <summary>The fixes that are one edit: before, after, and nothing but that.</summary>
public class SingleEditTests
{
    [Theory]
    [InlineData(
        EquivalenceKeys.MakePartial,
        "[SoftmaxGen.Softmax(10)] internal static class A;",
        "[SoftmaxGen.Softmax(10)] internal static partial class A;")]
    [InlineData(
        EquivalenceKeys.MakePartial,
        "public class Outer\n{\n    // The head.\n    [SoftmaxGen.Softmax(10)]\n    partial class A\n    {\n    }\n}",
        "public partial class Outer\n{\n    // The head.\n    [SoftmaxGen.Softmax(10)]\n    partial class A\n    {\n    }\n}")]
    [InlineData(
        EquivalenceKeys.MakePartial,
        "// The head.\n[SoftmaxGen.Softmax(10)]\nclass A\n{\n}",
        "// The head.\n[SoftmaxGen.Softmax(10)]\npartial class A\n{\n}")]
    [InlineData(
        EquivalenceKeys.LeaveOutJacobian,
        "using SoftmaxGen;\n[Softmax(50000, Methods = SoftmaxMethods.All)] internal static partial class A;",
        "using SoftmaxGen;\n[Softmax(50000, Methods = (SoftmaxMethods.All) & ~SoftmaxMethods.Jacobian)] internal static partial class A;")]
    [InlineData(
        EquivalenceKeys.LeaveOutJacobian,
        "using SoftmaxGen;\n[Softmax(50000, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Jacobian)] internal static partial class A;",
        "using SoftmaxGen;\n[Softmax(50000, Methods = (SoftmaxMethods.Softmax | SoftmaxMethods.Jacobian) & ~SoftmaxMethods.Jacobian)] internal static partial class A;")]
    [InlineData(
        EquivalenceKeys.ShiftTensorSoftMax,
        "using System;\nusing System.Numerics.Tensors;\nclass C\n{\n    void M(ReadOnlySpan<float> x, Span<float> p)\n    {\n        TensorPrimitives.SoftMax(x, p);\n    }\n}",
        "using System;\nusing System.Numerics.Tensors;\nclass C\n{\n    void M(ReadOnlySpan<float> x, Span<float> p)\n    {\n        TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), p);\n        TensorPrimitives.SoftMax(p.Slice(0, x.Length), p.Slice(0, x.Length));\n    }\n}")]
    [InlineData(
        EquivalenceKeys.ShiftTensorSoftMax,
        "using System.Numerics.Tensors;\nclass C\n{\n    void M(float[] x) => TensorPrimitives.SoftMax(x, x);\n}",
        null)]
    [InlineData(
        EquivalenceKeys.ShiftTensorSoftMax,
        "using System.Numerics.Tensors;\nclass C\n{\n    void M(float[] x)\n    {\n        if (x.Length > 0)\n            TensorPrimitives.SoftMax(x, x);\n    }\n}",
        "using System.Numerics.Tensors;\nclass C\n{\n    void M(float[] x)\n    {\n        if (x.Length > 0)\n        {\n            TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), x);\n            TensorPrimitives.SoftMax(x, x);\n        }\n    }\n}")]
    [InlineData(
        EquivalenceKeys.ShiftTensorSoftMax,
        "using System.Collections.Generic;\nusing System.Numerics.Tensors;\nclass C\n{\n    void M(List<float> x, List<float> p)\n    {\n        TensorPrimitives.SoftMax(x, p);\n    }\n}",
        null)]
    [InlineData(
        EquivalenceKeys.ShiftTensorSoftMax,
        "using System.Numerics.Tensors;\nclass C\n{\n    void M(double[] x)\n    {\n        TensorPrimitives.SoftMax<double>(x, x);\n    }\n}",
        "using System.Numerics.Tensors;\nclass C\n{\n    void M(double[] x)\n    {\n        TensorPrimitives.Subtract(x, TensorPrimitives.Max<double>(x), x);\n        TensorPrimitives.SoftMax<double>(x, x);\n    }\n}")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { float M(double x) { float e = (float)Math.Exp(x); return e / (1.0f + e); } }",
        "using System;\nclass C { float M(double x) { float e = (float)Math.Exp(-x); return 1.0f / (1.0f + e); } }")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { double M(double x) { var e = Math.Exp(-x - 1); return 2 * (e / (e + 1)); } }",
        "using System;\nclass C { double M(double x) { var e = Math.Exp(-(-x - 1)); return 2 * (1 / (e + 1)); } }")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { double M(double x) { var e = Math.Exp(x); var p = e / (1 + e); return p * e; } }",
        "using System;\nclass C { double M(double x) { var e = Math.Exp(x); var p = 1 / (1 + 1 / e); return p * e; } }")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { double M(double x) { double s = Math.Exp(-4.9 * x); return Math.Pow(s * 4.9 / (1 + s), 2); } }",
        "using System;\nclass C { double M(double x) { double s = Math.Exp(-4.9 * x); return Math.Pow(4.9 / (1 + 1 / s), 2); } }")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { double M(double x) => 3 * Math.Exp(x) * 2 / (Math.Exp(x) + 1); }",
        "using System;\nclass C { double M(double x) => 3 * 2 / (Math.Exp(-x) + 1); }")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "using System;\nclass C { decimal M(double x) { decimal s = (decimal)Math.Exp(x); decimal p = s / (1 + s); return p * s; } }",
        null)]
    [InlineData(
        EquivalenceKeys.StartAtNegativeInfinity,
        "using System;\nusing System.Linq;\nclass C { double[] M(float[] x) { float max = float.Epsilon; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }",
        "using System;\nusing System.Linq;\nclass C { double[] M(float[] x) { float max = float.NegativeInfinity; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }")]
    [InlineData(
        EquivalenceKeys.StartAtNegativeInfinity,
        "using System;\nusing System.Linq;\nclass C { double[] M(double[] x) { var max = 0.0; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }",
        "using System;\nusing System.Linq;\nclass C { double[] M(double[] x) { var max = double.NegativeInfinity; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }")]
    [InlineData(
        EquivalenceKeys.StartAtNegativeInfinity,
        "using System;\nusing System.Linq;\nclass C { double[] M(float[] x) { float max; max = 0; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }",
        "using System;\nusing System.Linq;\nclass C { double[] M(float[] x) { float max; max = float.NegativeInfinity; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }")]
    [InlineData(
        EquivalenceKeys.StartAtNegativeInfinity,
        "using System;\nusing System.Linq;\nclass C { double[] M(int[] x) { int max = 0; foreach (var v in x) max = Math.Max(max, v); var sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).ToArray(); } }",
        null)]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "class C\n{\n    double M(double x) => System.Math.Exp(x) / (1 + System.Math.Exp(x));\n}",
        "class C\n{\n    double M(double x) => 1 / (1 + System.Math.Exp(-x));\n}")]
    [InlineData(
        EquivalenceKeys.UseStableSigmoid,
        "class C\n{\n    double M(double x)\n    {\n        double e = System.Math.Exp(x);\n        return e / (1 + e);\n    }\n}",
        "class C\n{\n    double M(double x)\n    {\n        double e = System.Math.Exp(-x);\n        return 1 / (1 + e);\n    }\n}")]
    [InlineData(EquivalenceKeys.UseStableSigmoid, "class C\n{\n    double M(double x) => System.Math.Exp((x)) / (1 + System.Math.Exp(x));\n}", null)]
    public async Task It_makes_the_edit_or_offers_nothing(string key, string before, string? after)
    {
        FixedProject project = FixedProject.Of(before);
        if (after is null)
        {
            Assert.NotEmpty(await project.DiagnoseAsync());
            Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == key);
            return;
        }

        FixedProject result = await project.FixAsync(key);

        Assert.Equal(after, result.Text);
        Assert.Empty(await result.ErrorsAsync());
    }
}
