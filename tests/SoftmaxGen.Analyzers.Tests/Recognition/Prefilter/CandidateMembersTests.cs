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
    [InlineData("double Share(double name, double e, double sum) => e / sum;", "Share(1, e, s)")]
    [InlineData("double Share(double sum, double e, double name) => e / sum;", "Share(name: 1, e: e, sum: s)")]
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
    [InlineData("double Scale(double a, double unit) => a / unit;", "Scale(x, s)")]
    [InlineData("int Check(double e, double unit) { double t = Math.Abs(e); t /= unit; return t > 1 ? 1 : 0; }", "Check(e, x)")]
    [InlineData("double Size(double sum) => Math.Abs(sum);", "e / Size(s)")]
    [InlineData("double Size(double sum) { double u = Math.Abs(sum); double q = 1 / u; return u * Math.Sqrt(1 + q * q); }", "e / Size(s)")]
    [InlineData("double Size(double a) => Root(a); double Root(double b) => Math.Sqrt(b);", "e / Size(s)")]
    [InlineData("", "e / (1 - s)")]
    [InlineData("", "e / (x * (3 - s))")]
    public void A_helper_that_loses_exponentials_leads_nowhere(string helper, string expression) => Assert.Equal(0, Candidates(helper, expression));

    [Theory]
    [InlineData("", "e / s")]
    [InlineData("", "(float)(e) / (double)(s)")]
    [InlineData("", "-1 * e / (s * 2)")]
    [InlineData("", "e / (Math.Exp(x) + 1e-9)")]
    [InlineData("", "e / (1 + Math.Exp(x))")]
    [InlineData("", "1 / s")]
    [InlineData("", "Math.PI / s")]
    [InlineData("", "1 / (2 + e * s)")]
    [InlineData("", "1 / (e * s + 2)")]
    [InlineData("", "(x > 0 ? e : 0) / s")]
    [InlineData("", "e / (x > 0 ? s : 1)")]
    [InlineData("", "e / Sum(e)")]
    [InlineData("", "e / Total(e)")]
    [InlineData("", "e / Denominator(e)")]
    [InlineData("", "e / Normaliser(e)")]
    [InlineData("", "e / Accumulated(e)")]
    [InlineData("", "e / Reduced(e)")]
    [InlineData("", "e / Average(e)")]
    [InlineData("", "e / Add(e, x)")]
    [InlineData("", "e / all.Aggregate(e, Combine)")]
    [InlineData("", "Math.Log(s)")]
    [InlineData("", "Divide(e, s)")]
    [InlineData("", "Reciprocal(s)")]
    [InlineData("", "Math.Log(Softmax(x))")]
    [InlineData("", "Draw(s * random.NextDouble())")]
    [InlineData("", "Draw(random.NextDouble() * s)")]
    [InlineData("", "Draw(s * Rand.value)")]
    [InlineData("", "Random.Range(0, s)")]
    [InlineData("double Two(double x) => Math.Exp(x) + Math.Exp(-x);", "e / Two(x)")]
    [InlineData("double Whole => Math.Exp(_x) + 1;", "e / Whole")]
    [InlineData("double Whole { get { double a = 0; foreach (double v in _x) a += Math.Exp(v); return a; } }", "e / Whole")]
    [InlineData("double Whole => Pair.Total(Math.Exp(_x));", "e / Whole")]
    [InlineData("double Whole => Pair.Denominator(Math.Exp(_x));", "e / Whole")]
    [InlineData("double Whole => Pair.Accumulate(Math.Exp(_x));", "e / Whole")]
    [InlineData("double Whole => Pair.Aggregate(Math.Exp(_x));", "e / Whole")]
    [InlineData("double Whole => Pair.Average(Math.Exp(_x));", "e / Whole")]
    [InlineData("double Whole => Pair.Sum(Math.Exp(_x));", "e / Whole")]
    [InlineData("", "Math.Pow(Math.E, x) / (Math.Pow(Math.E, x) + Math.Pow(Math.E, -x))")]
    [InlineData("", "Pow(E, x) / (Pow(E, x) + 1)")]
    [InlineData("", "Pow(e, x) / (Pow(e, x) + 1)")]
    [InlineData("", "Pow(Euler, x) / (Pow(Euler, x) + 1)")]
    [InlineData("", "Pow(2.718, x) / (Pow(2.718, x) + 1)")]
    [InlineData("", "Pow((float)(Math.E), x) / (Pow(2.718f, x) + 1)")]
    [InlineData("", "Pow(T.Create(Math.E), x) / (Pow(T.Create(Math.E), x) + 1)")]
    [InlineData("", "m.Exp() / m.Exp().Sum()")]
    [InlineData("", "m?.Exp() / m?.Exp().Sum()")]
    [InlineData("", "m.Select(Exp).First() / m.Sum(Exp)")]
    public void An_exponential_may_meet_a_sum_of_them(string helper, string expression) => Assert.Equal(1, Candidates(helper, expression));

    [Theory]
    [InlineData("", "e / 2")]
    [InlineData("", "x / 2 + e")]
    [InlineData("", "e / x")]
    [InlineData("", "x / s")]
    [InlineData("", "s / x")]
    [InlineData("", "e / Math.Exp(x)")]
    [InlineData("", "1 / Math.Exp(x)")]
    [InlineData("", "1 / (1 + Math.Exp(x))")]
    [InlineData("", "1 / (Math.Exp(x) + 1)")]
    [InlineData("", "e * s")]
    [InlineData("", "e * x")]
    [InlineData("", "e / Scaled(e)")]
    [InlineData("", "e / Math.Sqrt(x)")]
    [InlineData("", "Math.Log(e)")]
    [InlineData("", "Math.Log(x)")]
    [InlineData("", "Random.Range(0, e)")]
    [InlineData("", "Draw(e * random.NextDouble())")]
    [InlineData("", "Draw(x * random.NextDouble())")]
    [InlineData("double Whole => Math.Exp(_x);", "e / Whole")]
    [InlineData("", "e / (e * (2 + x))")]
    [InlineData("", "e / (e * (x + 2))")]
    [InlineData("", "Math.Pow(2, x) / (Math.Pow(2, x) + Math.Pow(2, -x))")]
    [InlineData("", "Math.Pow(x) / (Math.Pow(x) + 1)")]
    public void An_exponential_that_meets_none_is_not_bound(string helper, string expression) => Assert.Equal(0, Candidates(helper, expression));

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) s += p[i] = Math.Exp(x[i]); for (int i = 0; i < x.Length; i++) p[i] /= s;")]
    [InlineData("double s = 0; foreach (double v in x) s = s + Math.Exp(v); p[0] = Math.Exp(x[0]) / s;")]
    [InlineData("double s = 0; foreach (double v in x) s = Math.Exp(v) + s; p[0] = Math.Exp(x[0]) / s;")]
    [InlineData("var all = x.Select(Math.Exp); double s = all.Sum(); foreach (double e in all) p[0] = e / s;")]
    [InlineData("var all = x.Select(v => (Math.Exp(v), v)); foreach (var (e, v) in all) p[0] = e / all.Sum();")]
    [InlineData("double e, s; (e, s) = (Math.Exp(x[0]), Math.Exp(x[1])); p[0] = e / (e + s);")]
    [InlineData("var (e, s) = (Math.Exp(x[0]), Math.Exp(x[1])); p[0] = e / (e + s);")]
    [InlineData("double Part(double v) { return Math.Exp(v); } p[0] = Part(x[0]) / (Part(x[0]) + Part(x[1]));")]
    [InlineData("double Part(double v) => Math.Exp(v); p[0] = Part(x[0]) / (Part(x[0]) + Part(x[1]));")]
    [InlineData("var all = from v in x select Math.Exp(v); var q = from e in all select e / all.Sum();")]
    [InlineData("var q = from v in x let e = Math.Exp(v) select e / x.Sum(u => Math.Exp(u));")]
    [InlineData("for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); Normalize(p);")]
    [InlineData("for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); p.Normalise();")]
    [InlineData("for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); p?.Normalise();")]
    [InlineData("var list = new List<double>(); foreach (double v in x) list.Add(Math.Exp(v)); double s = list.Sum(); foreach (double e in list) p[0] = e / s;")]
    [InlineData("TensorPrimitives.Exp(x, p); double s = TensorPrimitives.Sum(p); p[0] /= s;")]
    [InlineData("double s = 0; Fill(x, Math.Exp(x[0]), ref s); p[0] = Math.Exp(x[0]) / s;")]
    [InlineData("double s = x.Sum(v => Math.Exp(v)), d = random.NextDouble(); double t = s * d;")]
    [InlineData("double s = x.Sum(v => Math.Exp(v)), d = random.NextDouble(), c = d; double t = c * s;")]
    [InlineData("double e = 2 * Math.Exp(x[0]); p[0] = e / (e + 1);")]
    [InlineData("double e, n; (e, n) = (Math.Exp(x[0]), x[1]); p[0] = e / (e + 1);")]
    [InlineData("double t = Math.Exp(x[0]) - Math.Exp(x[1]); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double d = x[1], t = Math.Exp(x[0]) - d; p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Round(Math.Exp(x[0]), 3); p[0] = t / (t + 1);")]
    [InlineData("var e = x?.Exp(); p = e / e.Sum();")]
    [InlineData("Normalise(x.Select(v => Math.Exp(v)).ToArray());")]
    [InlineData("Normalise(from v in x select Math.Exp(v));")]
    [InlineData("foreach (double v in x) heap.Offer(Math.Exp(v)); p[0] = heap.First() / heap.Sum();")]
    [InlineData("var e = x.Select(v => Math.Exp(v)).ToArray(); TensorPrimitives.Multiply(e, 2, p); p[0] /= TensorPrimitives.Sum(p);")]
    public void Statements_may_bring_an_exponential_to_its_sum(string statements) => Assert.Equal(1, CandidatesIn(statements));

    [Theory]
    [InlineData("for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); p[0] /= x[0];")]
    [InlineData("double s = 0; foreach (double v in x) s += v; p[0] = Math.Exp(x[0]) / s;")]
    [InlineData("double s = 0; foreach (double v in x) s += Math.Exp(v); p[0] = x[0] / s;")]
    [InlineData("double e = Math.Exp(x[0]), d = random.NextDouble(); double t = e * d;")]
    [InlineData("double s = x.Sum(v => Math.Exp(v)), d = x[0]; double t = s * d;")]
    [InlineData("double e = Math.Exp(x[0]); Normalize(p);")]
    [InlineData("p[0] = Math.Exp(x[0]); p[1] = Math.Sqrt(p[0]) / p[0];")]
    [InlineData("double t = x[0] - Math.Exp(x[1]); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Exp(x[0]) + Math.Sqrt(x[1]); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Sqrt(x[1]) + Math.Exp(x[0]); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Log(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Log1p(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Abs(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Square(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Sigmoid(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Tanh(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Floor(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = x[1].CompareTo(Math.Exp(x[0])); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Max(Math.Exp(x[0]), 1); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Min(Math.Exp(x[0]), 1); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double t = Math.Exp(x[0]) - Math.Sqrt(x[1]); p[0] = t / x.Sum(Math.Exp);")]
    [InlineData("double s = 0; foreach (double v in x) s += Math.Exp(v); p[0] = Math.Exp(x[0]); p[0] /= 1 - s;")]
    [InlineData("p[0] = Math.Exp(x[0]); x?.Normalise();")]
    [InlineData("double t = Math.Exp(x[0]); t = t + x[1]; p[0] = Math.Exp(x[2]) / t;")]
    [InlineData("double t = Math.Exp(x[0]); t = x[1] + t; p[0] = Math.Exp(x[2]) / t;")]
    [InlineData("double t = Blend(Math.Exp(x[0])); p[0] = t / (t + 1);")]
    [InlineData("double s = 0, e = Math.Exp(x[0]); Fill(Math.Abs(e), ref s); p[0] = e / s;")]
    [InlineData("TensorPrimitives.Exp(x, p); x[0] = p[0] / p[1];")]
    [InlineData("Normalise(Math.Log(Math.Exp(x[0])));")]
    [InlineData("double exp = x[0]; p[0] = exp / (exp + 1);")]
    [InlineData("p[0] = Math.Pow(x[0], 2) / (Math.Pow(x[0], 2) + Math.Pow(x[1], 2));")]
    public void Statements_that_keep_them_apart_are_not_bound(string statements) => Assert.Equal(0, CandidatesIn(statements));

    [Theory]
    [InlineData("void Add(double x) { _sum += Math.Exp(x); }", "double Share(double x) => Math.Exp(x) / _sum;", 1)]
    [InlineData("void Add(double x) { _sum += Math.Exp(x); }", "double Share(double part) => part / _sum;", 0)]
    [InlineData("void Fill(double[] x) { for (int i = 0; i < x.Length; i++) _e[i] = Math.Exp(x[i]); }", "void Divide(double all) { for (int i = 0; i < _e.Length; i++) _e[i] /= _e.Sum(); }", 1)]
    [InlineData("void Fill(double[] x) { for (int i = 0; i < x.Length; i++) _e[i] = Math.Exp(x[i]); }", "void Divide(double all) { for (int i = 0; i < _f.Length; i++) _f[i] /= _f.Sum(); }", 0)]
    [InlineData("void Fill(double[] x) { for (int i = 0; i < x.Length; i++) _e[i] = Math.Exp(x[i]); Divide(); }", "void Divide() { for (int i = 0; i < _e.Length; i++) _e[i] /= _e.Sum(); }", 2)]
    [InlineData("void Fill(double[] x) { foreach (double e in x.Select(Math.Exp)) _e[0] = e; }", "double Half(double e, double all) => e / (e + all);", 0)]
    [InlineData("void Fill(double[] x, double[] p) { p[0] = Math.Exp(x[0]); }", "void Compute(double[] x, double[] p) { Fill(x, p); Normalise(p); }", 1)]
    [InlineData("double Weight(double x) { double e = Math.Exp(x); _sum += e; return e; }", "double Share(double x) => Weight(x) / _sum;", 1)]
    [InlineData("double Weight(double x) => Math.Exp(x);", "double Share(double x, double y) => Weight(x) / (Weight(x) + Weight(y));", 1)]
    [InlineData("double Weight(double x) => Math.Exp(x);", "double Share(double x, double y) => Weights(x) / (Weights(x) + Weights(y));", 0)]
    [InlineData("double Weight(double x) => Math.Exp(x);", "double Share(double x, double y) => myWeight(x) / (myWeight(x) + myWeight(y));", 0)]
    [InlineData("double this[int i] => Math.Exp(_x[i]) / _x.Sum(Math.Exp);", "", 1)]
    [InlineData("double Power(double x) => Math.Pow(Math.E, x) / (Math.Pow(Math.E, x) + 1);", "double Share(double x) => Math.Exp(x) / (Math.Exp(x) + Math.Exp(-x));", 2)]
    [InlineData("double First => Math.Exp(_x[0]) / _x.Sum(Math.Exp);", "double _first = Math.Exp(1) / new double[1].Sum(Math.Exp);", 2)]
    [InlineData("double First { get { return Math.Exp(_x[0]) / _x.Sum(Math.Exp); } set { _x[0] = value; } }", "double Second { get; } = Math.Exp(1) / new double[1].Sum(Math.Exp);", 2)]
    [InlineData("C(double[] x) { _sum = Math.Exp(x[0]) / x.Sum(Math.Exp); }", "~C() { }", 1)]
    public void Members_are_bound_that_may_meet_what_others_leave_in_fields(string member, string other, int expected) =>
        Assert.Equal(expected, CandidatesOf($"class C {{ double _sum; double[] _e, _f, _x; {member} {other} }}"));

    [Fact]
    public void A_member_that_finds_fields_filled_is_told_who_fills_them()
    {
        var candidates = CandidateMembers.Find(
            CSharpSyntaxTree.ParseText("""
                class C
                {
                    double[] _e;
                    void Fill(double[] x) { for (int i = 0; i < x.Length; i++) _e[i] = Math.Exp(x[i]); }
                    void Divide() { for (int i = 0; i < _e.Length; i++) _e[i] /= _e.Sum(); }
                }
                class D
                {
                    double[] _e;
                    void Divide() { for (int i = 0; i < _e.Length; i++) _e[i] /= _e.Sum(); }
                }
                """).GetRoot(),
            CancellationToken.None);
        Assert.Equal([1, 0], candidates.Select(candidate => candidate.FieldWriters.Count));
        Assert.Contains("Fill", candidates.First().FieldWriters[0].ToString());
    }

    [Theory]
    [InlineData("var s = new[] { 1.0 }.Sum(Math.Exp); Console.Write(Math.Exp(1) / s);", 1)]
    [InlineData("Console.Write(Math.Exp(1));", 0)]
    [InlineData("Console.Write(1);", 0)]
    public void Statements_without_a_class_are_a_member(string program, int expected) => Assert.Equal(expected, CandidatesOf(program));

    [Fact]
    public void An_editor_may_cancel_the_search() => Assert.Throws<OperationCanceledException>(() =>
        CandidateMembers.Find(CSharpSyntaxTree.ParseText("class C { double M(double x) => Math.Exp(x); }").GetRoot(), new(canceled: true)));

    private static int CandidatesIn(string statements) =>
        CandidatesOf($"class C {{ void Compute(double[] x, double[] p, Random random) {{ {statements} }} }}");

    private static int CandidatesOf(string code) => CandidateMembers.Find(CSharpSyntaxTree.ParseText(code).GetRoot(), CancellationToken.None).Count;

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
