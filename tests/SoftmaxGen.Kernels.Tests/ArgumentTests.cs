using SoftmaxGen.Generated;
using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>What is thrown: the argument that is wrong, what it should be, and what it is.</summary>
public class ArgumentTests
{
    [Fact]
    public void Each_row_has_a_label_that_is_the_index_of_a_class()
    {
        CheckLabels([0, 2, 1], count: 3, classes: 3);
        AssertThrows<ArgumentException>("labels", "The length must be 4, but it is 3.", () => CheckLabels([0, 2, 1], count: 4, classes: 3));
        AssertThrows<ArgumentOutOfRangeException>("labels", "A label must be at least 0 and less than 3, and labels[2] is not.", () => CheckLabels([0, 2, 3], count: 3, classes: 3));
        AssertThrows<ArgumentOutOfRangeException>("labels", "A label must be at least 0 and less than 3, and labels[0] is not.", () => CheckLabels([-1, 2, 0], count: 3, classes: 3));
    }

    [Fact]
    public void Lengths()
    {
        AssertThrows<ArgumentException>("x", "The length must be 10, but it is 9.", () => ThrowLength("x", 10, 9));
        AssertThrows<ArgumentException>("x", "The length must be a multiple of 10, but it is 19.", () => ThrowRows("x", 10, 19));
        AssertThrows<ArgumentException>("destination", "The length must be at least 10, but it is 9.", () => ThrowTooShort(10, 9));
        AssertThrows<ArgumentException>("destination", "The destination overlaps an input partly; it must start at the same element or be apart.", ThrowOverlap);
        AssertThrows<ArgumentNullException>("x", "", () => ScalarKernels.ThrowNull("x"));
    }

    [Fact]
    public void Values()
    {
        Exception label = AssertThrows<ArgumentOutOfRangeException>("label", "A label must be at least 0 and less than 3.", () => ThrowLabel("label", 3, 7));
        Exception temperature = AssertThrows<ArgumentOutOfRangeException>("temperature", "The temperature must be positive and finite.", () => ThrowTemperature(-0.5));
        Assert.Equal(7, ((ArgumentOutOfRangeException)label).ActualValue);
        Assert.Equal(-0.5, ((ArgumentOutOfRangeException)temperature).ActualValue);
    }

    private static TException AssertThrows<TException>(string name, string message, Action action)
        where TException : ArgumentException
    {
        TException exception = Assert.Throws<TException>(name, action);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        return exception;
    }
}
