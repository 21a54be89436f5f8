using SoftmaxGen.Members;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>
/// What members compute, as one would write it in doubles, and what PyTorch makes of special values: to compare every member with in every form. Of a member for rows it is that of one row.
/// </summary>
internal static class PlainLoops
{
    private const double Smoothing = 0.125;

    /// <summary>The results of a member for one row.</summary>
    /// <param name="member">The member, or the one for rows.</param>
    /// <param name="x">The first input.</param>
    /// <param name="v">What stands beside it, if anything.</param>
    /// <param name="temperature">The temperature, of members that take one.</param>
    /// <param name="label">The label, of members that take one.</param>
    public static double[] Of(MemberDescription member, double[] x, double[] v, double temperature, int label)
    {
        double t = member.Has(ParameterKind.Temperature) ? temperature : 1;
        double[] target = HasTarget(member) ? v : Target(x.Length, label, member.Has(ParameterKind.LabelSmoothing) ? Smoothing : 0);
        return NameOfRow(member) switch
        {
            "Softmax" => Softmax(x, t),
            "LogSoftmax" => LogSoftmax(x, t),
            "LogSumExp" => [LogSumExp(x)],
            "Entropy" => [Sum(x, LogSoftmax(x, 1), static (p, log) => -p * log)],
            "Jacobian" => Jacobian(Softmax(x, 1)),
            "JacobianFromSoftmax" => Jacobian(x),
            "VectorJacobianProduct" or "JacobianVectorProduct" => Product(x, v),
            "LogSumExpHessianVectorProduct" => Product(Softmax(x, 1), v),
            "LogSoftmaxVectorJacobianProduct" => LogSoftmaxProduct(x, v),
            "CrossEntropy" => [Loss(x, target, t)],
            "CrossEntropyGradient" or "CrossEntropyWithGradient" => Gradient(x, target, t),
            "CrossEntropyTemperatureDerivative" => [IsPoisoned(x) ? double.NaN : (x[label] - Sum(x, x, static (p, logit) => p * logit, t)) / (t * t)],
            "LogProbability" => [-Loss(x, target, 1)],
            "LogProbabilityGradient" => [.. Gradient(x, target, 1).Select(static g => -g)],
            "EntropyGradient" => EntropyGradient(x),
            "KullbackLeibler" => [Divergence(x, v)],
            "KullbackLeiblerGradientByX" => DivergenceGradientByX(x, v),
            "KullbackLeiblerGradientByY" => [.. Softmax(v, 1).Zip(Softmax(x, 1), static (q, p) => q - p)],
            string name => throw new NotSupportedException($"{name}, of which nothing is known here."),
        };
    }

    /// <summary>The name of the member for one row.</summary>
    public static string NameOfRow(MemberDescription member) => member.IsBatch ? member.Name[..^"Rows".Length] : member.Name;

    /// <summary>Whether its second input is a target distribution.</summary>
    public static bool HasTarget(MemberDescription member) => member.Inputs.Any(static input => input.Name is "target" or "targets");

    /// <summary>Whether a row has no softmax.</summary>
    public static bool IsPoisoned(double[] x) => x.Any(static value => double.IsNaN(value) || double.IsPositiveInfinity(value)) || x.All(double.IsNegativeInfinity);

    private static double[] Softmax(double[] x, double t)
    {
        if (IsPoisoned(x))
            return [.. x.Select(static _ => double.NaN)];
        double max = x.Max();
        double[] terms = [.. x.Select(value => Math.Exp((value - max) / t))];
        double sum = terms.Sum();
        return [.. terms.Select(term => term / sum)];
    }

    private static double[] LogSoftmax(double[] x, double t)
    {
        if (IsPoisoned(x))
            return [.. x.Select(static _ => double.NaN)];
        double max = x.Max(), log = Math.Log(x.Sum(value => Math.Exp((value - max) / t)));
        return [.. x.Select(value => ((value - max) / t) - log)];
    }

    private static double LogSumExp(double[] x)
    {
        double max = x.Any(double.IsNaN) ? double.NaN : x.Max();
        return double.IsFinite(max) ? max + Math.Log(x.Sum(value => Math.Exp(value - max))) : max;
    }

    // What has no probability counts nothing, however far it is.
    private static double Sum(double[] x, double[] other, Func<double, double, double> each, double t = 1) =>
        IsPoisoned(x) ? double.NaN : Softmax(x, t).Zip(other, (p, o) => p == 0 ? 0 : each(p, o)).Sum();

    private static double[] Jacobian(double[] p) =>
        [.. Enumerable.Range(0, p.Length * p.Length).Select(at => at / p.Length == at % p.Length ? p[at % p.Length] * AllBut(p, at % p.Length) : -p[at / p.Length] * p[at % p.Length])];

    private static double AllBut(double[] p, int but) => p.Where((_, i) => i != but).Sum();

    private static double[] Product(double[] p, double[] g)
    {
        double mean = p.Zip(g, static (a, b) => a * b).Sum();
        return [.. p.Select((value, i) => value * (g[i] - mean))];
    }

    private static double[] LogSoftmaxProduct(double[] p, double[] g)
    {
        double sum = g.Sum();
        return [.. p.Select((value, i) => g[i] - (value * sum))];
    }

    private static double[] Target(int length, int label, double smoothing) =>
        [.. Enumerable.Range(0, length).Select(i => (i == label ? 1 - smoothing : 0) + (smoothing / length))];

    private static double Loss(double[] x, double[] target, double t) =>
        IsPoisoned(x) ? double.NaN : LogSoftmax(x, t).Zip(target, static (log, share) => share == 0 ? 0 : share * (0 - log)).Sum();

    // Where a target is nearly all, the others are what is left of it.
    private static double[] Gradient(double[] x, double[] target, double t)
    {
        double[] p = Softmax(x, t);
        return [.. p.Select((value, i) => (target[i] > 0.5 && !IsPoisoned(x) ? (1 - target[i]) - AllBut(p, i) : value - target[i]) / t)];
    }

    private static double[] EntropyGradient(double[] x)
    {
        double[] log = LogSoftmax(x, 1);
        double entropy = Sum(x, log, static (p, value) => -p * value);
        return [.. Softmax(x, 1).Select((p, i) => p == 0 ? 0 : -p * (log[i] + entropy))];
    }

    private static double Divergence(double[] x, double[] y) =>
        IsPoisoned(y) ? double.NaN : Sum(x, [.. LogSoftmax(x, 1).Zip(LogSoftmax(y, 1), static (a, b) => a - b)], static (p, difference) => p * difference);

    private static double[] DivergenceGradientByX(double[] x, double[] y)
    {
        double[] a = LogSoftmax(x, 1), b = LogSoftmax(y, 1);
        double divergence = Divergence(x, y);
        return [.. Softmax(x, 1).Select((p, i) => double.IsNaN(divergence) ? double.NaN : p == 0 ? 0 : p * (a[i] - b[i] - divergence))];
    }
}
