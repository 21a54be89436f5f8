using System.Collections.Immutable;
using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Model;

public class EquatableArrayTests
{
    [Fact]
    public void Equal_elements_make_equal_arrays()
    {
        EquatableArray<string> one = Array("a", "b");
        EquatableArray<string> other = Array("a", "b");

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Other_elements_and_another_order_make_other_arrays()
    {
        Assert.False(Array("a", "b").Equals(Array("a")));
        Assert.False(Array("a", "b").Equals(Array("b", "a")));
    }

    [Fact]
    public void The_default_is_empty()
    {
        Assert.True(default(EquatableArray<string>).Equals(Array()));
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), Array().GetHashCode());
        Assert.Empty(default(EquatableArray<string>));
    }

    private static EquatableArray<string> Array(params string[] items) => new([.. items]);
}
