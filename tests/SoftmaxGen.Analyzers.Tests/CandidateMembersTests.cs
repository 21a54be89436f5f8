using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What is bound at all, and what is not: the cost of the analyzers on numeric code.</summary>
public class CandidateMembersTests
{
    [Theory]
    [InlineData("double Share(double e, double sum) => e / sum;", "Share(e, s)")]
    [InlineData("double Share(double sum, double e) => e / sum;", "Share(e: e, sum: s)")]
    [InlineData("double Share(params double[] a) => a[0] / a[1];", "Share(1, e, s)")]
    [InlineData("double Share(double e, double sum) { double q = e; q /= sum; return q; }", "Share(e, s)")]
    [InlineData("double Share(double e, double sum) { double t = Size(sum); return e / t; } double Size(double a) => a;", "Share(e, s)")]
    [InlineData("double Invert(double sum) => 1 / sum;", "e * Invert(s)")]
    [InlineData("double Same(double sum) => sum;", "e / Same(s)")]
    [InlineData("double Same(double sum) => sum; double Same(int sum) => Math.Abs(sum);", "e / Same(s)")]
    [InlineData("double Same(double sum) => sum > 1 ? Same(sum) : sum;", "e / Same(s)")]
    [InlineData("double Same(double[] sum) { double all = 0; foreach (double part in sum) all += part; return all; }", "e / Same(new[] { s })")]
    [InlineData("double _sum; double Same(double a) => _sum;", "e / Same(s)")]
    [InlineData("", "e / (s - 1)")]
    [InlineData("", "e / Elsewhere(s)")]
    public void A_helper_may_divide_by_what_it_is_given_or_return_it(string helper, string expression) => Assert.Equal(1, Candidates(helper, expression));

    [Theory]
    [InlineData("double Scale(double e, double unit) => e / unit;", "Scale(e, x)")]
    [InlineData("int Check(double e, double unit) { double t = Math.Abs(e); t /= unit; return t > 1 ? 1 : 0; }", "Check(e, x)")]
    [InlineData("double Size(double sum) => Math.Abs(sum);", "e / Size(s)")]
    [InlineData("double Size(double sum) { double u = Math.Abs(sum); double q = 1 / u; return u * Math.Sqrt(1 + q * q); }", "e / Size(s)")]
    [InlineData("double Size(double a) => Root(a); double Root(double b) => Math.Sqrt(b);", "e / Size(s)")]
    [InlineData("", "e / (1 - s)")]
    [InlineData("", "e / (x * (3 - s))")]
    public void A_helper_that_loses_exponentials_leads_nowhere(string helper, string expression) => Assert.Equal(0, Candidates(helper, expression));

    private static int Candidates(string helper, string expression) => CandidateMembers.Find(
        CSharpSyntaxTree.ParseText($$"""
            class C
            {
                {{helper}}

                double Compute(double x)
                {
                    double e = Math.Exp(x);
                    double s = e + Math.Exp(-x);
                    return {{expression}};
                }
            }
            """).GetRoot(),
        CancellationToken.None).Count;
}
