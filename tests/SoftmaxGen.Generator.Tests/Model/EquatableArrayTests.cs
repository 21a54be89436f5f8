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
    public void As_an_object_it_equals_another_array_alone()
    {
        Assert.True(Array("a").Equals((object)Array("a")));
        Assert.False(Array("a").Equals((object)Array("b")));
        Assert.False(Array("a").Equals((object)"a"));
    }

    [Fact]
    public void The_hash_tells_every_element_and_the_order()
    {
        EquatableArray<int>[] arrays = [Numbers(0), Numbers(5), Numbers(1, 2), Numbers(2, 1), Numbers(1, 2, 3), Numbers(3, 1, 2), Numbers(0, 1, 2)];
        Assert.Equal(arrays.Length, arrays.Select(array => array.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void The_default_is_empty()
    {
        Assert.True(default(EquatableArray<string>).Equals(Array()));
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), Array().GetHashCode());
        Assert.Empty(default(EquatableArray<string>));
    }

    private static EquatableArray<int> Numbers(params int[] items) => new([.. items]);

    private static EquatableArray<string> Array(params string[] items) => new([.. items]);
}
