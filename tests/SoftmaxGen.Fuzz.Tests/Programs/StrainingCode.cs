using System.Text;
using CsCheck;

namespace SoftmaxGen.Fuzz.Tests.Programs;

/// <summary>Code of unusual size: nested deeply, long, with many members, or with helpers that call each other in circles.</summary>
internal static class StrainingCode
{
    public static string Write(PCG random)
    {
        int amount = 1 << (int)(2 + random.Next(7));
        return random.Next(8) switch
        {
            0 => InMethod(Exponentiate(Repeat("(", amount) + "x[i]" + Repeat(")", amount))),
            1 => InMethod(Exponentiate("x[i]" + Repeat(" + x[i] * t", amount))),
            2 => InMethod(Repeat("for (int k = 0; k < n; k++) {\n", amount) + Exponentiate("x[i]") + Repeat("}\n", amount)),
            3 => InMethod(Repeat("if (t > 0) {\n", amount) + Exponentiate("x[i]") + Repeat("}\nelse { sum = t; }\n", amount)),
            4 => InMethod(string.Concat(Enumerable.Range(0, amount).Select(k => $"double e{k} = Math.Exp(x[{k}]{(k > 0 ? $" - e{k - 1}" : "")});\nsum += e{k};\np[{k}] = e{k} / sum;\n"))),
            5 => Circle(amount),
            6 => "using System;\n" + string.Concat(Enumerable.Range(0, Math.Min(amount, 64)).Select(k => $"[SoftmaxGen.Softmax({1 + k % 9})]\ninternal static partial class Head{k};\n")),
            _ => string.Concat(Enumerable.Range(0, amount).Select(k => $"namespace N{k}\n{{\n")) + ProgramGen.CSharp.Write("types", 12, random) + Repeat("}\n", amount),
        };
    }

    private static string Exponentiate(string argument) => $"for (int i = 0; i < n; i++) sum += p[i] = Math.Exp({argument});\nfor (int i = 0; i < n; i++) p[i] /= sum;\n";

    private static string InMethod(string statements) => $"using System;\nstatic class Straining\n{{\nstatic void Run(double[] x, double[] p, int n, double t)\n{{\ndouble sum = 0;\n{statements}}}\n}}\n";

    // Each helper calls the next and the one after it, and the last ones the first.
    private static string Circle(int amount)
    {
        StringBuilder code = new("using System;\nstatic class Circle\n{\n");
        for (int k = 0; k < amount; k++)
            code.Append($"static double F{k}(double v) => v > {k} ? Math.Exp(F{(k + 1) % amount}(v)) / (F{(k + 2) % amount}(v) + F{(k + 1) % amount}(-v)) : v;\n");
        return code.Append("static void Run(double[] x, double[] p) { double s = 0; foreach (double v in x) s += F0(v); p[0] = F0(x[0]) / s; }\n}\n").ToString();
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
