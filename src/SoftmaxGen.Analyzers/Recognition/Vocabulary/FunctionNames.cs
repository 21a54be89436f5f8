namespace SoftmaxGen.Recognition;

/// <summary>Names of functions, as the numeric libraries have them.</summary>
internal static class FunctionNames
{
    private static readonly string[] Decorations = ["Pointwise", "ElementWise", "Elementwise", "Element", "Vector", "InPlace", "Inplace", "Fast"];

    private static readonly string[] NonNegativeWords = ["Distance", "Dist", "Norm", "Magnitude", "Squared", "Squares", "Abs", "Length"];

    private static readonly string[] OtherDraws = ["Int", "Long", "Byte", "Gauss", "Normal", "Bool", "Item"];

    // The logarithm of the gamma function, whose names are written in lower case since Fortran.
    private static readonly string[] LogGammaWords = ["loggam", "lngam", "lgamma", "gammaln", "gammln"];

    private static readonly (Function Function, string Names)[] Vocabulary =
    [
        (Function.Exp, "exp expf exponential exponentiate"),
        (Function.Pow, "pow power powf"),
        (Function.Add, "add plus op_addition"),
        (Function.Subtract, "sub subtract minus"),
        (Function.Multiply, "mul multiply times scale"),
        (Function.Divide, "div divide divideby truediv"),
        (Function.Negate, "neg negate negative"),
        (Function.Reciprocal, "reciprocal inverse invert"),
        (Function.Log, "log logf ln log2 log10"),
        (Function.Log1P, "log1p"),
        (Function.Sum, "sum sumall reducesum columnsums rowsums sumrows sumcolumns cumsum cumulativesum sumofelements total"),
        (Function.Normalize, "normalize normalise normalizecolumns normalizerows normalizesum normalizel1 renormalize renormalise normalizeprobabilities"),
        (Function.Mean, "mean average avg"),
        (Function.Max, "max maximum amax reducemax maxby maxvalue getmax maxnumber maxnative"),
        (Function.Min, "min minimum amin reducemin minnumber minnative"),
        (Function.Clamp, "clamp clip"),
        (Function.Dot, "dot dotproduct innerproduct scalarproduct"),
        (Function.NonNegative, "abs fabs sqrt norm l2norm relu softplus squaredifference getlength count"),
        (Function.Square, "square sqr squared pow2 sq"),
        (Function.Unit, "sigmoid logistic clamp01 softmax"),
        (Function.Symmetric, "tanh sin cos sign erf cosine cosinesimilarity cossimilarity"),
        (Function.NonLinear, "tan sinh cosh atan floor ceiling gamma expm1"),
        (Function.Random, "nextdouble nextsingle nextfloat nextuniform randomdouble randomfloat randomuniform"),
        (Function.Aggregate, "aggregate fold reduce scan"),
        (Function.Store, "enqueue push tryadd insert addrange setvalue append fill set"),
        (Function.Compare, "compareto compare greaterthan lessthan"),
    ];

    /// <summary>First words of functions that move or convert what they are given.</summary>
    private const string PassThrough = """
        to from as convert cast create expand repeat reshape broadcast tile copy clone slice skip take where order
        then sort reverse concat append prepend flatten squeeze unsqueeze view transpose get item first last single
        element distinct default union enumerate row column round of build dense array detach cpu cuda data memoize
        cache chunk select map transform apply foreach zip configure change saturate batch pad keep list vector
        matrix tensor double float keepdim keepdims contiguous widen narrow value op dequeue pop peek
        """;

    private static readonly Dictionary<string, Function> Exact = Vocabulary
        .SelectMany(static entry => Words(entry.Names).Select(name => (Name: name, entry.Function)))
        .ToDictionary(static entry => entry.Name, static entry => entry.Function, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> PassThroughWords = new(Words(PassThrough), StringComparer.OrdinalIgnoreCase);

    public static Function Find(string name)
    {
        if (name.Length == 0)
            return Function.None;
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
                return Function.NonNegative;
        }

        return PassThroughWords.Contains(FirstWord(name)) ? Function.PassThrough : Function.None;
    }

    /// <summary>Whether a function is named for a logarithm, such as GetLogProb or BinomialLn.</summary>
    public static bool IsLogarithmic(string name)
    {
        for (var at = name.IndexOf("Log", StringComparison.Ordinal); at >= 0; at = name.IndexOf("Log", at + 1, StringComparison.Ordinal))
        {
            if (at + 3 == name.Length || !char.IsLower(name[at + 3]))
                return true;
        }

        if (LogGammaWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            return true;
        return name.EndsWith("Ln", StringComparison.Ordinal) || name.StartsWith("log", StringComparison.Ordinal) && name.Length > 3 && !char.IsLower(name[3]);
    }

    /// <summary>Members that are their object in another guise: what is known of one is known of the other.</summary>
    public static bool IsSameObject(string member) => member is "Value" or "Values" or "Current" or "Span" or "Memory" or "Item" or "Array" or "Result" or "T"
        or "Item1" or "Item2" or "Item3" or "Item4";

    /// <summary>Members that only count or measure.</summary>
    public static bool IsSize(string member) => member is "Length" or "LongLength" or "Count" or "Size" or "Rank" or "RowCount" or "ColumnCount"
        or "sqrMagnitude" or "magnitude" or "Rows" or "Columns" or "Width" or "Height" || member.EndsWith("Distance", StringComparison.Ordinal);

    /// <summary>Whether a name is that of a random number generator.</summary>
    public static bool IsRandomSource(string variable)
    {
        var name = variable.TrimStart('_');
        return name.EndsWith("random", StringComparison.OrdinalIgnoreCase) || name.EndsWith("rng", StringComparison.OrdinalIgnoreCase)
            || name.Equals("rand", StringComparison.OrdinalIgnoreCase) || name.Equals("rnd", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a function of a random number generator draws from an interval.</summary>
    public static bool IsUniform(string name) => name is "Range" or "Uniform" or "uniform" || Find(name) == Function.Random;

    /// <summary>Whether a generator's function gives the next number of the unit interval, such as NextUnit or NextFloat01, and not one of another kind.</summary>
    public static bool IsNextUnit(string name) => name.StartsWith("Next", StringComparison.Ordinal) && name.Length > "Next".Length
        && !OtherDraws.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>The first word of a name in camel case.</summary>
    public static string FirstWord(string name)
    {
        // The name is missing while it is typed.
        var end = Math.Min(1, name.Length);
        while (end < name.Length && !char.IsUpper(name[end]) && name[end] != '_')
            end++;
        return name.Substring(0, end);
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
