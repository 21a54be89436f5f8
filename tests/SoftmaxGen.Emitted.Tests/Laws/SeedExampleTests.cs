using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Laws;

/// <summary>The derivation that the project starts from: the quotient rule gives f_i (1 - f_i) on the diagonal and -f_i f_j off it.</summary>
public class SeedExampleTests
{
    private static readonly double[] Expected = [0.03205860328008499, 0.08714431874203256, 0.23688281808991013, 0.6439142598879722];

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void Four_consecutive_integers_give_the_same_probabilities_anywhere(int first)
    {
        var p = new double[4];
        EmittedCode.Host<double>(4).Softmax([first, first + 1, first + 2, first + 3], p);
        Assert.All(p.Zip(Expected), pair => Assert.Equal(pair.Second, pair.First, 1e-15 * pair.Second));

        var single = new float[4];
        EmittedCode.Host<float>(4).Softmax([first, first + 1, first + 2, first + 3], single);
        Assert.All(single.Zip(Expected), pair => Assert.Equal(pair.Second, pair.First, 4e-7 * pair.Second));
    }

    /// <summary>
    /// Central differences with step h are off by h^2/6 times the third derivative, which is below 1 for softmax, and by the errors of the
    /// two values, 4 ulp of at most 2^-53 each: 2^-50 / 2h. For h = 2^-17 that is 1e-11 and 6e-11.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(100)]
    public void The_Jacobian_is_the_derivative(int length)
    {
        const double Step = 1.0 / (1 << 17), Tolerance = 2e-10;
        EmittedHost<double> host = EmittedCode.Host<double>(length);
        double[] x = Distribution.Normal1.Sample<double>(length, seed: length);
        double[] p = new double[length], above = new double[length], below = new double[length], jacobian = new double[length * length];
        host.Softmax(x, p);
        host.Jacobian(x, jacobian);

        for (int j = 0; j < length; j++)
        {
            double[] moved = [.. x];
            moved[j] = x[j] + Step;
            host.Softmax(moved, above);
            double width = moved[j];
            moved[j] = x[j] - Step;
            host.Softmax(moved, below);
            width -= moved[j]; // what the step became in the arithmetic of x

            for (int i = 0; i < length; i++)
            {
                double formula = i == j ? p[i] * (1 - p[i]) : -p[i] * p[j];
                Assert.Equal(formula, jacobian[(i * length) + j], 1e-15);
                Assert.Equal(jacobian[(i * length) + j], (above[i] - below[i]) / width, Tolerance);
            }
        }
    }

    /// <summary>The same for the loss, whose third derivative is below 1 too and whose values below 8 are off by 4 ulp of 2^-50 at most: 2e-10 and 2e-10.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(33)]
    public void The_gradient_is_the_derivative_of_the_cross_entropy(int length)
    {
        const double Step = 1.0 / (1 << 15), Tolerance = 1e-9;
        EmittedHost<double> host = EmittedCode.Host<double>(length);
        double[] x = Distribution.Normal1.Sample<double>(length, seed: length), gradient = new double[length];
        for (int label = 0; label < length; label += 3)
        {
            host.CrossEntropyGradient(x, label, gradient);
            for (int i = 0; i < length; i++)
            {
                double[] moved = [.. x];
                moved[i] = x[i] + Step;
                double above = host.CrossEntropy(moved, label), width = moved[i];
                moved[i] = x[i] - Step;
                double below = host.CrossEntropy(moved, label);
                Assert.Equal(gradient[i], (above - below) / (width - moved[i]), Tolerance);
            }
        }
    }
}
