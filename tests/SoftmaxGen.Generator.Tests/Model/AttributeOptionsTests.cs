using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Model;

/// <summary>The generator can't refer to the attribute's enums, and so has its own; they must not drift apart.</summary>
public class AttributeOptionsTests
{
    [Theory]
    [InlineData(typeof(SoftmaxMethods), typeof(MethodSet))]
    [InlineData(typeof(SoftmaxElementTypes), typeof(ElementTypeSet))]
    [InlineData(typeof(SoftmaxAccuracy), typeof(AccuracyMode))]
    public void Enums_have_the_same_members(Type published, Type model) => Assert.Equal(Members(published), Members(model));

    [Fact]
    public void Defaults_are_the_same()
    {
        SoftmaxAttribute attribute = new(3);

        Assert.Equal(
            ((int)MethodSet.Default, (int)ElementTypeSet.All, (int)AccuracyMode.Default),
            ((int)attribute.Methods, (int)attribute.ElementTypes, (int)attribute.Accuracy));
    }

    private static IEnumerable<(string, int)> Members(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(value => (value.ToString()!, (int)value));
}
