using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.LogOfSoftmax;

/// <summary>The logarithm of a softmax becomes x - max - log(sum), in the idiom of the code at hand.</summary>
public class LogSoftmaxTests
{
    private static readonly IReadOnlyDictionary<string, (string Before, string After)> Cases = FixCases.Read("Logarithms.txt");

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fix_keeps_the_idiom(string name)
    {
        (string before, string after) = Cases[name];

        FixedProject result = await FixedProject.Of(before).FixAsync(EquivalenceKeys.UseLogSoftmax);

        Assert.Equal(after, result.Text);
        Assert.Empty(await result.ErrorsAsync());
        Assert.DoesNotContain(await result.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX1003" or "SMX1004" or "SMX1006");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_fixed_code_is_finite_and_right_at_both_ends(string name)
    {
        (string before, string after) = Cases[name];
        RunnableCode old = await RunnableCode.OfAsync(FixedProject.Of(before)), @new = await RunnableCode.OfAsync(FixedProject.Of(after));
        double tolerance = before.Contains("float", StringComparison.Ordinal) ? 1e-6 : 1e-12;
        double[] ordinary = [0.25, -1.5, 3];

        AssertClose(old.Run(ordinary), @new.Run(ordinary), tolerance);
        AssertClose([-2.4076059644443803637682, -1.4076059644443803637682, -0.4076059644443803637682], @new.Run([1000, 1001, 1002]), tolerance);
        AssertClose([0, -1000], @new.Run([0, -1000]), tolerance);
    }

    [Theory]
    [InlineData("the inputs are overwritten", "for (int i = 0; i < x.Length; i++) sum += x[i] = Math.Exp(x[i] - max); for (int i = 0; i < x.Length; i++) x[i] /= sum; return Math.Log(x[0]);")]
    [InlineData("the probability is needed as well", "sum = x.Sum(v => Math.Exp(v - max)); return -x.Select(v => Math.Exp(v - max) / sum).Sum(q => (1 - q) * Math.Log(q));")]
    [InlineData("the input changes in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; x[0] = 1; return Math.Log(q);")]
    [InlineData("the sum changes in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; sum = 1; return Math.Log(q);")]
    [InlineData("the inputs are handed on in between", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; Change(x); return Math.Log(q);")]
    [InlineData("the probabilities are handed on in between", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; Change(p); return Math.Log(p[0]);")]
    [InlineData("only some are divided", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) if (i > 0) p[i] /= sum; return Math.Log(p[0]);")]
    [InlineData("they may be the inputs", "double[] p = x; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; return Math.Log(p[0]);")]
    [InlineData("an outer loop changes the input", "for (int k = 0; k < 3; k++) { double q = Math.Exp(x[k] - max) / x.Sum(v => Math.Exp(v - max)); Func<double> log = () => Math.Log(q); x[k] = 1; sum += log(); } return sum;")]
    [InlineData("a function changes the sum in between", "sum = x.Sum(v => Math.Exp(v - max)); Action reset = () => sum = 1; double q = Math.Exp(x[0] - max) / sum; reset(); return Math.Log(q);")]
    [InlineData("a field may change in between", "double q = Math.Exp(logits[0] - max) / logits.Sum(v => Math.Exp(v - max)); Change(x); return Math.Log(q);")]
    [InlineData("the base is another", "sum = x.Sum(v => Math.Exp(v - max)); return Math.Log(Math.Exp(x[0] - max) / sum, 2);")]
    [InlineData("the probabilities are changed by reference", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; foreach (ref double q in p.AsSpan()) q = Math.Min(q, 0.9); return Math.Log(p[0]);")]
    [InlineData("one of them has a second name", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; ref double first = ref p[0]; first = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed through a span", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; Span<double> s = p.AsSpan(); s[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed through a part of a span", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; Span<double> s = p; s[..1][0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed through an interface", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; var list = (System.Collections.IList)p; list[0] = 1.0; return Math.Log(p[0]);")]
    [InlineData("they may be changed by a second name", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; var other = x[0] > 0 ? p : x; other[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed by the first name that is not empty", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; var other = p ?? x; other[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed through a tuple", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; var both = (p, x); both.p[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed in a loop over arrays", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; foreach (double[] one in new[] { p, x }) one[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed in a list of arrays", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; double[][] both = [p, x]; both[0][0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are changed by an object", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; ArraySegment<double> part = new(p); part[0] = 1; return Math.Log(p[0]);")]
    [InlineData("they are kept in a field", "double[] p = new double[3]; for (int i = 0; i < 3; i++) sum += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= sum; logits = p; Change(logits); return Math.Log(p[0]);")]
    [InlineData("two inputs are exchanged", "sum = x.Sum(v => Math.Exp(v - max)); double q = Math.Exp(x[0] - max) / sum; (x[0], x[1]) = (x[1], x[0]); return Math.Log(q);")]
    [InlineData("a constructor may change the field", "double q = Math.Exp(logits[0] - max) / logits.Sum(v => Math.Exp(v - max)); object other = new C(); return Math.Log(q);")]
    [InlineData("the probability is stored on the way", "sum = x.Sum(v => Math.Exp(v - max)); double q = 0; return Math.Log(q = Math.Exp(x[0] - max) / sum) + q;")]
    [InlineData("the probability is in a field", "sum = x.Sum(v => Math.Exp(v - max)); probability = Math.Exp(x[0] - max) / sum; return Math.Log(probability);")]
    [InlineData("the sum is out of scope", "double[] p = new double[3]; { double s = 0; for (int i = 0; i < 3; i++) s += p[i] = Math.Exp(x[i] - max); for (int i = 0; i < 3; i++) p[i] /= s; } return Math.Log(p[0]);")]
    [InlineData("each has a sum of its own", "double[][] rows = { x, x }; var p = rows.Select(row => Math.Exp(row[0] - max) / row.Sum(v => Math.Exp(v - max))).ToArray(); return p.Sum(q => -Math.Log(q));")]
    [InlineData("the input is drawn", "sum = x.Sum(v => Math.Exp(v - max)); return Math.Log(Math.Exp(Draw() - max) / sum);")]
    [InlineData("the logarithm is taken in a function", "sum = x.Sum(v => Math.Exp(v - max)); return Loss(Math.Exp(x[0] - max) / sum); double Loss(double q) => -Math.Log(q);")]
    [InlineData("the logarithms are added up in the same function", "sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).Aggregate(0.0, (loss, q) => loss - Math.Log(q));")]
    [InlineData("the function says what it takes", "sum = x.Sum(v => Math.Exp(v - max)); return x.Select(v => Math.Exp(v - max) / sum).Sum((double q) => -Math.Log(q));")]
    public async Task Nothing_is_offered_where_the_logits_are_not_at_hand(string why, string body)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            class C
            {
                double[] logits = new double[3];
                double probability;
                double Draw() => new Random().NextDouble();
                void Change(double[] values) => values[0] = 1;
                double M(double[] x) { double max = x.Max(), sum = 0; {{body}} }
            }
            """);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1004" or "SMX1011");
        Assert.True(!(await project.OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseLogSoftmax), why);
    }

    /// <summary>Halfway through an edit, and where somebody has gone too far.</summary>
    [Theory]
    [InlineData("loss -= Math.Log(q); double q = Math.Exp(x[k] - max) / sum;")]
    [InlineData("again: double q = Math.Exp(x[k] - max) / sum; loss -= Math.Log(q); if (++k < x.Length) goto again;")]
    public async Task A_declaration_in_an_odd_place_stays(string body)
    {
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            class C
            {
                double M(double[] x)
                {
                    double max = x.Max(), sum = x.Sum(v => Math.Exp(v - max)), loss = 0;
                    for (int k = 0; k < x.Length; k++)
                    {
                        {{body}}
                    }

                    return loss;
                }
            }
            """);

        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1004");
        foreach (var offer in await project.OffersAsync())
            Assert.Contains("double q = ", (await project.FixAsync(offer.Action.EquivalenceKey!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probabilities_are_not_followed_through_more_variables_than_anyone_writes()
    {
        string variables = string.Concat(Enumerable.Range(1, 20).Select(number => $"double q{number} = q{number - 1};\n"));
        FixedProject project = FixedProject.Of($$"""
            using System;
            using System.Linq;
            class C
            {
                double M(double[] x)
                {
                    double max = x.Max(), q0 = Math.Exp(x[0] - max) / x.Sum(v => Math.Exp(v - max));
                    {{variables}}
                    return Math.Log(q20);
                }
            }
            """);

        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1004");
        Assert.DoesNotContain(await project.OffersAsync(), offer => offer.Action.EquivalenceKey == EquivalenceKeys.UseLogSoftmax);
    }

    // A single number is the last of all.
    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.True(actual.Length == expected.Length || actual.Length == 1);
        Assert.All(expected[^actual.Length..].Zip(actual), pair => Assert.InRange(pair.Second - pair.First, -tolerance, tolerance));
    }
}
