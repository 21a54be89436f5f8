using SoftmaxGen.Emission;

namespace SoftmaxGen.Generator.Tests.Kernels;

public class PlainCommentTests
{
    [Theory]
    [InlineData("    int x; // a < b", "    int x; // a < b")]
    [InlineData("    /// <summary>e^x for x &lt;= 0.</summary>\n    int x;", "    // e^x for x <= 0.\n    int x;")]
    [InlineData("    /// <summary>\n    /// What <paramref name=\"x\"/> is to <see cref=\"Exp(Vector256{float}, int)\"/>.\n    /// </summary>\n    int x;", "    // What x is to Exp.\n    int x;")]
    [InlineData("    /// <inheritdoc cref=\"Exp(float)\"/>\n    int x;", "    int x;")]
    [InlineData("    /// <param name=\"x\">The row.</param>\n    int x;", "    // The row.\n    int x;")]
    public void Documentation_is_a_plain_comment(string text, string expected) => Assert.Equal(expected, PlainComments.Of(text));
}
