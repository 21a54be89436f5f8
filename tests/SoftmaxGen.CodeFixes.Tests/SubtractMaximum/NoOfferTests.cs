using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Where a common shift would change a result that someone sees, or the maximum is not at hand, there is no offer.</summary>
public class NoOfferTests
{
    [Theory]
    [InlineData("the sum is returned as well", "sum = 0; foreach (double v in x) sum += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / sum; return sum;")]
    [InlineData("the sum starts at one", "double s = 1; foreach (double v in x) s += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("one is added to the sum", "double s = 0; foreach (double v in x) s += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / (1 + s); return 0;")]
    [InlineData("the sum is printed", "double s = 0; foreach (double v in x) s += Math.Exp(v); Console.WriteLine(s); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("the sum stays in a field", "sum = x.Sum(Math.Exp); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / sum; return 0;")]
    [InlineData("the exponent has an effect", "double s = 0; int k = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(x[k++]); for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("the exponent is unknown code", "double s = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(Draw(i)); for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("the exponentials are looked at before they are divided", "double s = 0; for (int i = 0; i < x.Length; i++) s += x[i] = Math.Exp(x[i]); Look(x); for (int i = 0; i < x.Length; i++) x[i] /= s; return 0;")]
    [InlineData("the exponentials are looked at after the quotients were stored elsewhere", "double s = 0; var e = new double[3]; for (int i = 0; i < 3; i++) s += e[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[i] = e[i] / s; Look(e); return 0;")]
    [InlineData("the exponentials have another name", "double s = 0; var e = new double[3]; var f = e; for (int i = 0; i < 3; i++) s += e[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[i] = e[i] / s; Look(f); return 0;")]
    [InlineData("the exponentials are looked at in the next turn", "var e = new double[3]; foreach (double t in x) { Look(e); double s = 0; for (int i = 0; i < 3; i++) s += e[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[i] = e[i] / s; } return 0;")]
    [InlineData("a function looks at the sum", "double s = 0; Action look = () => Console.WriteLine(s); for (int i = 0; i < x.Length; i++) s += x[i] = Math.Exp(x[i]); look(); for (int i = 0; i < x.Length; i++) x[i] /= s; return 0;")]
    [InlineData("the inputs change while they are summed", "double s = 0; for (int i = 0; i < 3; i++) { s += p[i] = Math.Exp(x[i]); x = p; } for (int i = 0; i < 3; i++) p[i] /= s; return 0;")]
    public async Task Nothing_is_offered(string why, string body)
    {
        string source = $$"""
            using System;
            using System.Linq;
            class C
            {
                double sum;
                void Look(double[] values) => Console.WriteLine(values[0]);
                double Draw(int i) => new Random().NextDouble() * i;
                double M(double[] x, double[] p) { {{body}} }
            }
            """;

        FixedProject project = FixedProject.Of(source);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1001");
        Assert.True(!(await project.OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.SubtractMaximum), why);
    }
}
