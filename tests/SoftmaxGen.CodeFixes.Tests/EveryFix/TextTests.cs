using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>What a fix writes looks like the lines around it, and is not written where the frameworks of a project see different text.</summary>
public class TextTests
{
    private const string Softmax =
        """
        using System;

        class C
        {
            void M(double[] x, double[] p)
            {
                double sum = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    sum += p[i] = Math.Exp(x[i]);
                }

                for (int i = 0; i < x.Length; i++)
                    p[i] /= sum;
            }
        }

        """;

    private const string Maximum = "\n        double max = double.NegativeInfinity;\n        for (int i = 0; i < x.Length; i++)\n        {\n            max = Math.Max(max, x[i]);\n        }";

    private static string Fixed => Softmax.Replace("double sum = 0;", "double sum = 0;" + Maximum, StringComparison.Ordinal).Replace("Exp(x[i])", "Exp(x[i] - max)", StringComparison.Ordinal);

    [Theory]
    [InlineData("\n", "    ")]
    [InlineData("\r\n", "    ")]
    [InlineData("\r\n", "\t")]
    [InlineData("\n", "\t")]
    [InlineData("\n", "  ")]
    public async Task Lines_end_and_are_indented_like_those_around(string lineEnd, string indentation)
    {
        FixedProject result = await FixedProject.Of(Styled(Softmax)).FixAsync(EquivalenceKeys.SubtractMaximum);
        Assert.Equal(Styled(Fixed), result.Text);

        string Styled(string text) => text.ReplaceLineEndings("\n").Replace("    ", indentation, StringComparison.Ordinal).ReplaceLineEndings(lineEnd);
    }

    [Fact]
    public async Task An_editor_has_nothing_left_to_format()
    {
        FixedProject result = await FixedProject.Of(Softmax).FixAsync(EquivalenceKeys.SubtractMaximum);
        Assert.Empty((await result.Solution.Projects.Single().Documents.Single().GetSyntaxRootAsync())!.GetAnnotatedNodesAndTokens(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation));
    }

    [Fact]
    public async Task Nothing_is_offered_where_frameworks_see_different_text()
    {
        string source = Softmax.ReplaceLineEndings("\n").Replace("        double sum", "#if ONE\n        double sum", StringComparison.Ordinal).Replace("            p[i] /= sum;\n", "            p[i] /= sum;\n#else\n        x.CopyTo(p, 0);\n#endif\n", StringComparison.Ordinal);
        FixedProject project = FixedProject.OfFrameworks(source, "ONE", "OTHER");

        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1001");
        Assert.Empty(await project.OffersAsync());
        Assert.NotEmpty(await FixedProject.OfFrameworks(Softmax, "ONE", "OTHER").OffersAsync());
    }
}
