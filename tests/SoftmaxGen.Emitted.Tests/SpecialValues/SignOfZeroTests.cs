using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;
using Xunit;

namespace SoftmaxGen.Emitted.Tests.SpecialValues;

public class SingleSignOfZeroTests : SignOfZeroTests<float>;

public class DoubleSignOfZeroTests : SignOfZeroTests<double>;

/// <summary>Where one element is certain all other results are zeros: +0 with every accuracy, but for -p_i p_j.</summary>
public abstract class SignOfZeroTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void Zeros_are_positive_beside_what_is_certain(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (T top in new[] { T.Zero, T.NegativeZero, T.CreateChecked(-3.25), T.CreateChecked(5000) })
            {
                int certain = length / 2;
                T[] x = CertainRow(length, top), result = new T[length];
                host.Softmax(x, result);
                AssertPositiveZeros(result, certain, host);
                host.SoftmaxWithTemperature(x, T.CreateChecked(0.7), result);
                AssertPositiveZeros(result, certain, host);
                host.CrossEntropyGradient(x, certain, result);
                AssertPositiveZeros(result, -1, host);
                T loss = host.CrossEntropy(x, certain);
                Assert.True(loss == T.Zero && T.IsPositive(loss), $"{host}: {loss}");
            }
        }
    }

    [Theory, CombinatorialCases]
    public void Zeros_off_the_diagonal_of_the_Jacobian_are_negative(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy).Where(n => n is > 1 and <= EmittedCode.LargestJacobian))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = CertainRow(length, T.CreateChecked(0.7)), p = new T[length], jacobian = new T[length * length], fromSoftmax = new T[length * length];
            host.Jacobian(x, jacobian);
            host.Softmax(x, p);
            host.JacobianFromSoftmax(p, fromSoftmax);
            Assert.Equal(jacobian, fromSoftmax);
            for (int i = 0; i < jacobian.Length; i++)
            {
                bool isDiagonal = i % (length + 1) == 0;
                foreach (T value in new[] { jacobian[i], fromSoftmax[i] })
                    Assert.True(isDiagonal ? T.IsPositive(value) : value == T.Zero && T.IsNegative(value), $"{host}, {i}: {value}");
            }
        }
    }

    /// <summary>The mean of zeros is +0, whatever their signs and however they are added: -0 less that is -0, at every length and without vectors.</summary>
    [Theory, CombinatorialCases]
    public void Products_with_negative_zeros_are_negative_zeros(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            List<EmittedHost<T>> hosts = [EmittedCode.Host<T>(length, accuracy)];
            if (EmittedCode.HasAllMembers(length))
                hosts.AddRange(EmittedCode.ScalarHost<T>(length, withSpans: true), new(AnyLengthHosts.Host(accuracy), length, accuracy));
            T[] p = [.. Enumerable.Repeat(T.One / T.CreateChecked(length), length)], g = [.. Enumerable.Repeat(T.NegativeZero, length)], product = new T[length];
            foreach (EmittedHost<T> host in hosts)
            {
                host.VectorJacobianProduct(p, g, product);
                Assert.All(product, value => Assert.True(value == T.Zero && T.IsNegative(value), $"{host}: {value}"));
                host.JacobianVectorProduct(p, g, product);
                Assert.All(product, value => Assert.True(value == T.Zero && T.IsNegative(value), $"{host}: {value}"));
            }
        }
    }

    private static T[] CertainRow(int length, T top)
    {
        T[] x = new T[length];
        for (int i = 0; i < length; i++)
            x[i] = i % 2 == 0 ? T.NegativeInfinity : top - T.CreateChecked(900);
        x[length / 2] = top;
        return x;
    }

    private static void AssertPositiveZeros(T[] result, int but, EmittedHost<T> host)
    {
        for (int i = 0; i < result.Length; i++)
            Assert.True(i == but || (result[i] == T.Zero && T.IsPositive(result[i])), $"{host}, {i}: {result[i]}");
    }
}
