using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Published;

/// <summary>
/// The examples with printed results of ONNX's backend node tests: onnx/backend/test/case/node/softmax.py, logsoftmax.py and
/// reduce_log_sum_exp.py, Apache-2.0, to the backend runner's default relative tolerance of 1e-3 and the digits that are printed there.
/// </summary>
public class OnnxTests
{
    private const float Printed = 1e-7f;

    [Fact]
    public void Softmax_example()
    {
        var y = new float[3];
        EmittedCode.Host<float>(3).Softmax([-1, 0, 1], y);
        AssertPrinted([0.09003058f, 0.24472848f, 0.66524094f], y);
    }

    [Fact]
    public void Softmax_large_number()
    {
        var y = new float[8];
        EmittedCode.Host<float>(4).SoftmaxRows([0, 1, 2, 3, 10000, 10001, 10002, 10003], y);
        float[] row = [0.0320586f, 0.08714432f, 0.23688284f, 0.64391428f];
        AssertPrinted([.. row, .. row], y);
    }

    [Fact]
    public void LogSoftmax_example()
    {
        var y = new float[3];
        EmittedCode.Host<float>(3).LogSoftmax([-1, 0, 1], y);
        AssertPrinted([-2.4076061f, -1.407606f, -0.407606f], y);
    }

    [Fact]
    public void LogSoftmax_large_number()
    {
        var y = new float[8];
        EmittedCode.Host<float>(4).LogSoftmaxRows([0, 1, 2, 3, 10000, 10001, 10002, 10003], y);
        float[] row = [-3.4401896f, -2.4401896f, -1.4401896f, -0.44018966f];
        AssertPrinted([.. row, .. row], y);
    }

    [Theory]
    [InlineData(new double[] { 5, 20 }, 20)]
    [InlineData(new double[] { 1, 2 }, 2.31326175)]
    [InlineData(new double[] { 30, 40 }, 40.00004578)]
    [InlineData(new double[] { 55, 60 }, 60.00671387)]
    [InlineData(new double[] { 5, 1, 20, 2, 30, 1, 40, 2, 55, 1, 60, 2 }, 60.00671387)]
    public void ReduceLogSumExp_examples(double[] data, double expected) =>
        Assert.Equal(expected, EmittedCode.Host<double>(data.Length).LogSumExp(data), 4e-6); // printed from single precision

    private static void AssertPrinted(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2 * Printed * Math.Max(1, Math.Abs(pair.First))));
}
