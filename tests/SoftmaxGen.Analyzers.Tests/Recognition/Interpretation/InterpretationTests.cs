using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>The ways that values take through statements, collections, calls and types, each in a line or two.</summary>
public class InterpretationTests
{
    /// <summary>Where an exponential goes that meets its sum in the end.</summary>
    public static TheoryData<string> OverflowingStatements =>
    [
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.Where(v => v > 1).First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.OrderBy(v => v > 1).ThenBy(v => v > 2).First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.GroupBy(v => v > 1).First().First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.SkipWhile(v => v < 1).First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.TakeWhile(v => v < 1).First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.First(v => v > 1) / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.LastOrDefault(v => v > 1) / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.Single(v => v > 1) / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.Find(v => v > 1) / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.DistinctBy(v => v > 1).First() / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e.MinBy(v => v > 1) / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); s = x.Zip(e, (v, w) => w / e.Sum()).ToArray();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Average(v => v);",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Aggregate((a, b) => a + b);",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Aggregate(0.5, (a, b) => a + b);",
        "double[] e = Array.ConvertAll(x, Math.Exp); p[0] = e[0] / e.Sum();",
        "double[] e = Array.ConvertAll(x, new Converter<double, double>(Math.Exp)); p[0] = e[0] / e.Sum();",
        "var e = new List<double>(x.Select(v => Math.Exp(v))); p[0] = e[0] / e.Sum();",
        "var e = new Queue<double>(); foreach (double v in x) e.Enqueue(Math.Exp(v)); p[0] = e.Dequeue() / e.Sum();",
        "var e = new double[3]; Array.Fill(e, Math.Exp(x[0])); p[0] = e[1] / e.Sum();",
        "double[] e = [Math.Exp(x[0]), .. x]; p[0] = e[0] / e.Sum();",
        "double[] e = { 1, Math.Exp(x[0]) }; p[0] = e[0] / e.Sum();",
        "double[,] e = { { Math.Exp(x[0]) }, { 1 } }; double sum = 0; foreach (double v in e) sum += v; p[0] = e[0, 0] / sum;",
        "var e = new List<double> { Math.Exp(x[0]), Math.Exp(x[1]) }; p[0] = e[0] / e.Sum();",
        "var e = new[] { Math.Exp(x[0]), Math.Exp(x[1]) }; p[^1] = e[^1] / e.Sum();",
        "var e = new { Top = Math.Exp(x[0]), All = x.Sum(Math.Exp) }; p[0] = e.Top / e.All;",
        "(double Top, double All) e = (Math.Exp(x[0]), x.Sum(Math.Exp)); p[0] = e.Top / e.All;",
        "var e = Tuple.Create(Math.Exp(x[0]), x.Sum(Math.Exp)); p[0] = e.Item1 / e.Item2;",
        "double a, b; (a, b) = (Math.Exp(x[0]), Math.Exp(x[1])); p[0] = a / (a + b);",
        "var ((a, _), b) = ((Math.Exp(x[0]), 1), Math.Exp(x[1])); p[0] = a / (a + b);",
        "double a = Math.Exp(x[0]), b = Math.Exp(x[1]); (a, b) = (b, a); p[0] = a / (a + b);",
        "double? a = Math.Exp(x[0]); double b = a ?? 0; p[0] = b / x.Sum(Math.Exp);",
        "double? a = null; a ??= Math.Exp(x[0]); p[0] = a.Value / x.Sum(Math.Exp);",
        "ref double sum = ref p[0]; foreach (double v in x) sum += Math.Exp(v); p[1] = Math.Exp(x[0]) / sum;",
        "double* e = stackalloc double[4]; for (int i = 0; i < 4; i++) *(e + i) = Math.Exp(x[i]); double sum = 0; for (double* q0 = e; q0 < e + 4; q0++) sum += *q0; p[0] = *e / sum;",
        "fixed (double* e = p) { double sum = 0; for (int i = 0; i < 4; i++) sum += e[i] = Math.Exp(x[i]); for (int i = 0; i < 4; i++) e[i] /= sum; }",
        "double sum = 0; int i = 0; while (true) { sum += Math.Exp(x[i]); if (++i == x.Length) break; } p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; for (int i = 0; i < x.Length; i++) { if (g[i] > 0) { sum += Math.Exp(x[i]); continue; } s[i] = 0; } p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; for (int i = 0; i < x.Length; i++) { switch (label) { case 1: continue; default: sum += Math.Exp(x[i]); break; } } p[0] = Math.Exp(x[0]) / sum;",
        "double e = 0; switch (label) { case 0: e = Math.Exp(x[0]); break; case 1: e = 1; break; } p[0] = e / x.Sum(Math.Exp);",
        "double e; switch (label) { case 0: e = 1; break; default: e = Math.Exp(x[0]); break; } p[0] = e / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); switch (label) { case 0: e = 1; break; } p[0] = e / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); switch (label) { default: break; case 0: e = 1; break; } p[0] = e / x.Sum(Math.Exp);",
        "double e = label switch { 0 => Math.Exp(x[0]), 1 => 1, _ => throw new Exception() }; p[0] = e / x.Sum(Math.Exp);",
        "double e = label switch { 0 => 1, _ => Math.Exp(x[0]) }; p[0] = e / x.Sum(Math.Exp);",
        "double e = 0; _ = label switch { 0 => e = Math.Exp(x[0]), _ => 1 }; p[0] = e / x.Sum(Math.Exp);",
        "double e = 1; try { e = Math.Exp(x[0]); } finally { p[0] = e / (e + Math.Exp(x[1])); }",
        "double e = 1; try { label++; } catch (Exception) { e = Math.Exp(x[0]); } p[0] = e / (e + Math.Exp(x[1]));",
        "double e = 1; try { e = Math.Exp(x[0]); } catch (Exception) { e = 0; } p[0] = e / (e + Math.Exp(x[1]));",
        "double e = label > 0 ? Math.Exp(x[0]) : 1; p[0] = e / (e + Math.Exp(x[1]));",
        "double e = 1; if (label > 0) e = Math.Exp(x[0]); else return; p[0] = e / (e + Math.Exp(x[1]));",
        "double e = Math.Exp(x[0]); if (label > 0) { e = 1; return; } p[0] = e / (e + Math.Exp(x[1]));",
        "Func<double, double> exp = v => Math.Exp(v); p[0] = exp(x[0]) / x.Sum(exp);",
        "Func<double, double> exp = Math.Exp; p[0] = exp(x[0]) / x.Sum(exp);",
        "Action work = () => p[0] = Math.Exp(x[0]) / x.Sum(Math.Exp); s[0] = 1;",
        "double F(double v) => Math.Exp(v); p[0] = F(x[0]) / (F(x[0]) + F(x[1]));",
        "void F(double v, ref double e) { e = Math.Exp(v); } double a = 0; F(x[0], ref a); p[0] = a / x.Sum(Math.Exp);",
        "void F(double[] v) { for (int i = 0; i < v.Length; i++) v[i] = Math.Exp(v[i]); } F(x); p[0] = x[0] / x.Sum();",
        "double sum = 0; void F(double v) { sum += Math.Exp(v); } foreach (double v in x) F(v); p[0] = Math.Exp(x[0]) / sum;",
        "IEnumerable<double> F() { yield return Math.Exp(x[0]); yield return 1; } var e = F().ToArray(); p[0] = e[0] / e.Sum();",
        "double F() { if (label > 0) return 1; return Math.Exp(x[0]); } double e = F(); p[0] = e / (e + Math.Exp(x[1]));",
        "double F() { if (label > 0) return Math.Exp(x[0]); return 1; } double e = F(); p[0] = e / (e + Math.Exp(x[1]));",
        "double sum = 0; Parallel.For(0, x.Length, i => { lock (x) { sum += Math.Exp(x[i]); } }); p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; Parallel.ForEach(x, v => { lock (x) { sum += Math.Exp(v); } }); p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; checked { foreach (double v in x) sum += Math.Exp(v); } p[0] = Math.Exp(x[0]) / sum;",
        "double e = Math.Exp(x[0]); p[0] = +e / (e + Math.Exp(x[1]));",
        "decimal e = (decimal)Math.Exp(x[0]); p[0] = (double)(e / (e + (decimal)Math.Exp(x[1])));",
        "double e = Math.Exp(x[0]), sum = e + Math.Exp(x[1]); e *= 1 / sum; p[0] = e;",
        "double e = Math.Exp(x[0]), sum = e + Math.Exp(x[1]); p[0] = e * Math.Pow(sum, -1) + e / sum;",
        "double e = Math.Pow(Math.E, x[0]); p[0] = e / (e + Math.Pow(Math.E, x[1]));",
        "float e = MathF.Exp(f[0]); q[0] = e / (e + MathF.Exp(f[1]));",
        "TensorPrimitives.Exp<double>(x, p); TensorPrimitives.Divide(p, TensorPrimitives.Sum<double>(p), p);",
        "TensorPrimitives.Exp<double>(x, p); TensorPrimitives.Multiply(p, 1 / TensorPrimitives.Sum<double>(p), p);",
        "TensorPrimitives.Subtract(x, x.Average(), p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "TensorPrimitives.Add(x, 2, p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "TensorPrimitives.Max(x, 0, p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "double sum = x.Sum(Math.Exp), t0 = sum * new Random().NextDouble(); for (int k = 0; k < x.Length; k++) { t0 -= Math.Exp(x[k]); if (t0 <= 0) break; }",
        "double* e = stackalloc double[4]; for (int i = 0; i < 4; i++) *(e + i) = Math.Exp(x[i]); double sum = 0; for (int i = 0; i < 4; i++) sum += e[i]; p[0] = *(1 + e) / sum;",
        "Span<double> e = new(p); for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); double sum = 0; foreach (double v in e) sum += v; e[0] /= sum;",
        "double m = 0; foreach (double v in x) m += v; m /= x.Length; var e = x.Select(v => Math.Exp(v - m)).ToList(); p[0] = e[0] / e.Sum();",
        "double sum = 0; foreach (double v in x) { if (v > 9) throw new ArgumentException(nameof(x)); sum += Math.Exp(v); } p[0] = Math.Exp(x[0]) / sum;",
        "double e = 1; for (int i = 0; i < 3; i++) { if (x[i] > 1) { e = Math.Exp(x[i]); break; } e = 2; } p[0] = e / x.Sum(Math.Exp);",
        "double e = 1; foreach (double v in x) { e = 2; if (v > 1) { e = Math.Exp(v); continue; } e = 3; } p[0] = e / x.Sum(Math.Exp);",
        "var e = x.Select(v => Math.Exp(v)).ToList(); e[0] = 0; p[0] = e[1] / e.Sum();",
        "var e = new List<double>(); e.Add(Math.Exp(x[0])); e.Add(1); p[0] = e[0] / e.Sum();",
        "IEnumerable<double> e = []; foreach (double v in x) e = e.Append(Math.Exp(v)); p[0] = e.First() / e.Sum();",
        "for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); for (int i = 0; i < 3; i++) p[0] = 1; p[1] /= p.Sum();",
        "for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); p[label] = 0; p[0] /= p.Sum();",
        "Parallel.For(0, x.Length, i => { p[i] = Math.Exp(x[i]); }); p[label] = 0; p[0] /= p.Sum();",
        "double sum = 0; Parallel.For(0, x.Length, i => { lock (x) { p[i] = Math.Exp(i); sum += p[i]; } }); Parallel.For(0, x.Length, i => p[i] /= sum);",
        "double sum = 0; Parallel.For(0, x.Length, (i, state) => { lock (x) { sum += Math.Exp(x[i]); } }); p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; Parallel.Invoke(() => sum += x.Sum(Math.Exp)); p[0] = Math.Exp(x[0]) / sum;",
        "var e = new Dictionary<int, double>(); for (int i = 0; i < x.Length; i++) e[i] = Math.Exp(x[i]); foreach (var (key, weight) in e) p[key] = weight / e.Values.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); e.Sort((a, b) => (int)(a - b)); p[0] = e[0] / e.Sum();",
        "var random = x.Select(v => Math.Exp(v)).ToList(); p[0] = random[0] / random.Sum();",
        "var e = x?.Select(v => Math.Exp(v)).ToArray(); p[0] = e[0] / e.Sum();",
        "var e = new Vector2(MathF.Exp(f[0]), 1f); q[0] = e.X / f.Sum(MathF.Exp);",
        "double m = x[0]; foreach (double v in x) m = v < m ? v : m; p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = TensorPrimitives.Min<double>(x); p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x.Average(), n = g.Average(), a = Math.Exp(-(m - n)), b = Math.Exp(1); p[0] = a / (a + b);",
        "double m = x.Average(); if (x[0] < m) { double a = Math.Exp(x[1] - m), b = Math.Exp(-1); p[0] = a / (a + b); }",
        "double u = x[0], w = x[1]; if (u < w) { double a = Math.Exp(u + w), b = Math.Exp(1); p[0] = a / (a + b); }",
        "double scale = s[0] > 1 ? s[0] : 1; var e = x.Select(v => Math.Exp(v / scale)).ToList(); p[0] = e[0] / e.Sum();",
        "double scale = Math.Abs(s[0]); var e = x.Select(v => Math.Exp(v / scale)).ToList(); p[0] = e[0] / e.Sum();",
        "double a = Math.Exp(-TensorPrimitives.Dot<double>(x, g)), b = Math.Exp(-TensorPrimitives.Dot<double>(x, s)); p[0] = a / (a + b);",
        "double distance = x.Sum(), a = Math.Exp(-distance), b = Math.Exp(-1); p[0] = a / (a + b);",
        "double k = 0; for (int i = 0; i < x.Length; i++) k++; double a = Math.Exp(k), b = Math.Exp(1); p[0] = a / (a + b);",
        "double sum = 0; for (int k = 0; k < x.Length; k++) sum += s[k] = Math.Exp(k); for (int k = 0; k < x.Length; k++) s[k] /= sum;",
        "int k = 0; foreach (double v in x) s[k++] = v; double a = Math.Exp(k), b = Math.Exp(1); p[0] = a / (a + b);",
        "int k = 0; var copy = new List<double>(x); foreach (double v in x) copy[k++] = v; double a = Math.Exp(k), b = Math.Exp(1); p[0] = a / (a + b);",
        "double sum = 0; int i = 0; do i++; while ((sum += Math.Exp(x[i])) < 100); p[0] = Math.Exp(x[0]) / sum;",
        "double sum = 0; int n = x.Select(v => sum += Math.Exp(v)).ToArray().Length; p[0] = Math.Exp(x[0]) / sum;",
        "int Fill() { for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); return x.Length; } switch (Fill()) { case 0: return; } p[0] /= p.Sum();",
        "int Fill() { for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); return x.Length; } label = Fill() switch { 0 => 1, _ => 2 }; p[0] /= p.Sum();",
        "int Fill() { for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); return x.Length; } label = label switch { _ when Fill() > 0 => 1, _ => 2 }; p[0] /= p.Sum();",
        "int Fill() { for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); return x.Length; } if (Fill() is 0) return; p[0] /= p.Sum();",
        "switch (label) { } p[0] = Math.Exp(x[0]) / x.Sum(Math.Exp);",
        "double e = 1; foreach (double v in x) { switch (label) { case 0: break; } if (v > 1) { e = Math.Exp(v); break; } e = 2; } p[0] = e / x.Sum(Math.Exp);",
        "double e = 1; foreach (double v in x) { foreach (double w in g) s[0] = w; if (v > 1) { e = Math.Exp(v); break; } e = 2; } p[0] = e / x.Sum(Math.Exp);",
        "double e = 1; foreach (double v in x) { if (v > 1) { e = Math.Exp(v); continue; } if (v < 0) { e = 0; continue; } e = 3; } p[0] = e / x.Sum(Math.Exp);",
        "p[0] = Math.Exp(x[0]) / (Math.Exp(x[0]) + Math.Exp(1));",
        "Func<double> next = new Random().NextDouble; double a = Math.Exp(x[0] + next()), b = Math.Exp(x[1] + next()); p[0] = a / (a + b);",
        "double m = x.Min(v => v); p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "(double Low, double Top) b = (-Math.Abs(x[0]), x[1]); var e = x.Select(v => Math.Exp(b.Top)).ToList(); p[0] = e[0] / e.Sum();",
        "double sum = 0; int i = 0; while ((sum += Math.Exp(x[i])) < s[0]) i++; p[0] = Math.Exp(x[0]) / sum;",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = (e?[g?.Length ?? 0] ?? 0) / e.Sum();",
        "int Fill() { for (int i = 0; i < x.Length; i++) p[i] = Math.Exp(x[i]); return x.Length; } s = new double[Fill()]; p[0] /= p.Sum();",
    ];

