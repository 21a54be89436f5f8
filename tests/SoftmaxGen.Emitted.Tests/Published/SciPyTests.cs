using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Published;

/// <summary>
/// The values that SciPy tests itself with: scipy/special/tests/test_logsumexp.py and test_log_softmax.py, SciPy 1.15, BSD-3-Clause,
/// to SciPy's own relative tolerance of 1e-13 in double precision and to 6 units in the last place in single precision.
/// </summary>
public class SciPyTests
{
    private const double Double = 1e-13, Single = 7.2e-7;

    public static readonly TheoryData<double[], double[]> Softmax = new()
    {
        { [1000, 0, 0, 0], [1, 0, 0, 0] },
        { [1, 1], [0.5, 0.5] },
        { [0, 1], [1 / (1 + Math.E), Math.E / (1 + Math.E)] },
        { [0, 1, 2, 3], [0.03205860328008499, 0.08714431874203256, 0.23688281808991013, 0.6439142598879722] },
        { [100, 101, 102, 103], [0.03205860328008499, 0.08714431874203256, 0.23688281808991013, 0.6439142598879722] },
        { [1000, 1000], [0.5, 0.5] },
        { [1000, 0], [1, 0] },
        { [-25, 0, 25, 50], [2.678636961770877e-33, 1.9287498479371314e-22, 1.3887943864771144e-11, 0.999999999986112] },
        { [1, 325, 749, 750], [0.0, 1.9444526359919372e-185, 0.2689414213699951, 0.7310585786300048] },
    };

    public static readonly TheoryData<double[], double[]> LogSoftmax = new()
    {
        { [1000, 1], [0, -999] },
        { [0, 1, 2, 3], [-3.4401896985611953, -2.4401896985611953, -1.4401896985611953, -0.44018969856119533] },
        { [100, 101, 102, 103], [-3.4401896985611953, -2.4401896985611953, -1.4401896985611953, -0.44018969856119533] },
        { [1, 1], [-0.6931471805599453, -0.6931471805599453] },
        { [1], [0] },
    };

    public static readonly TheoryData<double[], double> LogSumExp = new()
    {
        { [1000, 1000], 1000 + 0.6931471805599453 },
        { [double.PositiveInfinity], double.PositiveInfinity },
        { [double.NegativeInfinity], double.NegativeInfinity },
        { [double.NaN], double.NaN },
        { [double.NegativeInfinity, double.NegativeInfinity], double.NegativeInfinity },
        { [1e10, 1e-10], 1e10 },
        { [-1e10, double.NegativeInfinity], -1e10 },
        { [0, -40], 4.248354255291589e-18 }, // issue 18295
        { [.. Enumerable.Repeat(10000.0, 1000)], 10000 + 6.907755278982137 },
        { [.. Enumerable.Range(0, 200).Select(k => (double)k)], 199.45867514538709 },
    };

    [Theory, MemberData(nameof(Softmax))]
    public void Softmax_agrees(double[] x, double[] expected)
    {
        var p = new double[x.Length];
        EmittedCode.Host<double>(x.Length).Softmax(x, p);
        Assert.All(p.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, Double * pair.Second));

        var single = new float[x.Length];
        EmittedCode.Host<float>(x.Length).Softmax(Array.ConvertAll(x, value => (float)value), single);
        Assert.All(single.Zip(expected), pair => Assert.Equal((float)pair.Second, pair.First, (float)(Single * pair.Second)));
    }

    [Theory, MemberData(nameof(LogSoftmax))]
    public void LogSoftmax_agrees(double[] x, double[] expected)
    {
        var p = new double[x.Length];
        EmittedCode.Host<double>(x.Length).LogSoftmax(x, p);
        Assert.All(p.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, -Double * pair.Second));

        var single = new float[x.Length];
        EmittedCode.Host<float>(x.Length).LogSoftmax(Array.ConvertAll(x, value => (float)value), single);
        Assert.All(single.Zip(expected), pair => Assert.Equal((float)pair.Second, pair.First, (float)(-Single * pair.Second)));
    }

    [Theory, MemberData(nameof(LogSumExp))]
    public void LogSumExp_agrees(double[] x, double expected)
    {
        double tolerance = double.IsFinite(expected) ? Math.Abs(expected) : 0;
        Assert.Equal(expected, EmittedCode.Host<double>(x.Length).LogSumExp(x), Double * tolerance);
        Assert.Equal((float)expected, EmittedCode.Host<float>(x.Length).LogSumExp(Array.ConvertAll(x, value => (float)value)), (float)(Single * tolerance));
    }
}
