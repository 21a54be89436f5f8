namespace SoftmaxGen.Recognition;

/// <summary>Names of functions, as the numeric libraries have them.</summary>
internal static class KnownFunctions
{
    private static readonly string[] Decorations = ["Pointwise", "ElementWise", "Elementwise", "Element", "Vector", "InPlace", "Inplace", "Fast"];

    private static readonly string[] NonNegativeWords = ["Distance", "Dist", "Norm", "Magnitude", "Squared", "Squares", "Abs", "Length"];

    private static readonly (KnownFunction Function, string Names)[] Vocabulary =
    [
        (KnownFunction.Exp, "exp expf exponential exponentiate"),
        (KnownFunction.Pow, "pow power powf"),
        (KnownFunction.Add, "add plus op_addition"),
        (KnownFunction.Subtract, "sub subtract minus"),
        (KnownFunction.Multiply, "mul multiply times scale"),
        (KnownFunction.Divide, "div divide divideby truediv"),
        (KnownFunction.Negate, "neg negate negative"),
        (KnownFunction.Reciprocal, "reciprocal inverse invert"),
        (KnownFunction.Log, "log logf ln log2 log10"),
        (KnownFunction.Log1P, "log1p"),
        (KnownFunction.Sum, "sum sumall reducesum columnsums rowsums sumrows sumcolumns cumsum cumulativesum sumofelements total"),
        (KnownFunction.Normalize, "normalize normalise normalizecolumns normalizerows normalizesum normalizel1 renormalize renormalise normalizeprobabilities"),
        (KnownFunction.Mean, "mean average avg"),
        (KnownFunction.Max, "max maximum amax reducemax maxby maxvalue getmax maxnumber maxnative"),
        (KnownFunction.Min, "min minimum amin reducemin minnumber minnative"),
        (KnownFunction.Clamp, "clamp clip"),
        (KnownFunction.Dot, "dot dotproduct innerproduct scalarproduct"),
        (KnownFunction.NonNegative, "abs fabs sqrt norm l2norm relu softplus squaredifference getlength count"),
        (KnownFunction.Square, "square sqr squared pow2 sq"),
        (KnownFunction.Unit, "sigmoid logistic clamp01 softmax"),
        (KnownFunction.Symmetric, "tanh sin cos sign erf cosine cosinesimilarity cossimilarity"),
        (KnownFunction.NonLinear, "tan sinh cosh atan floor ceiling gamma expm1"),
        (KnownFunction.Random, "nextdouble nextsingle nextfloat nextuniform randomdouble randomfloat randomuniform"),
        (KnownFunction.Aggregate, "aggregate fold reduce scan"),
        (KnownFunction.Store, "enqueue push tryadd insert addrange setvalue append fill set"),
        (KnownFunction.Compare, "compareto compare greaterthan lessthan"),
    ];

    /// <summary>First words of functions that move or convert what they are given.</summary>
    private const string PassThrough = """
        to from as convert cast create expand repeat reshape broadcast tile copy clone slice skip take where order
        then sort reverse concat append prepend flatten squeeze unsqueeze view transpose get item first last single
        element distinct default union enumerate row column round of build dense array detach cpu cuda data memoize
        cache chunk select map transform apply foreach zip configure change saturate batch pad keep list vector
        matrix tensor double float keepdim keepdims contiguous widen narrow value op dequeue pop peek
        """;

    private static readonly Dictionary<string, KnownFunction> Exact = Vocabulary
        .SelectMany(static entry => Words(entry.Names).Select(name => (Name: name, entry.Function)))
        .ToDictionary(static entry => entry.Name, static entry => entry.Function, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> PassThroughWords = new(Words(PassThrough), StringComparer.OrdinalIgnoreCase);

    public static KnownFunction Find(string name)
    {
        if (name.Length == 0)
            return KnownFunction.None;
        if (Exact.TryGetValue(name, out var function))
            return function;

        var bare = name.TrimEnd('_');
        foreach (var decoration in Decorations)
        {
            if (bare.StartsWith(decoration, StringComparison.Ordinal))
                bare = bare.Substring(decoration.Length);
            else if (bare.EndsWith(decoration, StringComparison.Ordinal))
                bare = bare.Substring(0, bare.Length - decoration.Length);
        }

        if (bare.Length != name.Length && Exact.TryGetValue(bare, out function))
            return function;
        foreach (var word in NonNegativeWords)
        {
            if (name.IndexOf(word, StringComparison.Ordinal) >= 0)
                return KnownFunction.NonNegative;
        }

        return PassThroughWords.Contains(NameHints.FirstWord(name)) ? KnownFunction.PassThrough : KnownFunction.None;
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
