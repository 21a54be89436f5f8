namespace SoftmaxGen.Reference;

/// <summary>Results that one bound is stated for.</summary>
/// <param name="Name">What they are, as docs/guarantees.md says it.</param>
/// <param name="Unit">What their errors are measured in.</param>
public sealed record Quantity(string Name, string Unit)
{
    private const string Ulp = "ulp";
    private const string UlpOfProbability = "ulp of p_i";

    public static readonly Quantity Probability = new("Softmax, with and without temperature; CrossEntropyGradient beside the label", Ulp);

    public static readonly Quantity SubnormalProbability = new("The same where the result is subnormal", "its spacing");

    /// <summary>p - 1 is computed as minus the sum of the others, and so has an error relative to itself.</summary>
    public static readonly Quantity LabelGradient = new("CrossEntropyGradient at the label", Ulp);

    public static readonly Quantity Logarithm = new("LogSoftmax, LogSumExp, CrossEntropy", Ulp);

    public static readonly Quantity Entropy = new("Entropy", Ulp);

    public static readonly Quantity TargetLoss = new("CrossEntropy with a target", Ulp);

    /// <summary>p_i - t_i, where the difference may cancel.</summary>
    public static readonly Quantity TargetGradient = new("CrossEntropyGradient with a target", "ulp of the larger of p_i and target_i");

    public static readonly Quantity TemperedLogarithm = new("LogSoftmax and CrossEntropy with a temperature", Ulp);

    public static readonly Quantity TemperedGradient = new("CrossEntropyGradient with a temperature", Ulp);

    /// <summary>The mean distance from the maximum less that of the label, which may cancel.</summary>
    public static readonly Quantity TemperatureDerivative = new("CrossEntropyTemperatureDerivative", "ulp of (max - x_label + Σ_k p_k (max - x_k)) / T²");

    /// <summary>p_i times a distance less the mean of all, where the difference may cancel.</summary>
    public static readonly Quantity EntropyGradient = new("EntropyGradient", "ulp of p_i (max - x_i + Σ_k p_k (max - x_k))");

    public static readonly Quantity Divergence = new("KullbackLeibler", "ulp of Σ_k p_k \\|log p_k - log q_k\\|");

    public static readonly Quantity DivergenceGradient = new("KullbackLeiblerGradientByX", "ulp of p_i (\\|log p_i - log q_i\\| + Σ_k p_k \\|log p_k - log q_k\\|)");

    public static readonly Quantity DivergenceGradientByY = new("KullbackLeiblerGradientByY", "ulp of the larger of p_i and q_i");

    public static readonly Quantity HessianProduct = new("LogSumExpHessianVectorProduct", "ulp of p_i (\\|g_i\\| + Σ_k \\|g_k\\| p_k)");

    public static readonly Quantity LogSoftmaxProduct = new("LogSoftmaxVectorJacobianProduct", "ulp of \\|g_i\\| + p_i Σ_k \\|g_k\\|");

    public static readonly Quantity MeanLoss = new("The loss that CrossEntropyWithGradientRows returns", Ulp);

    public static readonly Quantity TopProbability = new("ArgMax and TopK", Ulp);

    public static readonly Quantity Margin = new("The margin of ArgMax", Ulp);

    /// <summary>-p_i p_j.</summary>
    public static readonly Quantity JacobianOffDiagonal = new("Jacobian, off the diagonal", Ulp);

    /// <summary>p_i (1 - p_i), where the difference may cancel.</summary>
    public static readonly Quantity JacobianDiagonal = new("Jacobian, on the diagonal", UlpOfProbability);

    public static readonly Quantity JacobianFromSoftmaxOffDiagonal = new("JacobianFromSoftmax, off the diagonal", Ulp);

    public static readonly Quantity JacobianFromSoftmaxDiagonal = new("JacobianFromSoftmax, on the diagonal", Ulp);

    /// <summary>p_i (g_i - sum_k g_k p_k), where the difference and the sum may cancel.</summary>
    public static readonly Quantity VectorProduct = new("VectorJacobianProduct, JacobianVectorProduct", "ulp of p_i (\\|g_i\\| + Σ_k \\|g_k\\| p_k)");

    public override string ToString() => Name;
}