    /// <summary>What keeps an exponential small, or is none in the end.</summary>
    public static TheoryData<string> HarmlessStatements =>
    [
        "double m = x.Max(); var e = x.Select(v => Math.Exp(v - m)).ToList(); p[0] = e[0] / e.Sum();",
        "double m = x.Max(v => v); var e = x.Select(v => Math.Exp(v - m)).ToList(); p[0] = e[0] / e.Sum();",
        "double m = x.Min(v => v); var e = x.Select(v => Math.Exp(m - v)).ToList(); p[0] = e[0] / e.Sum();",
        "double m = x[0]; foreach (double v in x) if (v > m) m = v; p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x[0]; foreach (double v in x) if (m < v) m = v; p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x[0]; foreach (double v in x) if (v < m) m = v; p[0] = Math.Exp(m - x[0]) / x.Sum(v => Math.Exp(m - v));",
        "double m = x[0]; foreach (double v in x) m = v > m ? v : m; p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x[0]; foreach (double v in x) m = v < m ? v : m; p[0] = Math.Exp(m - x[0]) / x.Sum(v => Math.Exp(m - v));",
        "double m = x[0]; foreach (double v in x) m = Math.Max(v, m); p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x.Aggregate(Math.Max); p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double m = x.OrderByDescending(v => v).First(); p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "double a = Math.Exp(-Math.Abs(x[0])), b = Math.Exp(-Math.Abs(x[1])); p[0] = a / (a + b);",
        "double a = Math.Exp(-x[0] * x[0]), b = Math.Exp(-x[1] * x[1]); p[0] = a / (a + b);",
        "double a = Math.Exp(-Math.Pow(x[0], 2)), b = Math.Exp(-Math.Pow(x[1], 2)); p[0] = a / (a + b);",
        "double a = Math.Exp(Math.Tanh(x[0])), b = Math.Exp(Math.Sin(x[1])); p[0] = a / (a + b);",
        "double a = Math.Exp(Math.Log(x[0])), b = Math.Exp(Math.Log2(x[1])); p[0] = a / (a + b);",
        "double u = x[0], w = x[1]; if (u > 9 || w > 9) return; double a = Math.Exp(u), b = Math.Exp(w); p[0] = a / (a + b);",
        "double u = x[0], w = x[1]; if (!(u <= 9 && w <= 9)) return; double a = Math.Exp(u), b = Math.Exp(w); p[0] = a / (a + b);",
        "double u = x[0], w = x[1]; if (9 >= u && 9 >= w) { double a = Math.Exp(u), b = Math.Exp(w); p[0] = a / (a + b); }",
        "double u = x[0], w = x[1]; if (u < w) { double a = Math.Exp(u - w), b = 1; p[0] = a / (a + b + Math.Exp(u - w)); }",
        "double u = x[0], w = x[1]; while (u < 9 && w < 9) { double a = Math.Exp(u), b = Math.Exp(w); p[0] = a / (a + b); return; }",
        "double a = Math.Exp(-label * 0.0), b = Math.Exp(1); p[0] = a / (a + b);",
        "double a = Math.Exp(-x.Length), b = Math.Exp(-x.Count()); p[0] = a / (a + b);",
        "byte u = (byte)label, w = 3; double a = Math.Exp(-u), b = Math.Exp(-w); p[0] = a / (a + b);",
        "double a = Math.Exp(-DateTime.Now.Subtract(DateTime.Today).TotalDays), b = Math.Exp(-1); p[0] = a / (a + b);",
        "double a = Math.Exp(new Random().NextDouble()), b = Math.Exp(1); p[0] = a / (a + b);",
        "double e = Math.Exp(x[0]); e = 1; p[0] = e / (e + 1);",
        "double e = Math.Exp(x[0]); switch (label) { case 0: e = 1; break; default: e = 2; break; } p[0] = e / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); switch (label) { default: e = 2; break; case 0: e = 1; break; } p[0] = e / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); int n = (int)x[0]; p[0] = n / (n + e); p[1] = 1 / x.Sum(Math.Exp);",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = x[0] / e.Count(v => v > 1); p[1] = 1 / x.Sum(Math.Exp);",
        "var e = x.Select(v => Math.Exp(v)).ToList(); e.Clear(); p[0] = 1 / x.Sum(); p[1] = 1 / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); p[0] = e / x.Sum(); p[1] = 1 / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]) * x[1], sum = x.Sum(v => Math.Exp(v - 1) * v); p[0] = e / sum;",
        "double a = Math.Exp(Math.Clamp(x[0], -5, 5)), b = Math.Exp(Math.Min(x[1], 5)); p[0] = a / (a + b);",
        "TensorPrimitives.Subtract(x, TensorPrimitives.Max<double>(x), p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "TensorPrimitives.Abs<double>(x, p); TensorPrimitives.Negate<double>(p, p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "var d = new List<double>(x.Select(v => -Math.Abs(v))); var e = d.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Sum();",
        "var d = new List<double>(); foreach (double v in x) d.Add(-Math.Abs(v)); var e = d.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Sum();",
        "var d = new double[x.Length]; for (int i = 0; i < x.Length; i++) d[i] = -Math.Abs(x[i]); var e = d.Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Sum();",
        "for (int i = 0; i < 9; i++) p[i] = Math.Exp(x[i]); for (int i = 0; i < 9; i++) p[i] = 1; p[0] /= x.Sum(Math.Exp);",
        "var e = new double[9, 1]; for (int i = 0; i < 9; i++) e[i, 0] = Math.Exp(x[i]); for (int i = 0; i < 9; i++) e[i, 0] = 1; p[0] = e[0, 0] / x.Sum(Math.Exp);",
        "for (int i = 0; i < 9; i++) p[i] = Math.Exp(x[i]); Parallel.For(0, 9, i => { p[i] = 1; }); p[0] /= x.Sum(Math.Exp);",
        "var all = x.ToList(); all.ForEach(v => { v = Math.Exp(v); }); p[0] = all[0] / all.Sum();",
        "var e = new List<double>(x); for (int i = 0; i < e.Count; i++) e[i] = Math.Exp(e[i]); p[0] = x[0] / e.Sum(); p[1] = 1 / e.Sum();",
        "var e = x.Select(v => Math.Exp(v)).ToList(); p[0] = x[0] / e.Sum(); p[1] = 1 / e.Sum();",
        "double e = Math.Exp(x[0]), d = Math.Exp(x[1]); e *= 2; p[0] = d / e; p[1] = 1 / x.Sum(Math.Exp);",
        "double e = 0; e = Math.Exp(x[0]); p[0] = Math.Exp(x[1]) / e; p[1] = 1 / x.Sum(Math.Exp);",
        "double e = Math.Exp(x[0]); e = Math.Exp(x[1]); p[0] = Math.Exp(x[2]) / e; p[1] = 1 / x.Sum(Math.Exp);",
        "double m = x.Max(v => g.Sum(w => w * v)); var e = x.Select(v => Math.Exp(g.Sum(w => w * v) - m)).ToList(); p[0] = e[0] / e.Sum();",
        "double m = x[0]; m += x[1]; p[0] = Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m));",
        "for (int i = 0; i < s.Length; i++) foreach (double v in x) s[i] += v; var e = s.Select(v => Math.Exp(v - s[0])).ToList(); p[0] = e[0] / e.Sum();",
        "double m = x.Average(), u = x[0]; if (u < m) { double a = Math.Exp(u - m), b = Math.Exp(-1); p[0] = a / (a + b); }",
        "double m = x.Average(); float u = f[0]; if (u < m) { double a = Math.Exp(u - m), b = Math.Exp(-1); p[0] = a / (a + b); }",
        "double m = x.Average(), n = g.Average(); if (m < n) { double a = Math.Exp(-(n - m)), b = Math.Exp(-1); p[0] = a / (a + b); }",
        "double m = x[0] > x[1] ? x[0] : x[1], a = Math.Exp(x[0] / m), b = Math.Exp(x[1] / m); p[0] = a / (a + b);",
        "double u = x[0], w = x[1]; if (u > 9 || w > 9) throw new ArgumentException(nameof(x)); double a = Math.Exp(u), b = Math.Exp(w); p[0] = a / (a + b);",
        "double sum = 0; foreach (double v in x) { if (v > 9) continue; sum += Math.Exp(v); } p[0] = Math.Exp(1) / sum;",
        "double sum = 0; for (int k = 0; k < 9; k++) sum += s[k] = Math.Exp(k); for (int k = 0; k < 9; k++) s[k] /= sum;",
        "double sum = 0; for (uint k = 0; k < 9; k++) sum += s[k] = Math.Exp(k); for (int k = 0; k < 9; k++) s[k] /= sum;",
        "double k = 0; while (label-- > 0) k--; double a = Math.Exp(k), b = Math.Exp(-1); p[0] = a / (a + b);",
        "double a = Math.Exp(-(Math.Abs(x[0]) % 1)), b = Math.Exp(-(Math.Abs(x[1]) % 1)); p[0] = a / (a + b);",
        "double e = Math.Exp(x[0]); switch (label) { case 0: e = 1; break; case 1: default: e = 2; break; } p[0] = e / x.Sum(Math.Exp);",
        "double a = Math.Exp(-Math.Exp(x[0])), b = Math.Exp(-Math.Exp(x[1])); p[0] = a / (a + b);",
        "var e = x.Select(Math.Tanh).Select(v => Math.Exp(v)).ToList(); p[0] = e[0] / e.Sum();",
        "(double Low, double High) b = (-Math.Abs(x[0]), x[1]); var e = x.Select(v => Math.Exp(b.Low)).ToList(); p[0] = e[0] / e.Sum();",
        "(double High, double Low) b = (x[1], -Math.Abs(x[0])); var e = x.Select(v => Math.Exp(b.Low)).ToList(); p[0] = e[0] / e.Sum();",
        "TensorPrimitives.Add(x, -TensorPrimitives.Max<double>(x), p); TensorPrimitives.Exp<double>(p, p); p[0] /= TensorPrimitives.Sum<double>(p);",
        "var (e, n) = (Math.Exp(x[0]), x[1]); p[0] = n / x.Sum(Math.Exp);",
        "void Reset(int i) { p[i] = 1; } for (int i = 0; i < 9; i++) p[i] = Math.Exp(x[i]); for (int i = 0; i < 9; i++) Reset(i); p[0] /= x.Sum(Math.Exp);",
        "double sum = 0; for (int i = 0; i < 9; i++) sum += p[i] = Math.Exp(x[i]); Func<double> first = () => p[0] / sum; for (int i = 0; i < 9; i++) p[i] = 1; s[0] = first();",
        "double sum = 0; for (int i = 0; i < 9; i++) sum += p[i] = Math.Exp(x[i]); { double First() { return p[0] / sum; } for (int i = 0; i < 9; i++) p[i] = 1; s[0] = First(); }",
    ];

    /// <summary>Members and types that hand exponentials to each other.</summary>
    public static TheoryData<string> OverflowingMembers =>
    [
        "record Pair { public double Top, All; public Pair(double top, double all) { Top = top; All = all; } } static double M(double[] x) { var e = new Pair(Math.Exp(x[0]), x.Sum(Math.Exp)); return e.Top / e.All; }",
        "record Pair { public double _top, _all; public Pair(double top, double all) { _top = top; _all = all; } } static double M(double[] x) { var e = new Pair(Math.Exp(x[0]), x.Sum(Math.Exp)); return e._top / e._all; }",
        "record Pair(double Top, double All); static double M(double[] x) { Pair e = new(Math.Exp(x[0]), x.Sum(Math.Exp)); return e.Top / e.All; }",
        "record Pair(double Top, double All); static double M(double[] x) { Pair e = new(All: x.Sum(Math.Exp), Top: Math.Exp(x[0])); return e.Top / e.All; }",
        "record Pair { public double Top, All; } static double M(double[] x) { var e = new Pair { Top = Math.Exp(x[0]), All = x.Sum(Math.Exp) }; return e.Top / e.All; }",
        "record Pair { public double Top; } record Whole { public Pair Part; public double All; } static double M(double[] x) { var e = new Whole { Part = new Pair { Top = Math.Exp(x[0]) }, All = x.Sum(Math.Exp) }; return e.Part.Top / e.All; }",
        "record Pair { public double Top, All; } static Pair _e = new(); static double M(double[] x) { _e.Top = Math.Exp(x[0]); _e.All = x.Sum(Math.Exp); return _e.Top / _e.All; }",
        "static double[] _x; static double Top => Math.Exp(_x[0]); static double All => _x.Sum(Math.Exp); static double M() => Top / All;",
        "static double[] _x; static double Top { get { return Math.Exp(_x[0]); } set { } } static double M() => Top / _x.Sum(Math.Exp);",
        "static double Exponential(this double v) => Math.Exp(v); static double M(double[] x) => x[0].Exponential() / x.Sum(v => v.Exponential());",
        "static T Same<T>(T v) => v; static double M(double[] x) => Same(Math.Exp(x[0])) / x.Sum(Math.Exp);",
        "static void Add(ref double sum, double v) { sum += v; } static double M(double[] x) { double sum = 0; foreach (double v in x) Add(ref sum, Math.Exp(v)); return Math.Exp(x[0]) / sum; }",
        "static double Ratio(double all, double top) => top / all; static double M(double[] x) => Ratio(top: Math.Exp(x[0]), all: x.Sum(Math.Exp));",
        "static double Ratio(double top, double all) { if (all == 0) return 0; return top / all; } static double M(double[] x) => Ratio(Math.Exp(x[0]), x.Sum(Math.Exp));",
        "static double Sum(double[] e) { double sum = 0; foreach (double v in e) sum += v; return sum; } static double M(double[] x) { var e = x.Select(Math.Exp).ToArray(); return e[0] / Sum(e); }",
        "static void Fill(double[] x, double[] e) { for (int i = 0; i < x.Length; i++) e[i] = Math.Exp(x[i]); } static double M(double[] x) { var e = new double[9]; Fill(x, e); return e[0] / e.Sum(); }",
        "static IEnumerable<double> All(double[] x) { foreach (double v in x) yield return Math.Exp(v); } static double M(double[] x) => Math.Exp(x[0]) / All(x).Sum();",
        "interface IScore { double Of(double v); } static double M(double[] x, IScore score) => Math.Exp(score.Of(x[0])) / x.Sum(v => Math.Exp(score.Of(v)));",
        "interface IRandom { double NextGaussian(); } static double M(double[] x, IRandom random) { var e = x.Select(v => Math.Exp(random.NextGaussian())).ToArray(); return e[0] / e.Sum(); }",
        "static readonly double Rate = 0.5; static double M(double[] x) { var e = x.Select(v => Math.Exp(Rate * v)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(double[] x, double temperature) { var e = x.Select(v => Math.Exp(v / temperature)).ToArray(); return e[0] / e.Sum(); }",
        "static Func<double, double> Activation() => v => Math.Exp(v); static double M(double[] x) { var exp = Activation(); return exp(x[0]) / x.Sum(exp); }",
        "static double Apply(Func<double, double> f, double v) => f(v); static double M(double[] x) => Apply(Math.Exp, x[0]) / x.Sum(Math.Exp);",
        "static double M(List<double> x) { var e = new double[x.Count]; for (int i = 0; i < x.Count; i++) e[i] = Math.Exp(x[i]); double sum = 0; foreach (double v in e) sum += v; return e[0] / sum; }",
        "record Box { public double All; public Box(double top) { All = top; } } static double M(double[] x) { var e = new Box(x.Sum(Math.Exp)); return Math.Exp(x[0]) / e.All; }",
        "static extern double[] Normalize(this double[] v); static double[] M(double[] x) { var e = new double[9]; for (int i = 0; i < 9; i++) e[i] = Math.Exp(x[i]); return e.Normalize(); }",
        "static extern double[] Normalize(this List<double> v); static double[] M(double[] x) { var e = new List<double>(); for (int i = 0; i < 9; i++) e.Add(Math.Exp(x[i])); return e.Normalize(); }",
        "static extern double[] Normalize(double[] v); static double[] M(double[] x) { var e = new double[9]; for (int i = 0; i < 9; i++) e[i] = Math.Exp(x[i]); return Normalize(e); }",
        "static double M(double[] x, Func<double, double> score) => Math.Exp(score(x[0])) / x.Sum(v => Math.Exp(score(v)));",
        "record Layer { public double All; } static double M(double[] x, Layer layer) { layer.All = x.Sum(Math.Exp); return Math.Exp(x[0]) / (layer?.All ?? 1); }",
        "record Row(double[] Cells) { public Row Activated() { for (int i = 0; i < Cells.Length; i++) Cells[i] = Math.Exp(Cells[i]); return this; } } static double M(double[] x) { var e = new Row(x).Activated(); return e.Cells[0] / e.Cells.Sum(); }",
        "static double _sum; static double Share(double v) => v / _sum; static double[] M(double[] x, double[] y) { double m = y.Max(); var d = y.Select(v => Math.Exp(v - m)).ToArray(); var e = x.Select(Math.Exp).ToArray(); _sum = e.Sum(); return e.Select(Share).Append(d[0] / d.Sum()).ToArray(); }",
        "static double _sum; static double Share(double v) => v / _sum; static double M(double[] x, double[] y) { double m = y.Max(); var d = y.Select(v => Math.Exp(v - m)).ToArray(); var e = x.Select(Math.Exp).ToArray(); _sum = e.Sum(); Func<double, double> share = Share; return share(e[0]) + d[0] / d.Sum(); }",
        "static double Weight(double v) => Math.Exp(v); static double M(double[] x) => x.Select(Weight).First() / x.Select(Weight).Sum();",
        "static extern double Add(double a, double b); static double M(double[] x) { var e = x.Select(Math.Exp).ToArray(); return e[0] / e.Aggregate(Add); }",
        "static extern double Multiply(double a, double b); static double[] M(double[] x) { var e = x.Select(Math.Exp).ToArray(); var scale = Enumerable.Repeat(1 / e.Sum(), 9); return e.Zip(scale, Multiply).ToArray(); }",
        "static extern double[] Divide(double[] a, double b, double epsilon); static double[] M(double[] x) { var e = x.Select(Math.Exp).ToArray(); return Divide(e, e.Sum(), 1e-9); }",
        "static extern void Multiply(double[] result, double[] a, double b); static double M(double[] x) { var e = x.Select(Math.Exp).ToArray(); var half = new double[9]; Multiply(half, e, 0.5); return half[0] / half.Sum(); }",
        "static extern void Kernel(double[] v, double[] e); static double[] Exp(double[] v) { var e = new double[9]; Kernel(v, e); return e; } static double M(double[] x) { var e = Exp(x); return e[0] / e.Sum(); }",
        "static extern double Scale(double v); static double M(double[] x) => Math.Exp(Scale(x[0])) / x.Sum(v => Math.Exp(Scale(v)));",
        "static extern double[] GetScores(); static double M() { var e = GetScores().Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
        "static extern void Shuffle(double[] v); static double M(double[] x) { var d = x.Select(v => -Math.Abs(v)).ToArray(); Shuffle(d); var e = d.Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
        "static extern void Transform(double[] v); static double M(double[] x) { var d = x.Select(v => -Math.Abs(v)).ToArray(); Transform(d); var e = d.Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
        "static extern TimeSpan Time(Action work); static double M(double[] x) { double sum = 0, seconds = Time(() => { foreach (double v in x) sum += Math.Exp(v); }).TotalSeconds; return Math.Exp(x[0]) / sum + seconds; }",
        "record Grid { public extern double this[int i] { get; } } static double M() { var x = new Grid(); return Math.Exp(x[0]) / (Math.Exp(x[0]) + Math.Exp(x[1])); }",
        "static double Dot(double[] a, double[] b) { double sum = 0; for (int i = 0; i < a.Length; i++) sum += a[i] * b[i]; return sum; } static double M(double[] w, double[][] x) => Math.Exp(-Dot(w, x[0])) / x.Sum(v => Math.Exp(-Dot(w, v)));",
        "static void Fill(double[] x, double[] e) { if (x.Length == 0) return; for (int i = 0; i < x.Length; i++) e[i] = Math.Exp(x[i]); } static double M(double[] x) { var e = new double[9]; Fill(x, e); return e[0] / e.Sum(); }",
        "static extern double[] Normalize(this IEnumerable<double> v); static double[] M(IEnumerable<double> x) { var e = x.Select(v => Math.Exp(v)); return e.Normalize(); }",
        "static extern double[] Normalize(this IList<double> v); static double[] M(IList<double> e, double[] x) { for (int i = 0; i < 9; i++) e[i] = Math.Exp(x[i]); return e.Normalize(); }",
        "static extern double[] Normalize(this IReadOnlyList<double> v); static double[] M(double[] x) { IReadOnlyList<double> e = x.Select(v => Math.Exp(v)).ToList(); return e.Normalize(); }",
        "static extern Vector<double> NormalizeProbabilities(this Vector<double> v); static Vector<double> M(double[] x) { var e = new Vector<double>(Math.Exp(x[0])); return e.NormalizeProbabilities(); }",
        "static double[] _x = new double[9]; static double First { get; } = Math.Exp(_x[0]) / _x.Sum(Math.Exp);",
        "static double[] _x = new double[9]; static double _first = Math.Exp(_x[0]) / _x.Sum(Math.Exp);",
        "record Cell { public double E; public void Fill(double v) { void Set() { E = Math.Exp(v); } Set(); } } static double M(double[] x) { var cell = new Cell(); cell.Fill(x[0]); return cell.E / x.Sum(Math.Exp); }",
        "record Tensor(int Size) { public extern Tensor Exp(); public extern Tensor Sum(); extern void CopyTo(Tensor other); public Tensor Reshape(int size) { var view = new Tensor(size); CopyTo(view); return view; } public static extern Tensor operator /(Tensor a, Tensor b); } static Tensor M(Tensor x) { var e = x.Exp().Reshape(9); return e / e.Sum(); }",
        "static extern void MapInplace(this double[] v, Func<double, double> f); static double M(double[] x) { x.MapInplace(Math.Exp); return x[0] / x.Sum(); }",
        "static extern void Exp(double[] v, double rate); static double M(double[] x) { Exp(x, 0.5); return x[0] / x.Sum(); }",
        "static extern void Fill(double[] v); static double M(double[] x) { Fill(x); return Math.Exp(x[0]) / x.Sum(Math.Exp); }",
    ];

    /// <summary>Members and types that explain why there is nothing to report.</summary>
    public static TheoryData<string> HarmlessMembers =>
    [
        "record Pair(double Top, double Bias); static double M(double[] x) { var e = new Pair(Math.Exp(x[0]), x[1]); return e.Bias / x.Sum(Math.Exp); }",
        "record Pair { public double Top, Bias; } static double M(double[] x) { var e = new Pair { Top = Math.Exp(x[0]), Bias = x[1] }; return e.Bias / x.Sum(Math.Exp); }",
        "static double Shift(double[] x, int i) => x[i] - x.Max(); static double M(double[] x) => Math.Exp(Shift(x, 0)) / x.Select((v, i) => Math.Exp(Shift(x, i))).Sum();",
        "static double Largest(double[] x) { double m = x[0]; foreach (double v in x) if (v > m) m = v; return m; } static double M(double[] x) { double m = Largest(x); return Math.Exp(x[0] - m) / x.Sum(v => Math.Exp(v - m)); }",
        "static readonly double Rate = -0.5; static double M(double[] x) { var e = x.Select(v => Math.Exp(Rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "interface IRandom { double NextUnit(); } static double M(double[] x, IRandom random) { var e = x.Select(v => Math.Exp(random.NextUnit())).ToArray(); return e[0] / e.Sum(); }",
        "const double Rate = -0.5; static double M(double[] x) { var e = x.Select(v => Math.Exp(Rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(double[] x, double rate) { var e = x.Select(v => Math.Exp(-rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(double[] x, double temperature) { double m = x.Max(); var e = x.Select(v => Math.Exp((v - m) / temperature)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(double[] x, double beta) { double m = x.Max(); var e = x.Select(v => Math.Exp(beta * (v - m))).ToArray(); return e[0] / e.Sum(); }",
        "static double LogWeight(double v) => v * 2; static double M(double[] x) => Math.Exp(LogWeight(x[0])) / x.Sum(v => Math.Exp(LogWeight(v)));",
        "static double Distance(double a, double b) => Math.Abs(a - b); static double M(double[] x) => Math.Exp(-Distance(x[0], 1)) / x.Sum(v => Math.Exp(-Distance(v, 1)));",
        "record Pair { public double Distance; } static double M(Pair[] x) { var e = x.Select(v => Math.Exp(-v.Distance)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(byte[] x) { var e = x.Select(v => Math.Exp(-v)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(uint a, uint b) => Math.Exp(-(double)a) / (Math.Exp(-(double)a) + Math.Exp(-(double)b));",
        "record Pair(double Top, double Bias) { public double Other; } static double M(double[] x) { var e = new Pair(Math.Exp(x[0]), x[1]); return e.Other / x.Sum(Math.Exp); }",
        "static extern double Norm(double[] v); static double M(double[] x) { double all = Norm(x); var e = x.Select(v => Math.Exp(v / all)).ToArray(); return e[0] / e.Sum(); }",
        "const double Two = 2, Other = Math.E; static double M(double[] x) { var e = x.Select(v => Math.Pow(Two, v)).ToArray(); return e[0] / e.Sum(); }",
        "static extern Vector<double> Normalize(this Vector<double> v); static Vector<double> M(double[] x) { var e = new Vector<double>(Math.Exp(x[0])); return e.Normalize(); }",
        "record Neuron { public double Output { get; set; } } static double M(double[] x, Neuron neuron) { neuron.Output = Math.Exp(x[0]); neuron.Output = 1; return neuron.Output / x.Sum(Math.Exp); }",
        "static double Dot(double[] a, double[] b) { double sum = 0; for (int i = 0; i < a.Length; i++) sum += a[i] * b[i]; return sum; } static double M(double[] c, double[] d) => Math.Exp(-Dot(c, c)) / (Math.Exp(-Dot(c, c)) + Math.Exp(-Dot(d, d)));",
        "interface IMath { double Exp(double v); } static double M(double[] x, IMath math) { double m = x.Max(); return math.Exp(x[0] - m) / x.Sum(v => math.Exp(v - m)); }",
        "static extern double Exp(double v, double limit); static double M(double[] x, double limit) { double m = x.Max(); return Exp(x[0] - m, limit) / x.Sum(v => Exp(v - m, limit)); }",
        "static extern double[] Exp(this double[] v, int axis); static double M(double[] x, int axis) { double m = x.Max(); var d = x.Select(v => v - m).ToArray(); var e = d.Exp(axis); return e[0] / e.Sum(); }",
        "static extern double Subtract(double a, double b); static double M(double[] x) { var m = Enumerable.Repeat(x.Max(), 9); var e = x.Zip(m, Subtract).Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
        "static void Shift(double[] v, int n) { double m = v.Max(); for (int i = 0; i < n; i++) v[i] -= m; } static double M(double[] x) { Shift(x, 9); var e = x.Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
        "static void Negate(ref double v) { v = -Math.Abs(v); } static double M(double[] x) { double u = x[0], w = x[1]; Negate(ref u); Negate(ref w); return Math.Exp(u) / (Math.Exp(u) + Math.Exp(w)); }",
        "static void Shift(double[] v) { double m = v.Max(); for (int i = 0; i < 9; i++) v[i] -= m; } static double M(double[] x, double[] y) { double m = y.Max(); var d = y.Select(v => Math.Exp(v - m)).ToArray(); Shift(x); var e = x.Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum() + d[0] / d.Sum(); }",
        "static double[] Exps(double[] v) { var e = new double[v.Length]; for (int i = 0; i < v.Length; i++) e[i] = Math.Exp(v[i]); return e; } static double M() { var e = Exps(new[] { 1.0, 2.0 }); return e[0] / e.Sum(); }",
        "static double _rate; static double M(double[] x) { var e = x.Select(v => Math.Exp(-_rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "static double Rate { get; set; } static double M(double[] x) { var e = x.Select(v => Math.Exp(-Rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "record Options { public double Rate { get; set; } } static double M(double[] x, Options options) { var e = x.Select(v => Math.Exp(-options.Rate * v * v)).ToArray(); return e[0] / e.Sum(); }",
        "static double M(List<double> distances) { var e = new double[9]; for (int i = 0; i < 9; i++) e[i] = Math.Exp(-distances[i]); return e[0] / e.Sum(); }",
        "static double Dot(double[] a, double[] b) { double sum = 0; for (int i = 0; i < a.Length; i++) sum += a[i] * b[i]; return Math.Tanh(sum); } static double M(double[] w, double[][] x) => Math.Exp(Dot(w, x[0])) / x.Sum(v => Math.Exp(Dot(w, v)));",
        "static extern double[] Take(int n, double[] v); static double M(double[] x, int n) { var d = x.Select(v => -Math.Abs(v)).ToArray(); var e = Take(n, d).Select(v => Math.Exp(v)).ToArray(); return e[0] / e.Sum(); }",
    ];

    [Theory]
    [MemberData(nameof(OverflowingStatements))]
    public void An_exponential_reaches_its_sum(string statements) => Assert.True(IsReported(Analysis.InMethod(statements)), statements);

    [Theory]
    [MemberData(nameof(HarmlessStatements))]
    public void An_exponential_is_kept_small_or_meets_no_sum(string statements)
    {
        Assert.True(IsInterpreted(Analysis.InMethod(statements)), statements);
        Assert.False(IsReported(Analysis.InMethod(statements)), statements);
    }

    [Theory]
    [MemberData(nameof(OverflowingMembers))]
    public void Members_hand_exponentials_on(string members) => Assert.True(IsReported(Analysis.InClass(members)), members);

    [Theory]
    [MemberData(nameof(HarmlessMembers))]
    public void Members_explain_that_nothing_overflows(string members)
    {
        Assert.True(IsInterpreted(Analysis.InClass(members)), members);
        Assert.False(IsReported(Analysis.InClass(members)), members);
    }

    [Theory]
    [MemberData(nameof(OverflowingStatements))]
    [MemberData(nameof(HarmlessStatements))]
    public void Cases_compile(string statements) => Compiles(Analysis.InMethod(statements));

    [Theory]
    [MemberData(nameof(OverflowingMembers))]
    [MemberData(nameof(HarmlessMembers))]
    public void Cases_of_members_compile(string members) => Compiles(Analysis.InClass(members));

    [Fact]
    public void A_long_member_is_run_to_its_end() =>
        Assert.True(IsReported(Analysis.InMethod(string.Concat(Enumerable.Repeat("t += x[0];\n", 300)) + "p[0] = Math.Exp(x[0]) / x.Sum(Math.Exp);")));

    [Fact]
    public void A_member_is_interpreted_without_others_that_fill_its_fields() =>
        Assert.True(Assert.Single(Analyze("static double M(double[] x) => Math.Exp(x[0]) / x.Sum(Math.Exp);", CancellationToken.None)).IsUnstable);

    [Fact]
    public void An_editor_may_cancel_the_interpretation() =>
        Assert.Throws<OperationCanceledException>(() => Analyze("static double M(double[] x) => x[0];", new(canceled: true)));

    private static ImmutableArray<SoftmaxPattern> Analyze(string method, CancellationToken cancellationToken)
    {
        IOperation body = Operations.Body(method);
        SemanticModel model = body.SemanticModel!;
        return AbstractInterpreter.Analyze(body, model.GetDeclaredSymbol(body.Syntax, CancellationToken.None)!, new(model.Compilation), cancellationToken);
    }

    // Most members are passed over for their syntax alone; those say nothing of what the interpretation finds.
    private static bool IsInterpreted(string code) => CandidateMembers.Find(CSharpSyntaxTree.ParseText(code).GetRoot(), CancellationToken.None).Count > 0;

    private static bool IsReported(string code) => Analysis.Diagnose(Analysis.Compile(code)).Any(diagnostic => diagnostic.Id == "SMX1001");

    private static void Compiles(string code) =>
        Assert.DoesNotContain(Analysis.Compile(code).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
