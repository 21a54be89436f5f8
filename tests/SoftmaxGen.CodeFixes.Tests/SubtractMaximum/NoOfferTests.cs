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
    [InlineData("the sum stays in a property", "Total = 0; foreach (double v in x) Total += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / Total; return 0;")]
    [InlineData("the sum is returned, in parentheses", "double s; (s) = 0; foreach (double v in x) (s) += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return (s);")]
    [InlineData("the exponent is kept", "double s = 0, last = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(last = x[i]); for (int i = 0; i < x.Length; i++) p[i] /= s; return last;")]
    [InlineData("the exponent is drawn", "double s = 0; for (int i = 0; i < x.Length; i++) { double v = Draw(i); s += p[i] = Math.Exp(v); } for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("the loop has no counter of its own", "double s = 0; int k = 0; while (k < x.Length) { s += p[k] = Math.Exp(x[k]); k++; } for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("the loop may end early", "double s = 0; for (int i = 0; i < x.Length; i++) { if (double.IsNaN(x[i])) break; p[i] = Math.Exp(x[i]); s += p[i]; } for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("a function counts", "double s = 0; for (int i = 0; i < x.Length; Next(ref i)) s += p[i] = Math.Exp(x[i]); for (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("the sequence has to be waited for", "_ = Task.FromResult(0).ContinueWith(async _ => { double s = 0; await foreach (double v in Later()) s += Math.Exp(v); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; }); return 0;")]
    [InlineData("unknown code goes through the elements", "double[] e = Map(x, Math.Exp); for (int i = 0; i < x.Length; i++) p[i] = e[i] / e.Sum(); return 0;")]
    [InlineData("unknown code applies a function", "double[] e = Map(x, v => Math.Exp(v)); for (int i = 0; i < x.Length; i++) p[i] = e[i] / e.Sum(); return 0;")]
    [InlineData("the function comes first", "double[] e = Array.ConvertAll(converter: Math.Exp, array: x); for (int i = 0; i < x.Length; i++) p[i] = e[i] / e.Sum(); return 0;")]
    [InlineData("the sequences are arguments", "double[] e = Enumerable.Zip(x, p, (v, b) => Math.Exp(v + b)).ToArray(); for (int i = 0; i < x.Length; i++) p[i] = e[i] / e.Sum(); return 0;")]
    [InlineData("the function is in a variable", "Func<double, double> exp = v => Math.Exp(v); double s = 0; foreach (double v in x) s += exp(v); for (int i = 0; i < x.Length; i++) p[i] = exp(x[i]) / s; return 0;")]
    [InlineData("some of a sequence are left out", "double s = x.Sum(v => v > -99 ? Math.Exp(v) : 0); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("a query has names of its own", "double s = (from v in x let half = v / 2 select Math.Exp(half)).Sum(); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i] / 2) / s; return 0;")]
    [InlineData("a query converts", "double s = (from double v in x select Math.Exp(v)).Sum(); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("the sum is of the mean", "double s = x.Average(v => Math.Exp(v)); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("another method adds up", "double s = Sum(x); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("the destination may be longer", "System.Numerics.Tensors.TensorPrimitives.Exp<double>(x, p); double s = System.Numerics.Tensors.TensorPrimitives.Sum<double>(p); System.Numerics.Tensors.TensorPrimitives.Divide<double>(p, s, p); return 0;")]
    [InlineData("one is added to all terms", "System.Numerics.Tensors.TensorPrimitives.Exp<double>(x, x); System.Numerics.Tensors.TensorPrimitives.Add<double>(x, 1, x); double s = System.Numerics.Tensors.TensorPrimitives.Sum<double>(x); System.Numerics.Tensors.TensorPrimitives.Divide<double>(x, s, x); return 0;")]
    [InlineData("there may be no inputs", "double s = x?.Sum(v => Math.Exp(v)) ?? 1; for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]) / s; return 0;")]
    [InlineData("one of the exponents is bounded", "double a = Math.Exp(x[0]), b = Math.Exp(x[1]), c = Math.Exp(-x[2] * x[2]); return a / (a + b + c);")]
    [InlineData("a part of the method is there under a condition", "double s = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(x[i]);\n#if DEBUG\ns += 1;\n#endif\nfor (int i = 0; i < x.Length; i++) p[i] /= s; return 0;")]
    [InlineData("another branch is compiled elsewhere", "double s = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(x[i]);\n#if !FAST\nfor (int i = 0; i < x.Length; i++) p[i] /= s;\n#endif\nreturn 0;")]
    [InlineData("the logarithm has another base", "return Math.Log(x.Sum(Math.Exp), 2);")]
    public async Task Nothing_is_offered(string why, string body)
    {
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            class C
            {
                double sum;
                void Look(double[] values) => Console.WriteLine(values[0]);
                double Total { get; set; }
                double Draw(int i) => new Random().NextDouble() * i;
                void Next(ref int i) => i++;
                double[] Map(double[] values, Func<double, double> function) => values.Select(function).ToArray();
                double Sum(double[] values) { double s = 0; foreach (double v in values) s += Math.Exp(v); return s; }
                async IAsyncEnumerable<double> Later() { await Task.Yield(); yield return 1; }
                double M(double[] x, double[] p) { {{body}} }
            }
            """;

        FixedProject project = FixedProject.Of(source);

        Assert.Empty(await project.ErrorsAsync());
        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id is "SMX1001" or "SMX1003");
        Assert.True(!(await project.OffersAsync()).Any(offer => offer.Action.EquivalenceKey == EquivalenceKeys.SubtractMaximum), why);
    }

    [Fact]
    public async Task An_indexer_stays_an_expression()
    {
        FixedProject project = FixedProject.Of("using System; using System.Linq; class C { double[] x = { 1 }; double this[int i] => Math.Exp(x[i]) / x.Sum(Math.Exp); }");

        Assert.Contains(await project.DiagnoseAsync(), found => found.Diagnostic.Id == "SMX1001");
        Assert.Empty(await project.OffersAsync());
    }
}
