namespace SoftmaxGen.Recognition;

/// <summary>The functions whose meaning the recognition knows, in whatever library they are and on whatever they work element by element.</summary>
internal enum Function
{
    None,
    Exp,
    Pow,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Reciprocal,
    Log,
    Log1P,
    Sum,
    Mean,
    Max,
    Min,
    Clamp,
    NonNegative,
    Square,
    Unit,
    Symmetric,
    NonLinear,
    Random,
    Store,
    Aggregate,
    Compare,
    PassThrough,
}

/// <summary>Names of functions, as the numeric libraries have them.</summary>
internal static class FunctionNames
{
    private static readonly string[] Decorations = ["Pointwise", "ElementWise", "Elementwise", "Element", "Vector", "InPlace", "Inplace", "Fast"];

    private static readonly Dictionary<string, Function> Exact = new(StringComparer.OrdinalIgnoreCase)
    {
        ["exp"] = Function.Exp, ["expf"] = Function.Exp,
        ["pow"] = Function.Pow, ["power"] = Function.Pow, ["powf"] = Function.Pow,
        ["add"] = Function.Add, ["plus"] = Function.Add, ["op_addition"] = Function.Add,
        ["sub"] = Function.Subtract, ["subtract"] = Function.Subtract, ["minus"] = Function.Subtract,
        ["mul"] = Function.Multiply, ["multiply"] = Function.Multiply, ["times"] = Function.Multiply, ["scale"] = Function.Multiply,
        ["div"] = Function.Divide, ["divide"] = Function.Divide, ["divideby"] = Function.Divide, ["truediv"] = Function.Divide,
        ["neg"] = Function.Negate, ["negate"] = Function.Negate, ["negative"] = Function.Negate,
        ["reciprocal"] = Function.Reciprocal, ["inverse"] = Function.Reciprocal, ["invert"] = Function.Reciprocal,
        ["log"] = Function.Log, ["logf"] = Function.Log, ["ln"] = Function.Log, ["log1p"] = Function.Log1P,
        ["log2"] = Function.Log, ["log10"] = Function.Log,
        ["sum"] = Function.Sum, ["sumall"] = Function.Sum, ["reducesum"] = Function.Sum, ["columnsums"] = Function.Sum,
        ["rowsums"] = Function.Sum, ["sumrows"] = Function.Sum, ["sumcolumns"] = Function.Sum, ["cumsum"] = Function.Sum,
        ["cumulativesum"] = Function.Sum, ["sumofelements"] = Function.Sum, ["total"] = Function.Sum,
        ["mean"] = Function.Mean, ["average"] = Function.Mean, ["avg"] = Function.Mean,
        ["max"] = Function.Max, ["maximum"] = Function.Max, ["amax"] = Function.Max, ["reducemax"] = Function.Max, ["maxby"] = Function.Max,
        ["maxvalue"] = Function.Max, ["getmax"] = Function.Max, ["maxnumber"] = Function.Max, ["maxnative"] = Function.Max,
        ["min"] = Function.Min, ["minimum"] = Function.Min, ["amin"] = Function.Min, ["reducemin"] = Function.Min, ["minnumber"] = Function.Min,
        ["minnative"] = Function.Min,
        ["clamp"] = Function.Clamp, ["clip"] = Function.Clamp,
        ["abs"] = Function.NonNegative, ["fabs"] = Function.NonNegative, ["sqrt"] = Function.NonNegative, ["norm"] = Function.NonNegative,
        ["l2norm"] = Function.NonNegative, ["relu"] = Function.NonNegative, ["softplus"] = Function.NonNegative,
        ["squaredifference"] = Function.NonNegative, ["getlength"] = Function.NonNegative, ["count"] = Function.NonNegative,
        ["square"] = Function.Square, ["sqr"] = Function.Square, ["squared"] = Function.Square, ["pow2"] = Function.Square, ["sq"] = Function.Square,
        ["sigmoid"] = Function.Unit, ["logistic"] = Function.Unit, ["clamp01"] = Function.Unit, ["softmax"] = Function.Unit,
        ["tanh"] = Function.Symmetric, ["sin"] = Function.Symmetric, ["cos"] = Function.Symmetric, ["sign"] = Function.Symmetric, ["erf"] = Function.Symmetric,
        ["tan"] = Function.NonLinear, ["sinh"] = Function.NonLinear, ["cosh"] = Function.NonLinear, ["atan"] = Function.NonLinear,
        ["floor"] = Function.NonLinear, ["ceiling"] = Function.NonLinear, ["gamma"] = Function.NonLinear, ["expm1"] = Function.NonLinear,
        ["nextdouble"] = Function.Random, ["nextsingle"] = Function.Random, ["nextfloat"] = Function.Random,
        ["aggregate"] = Function.Aggregate, ["fold"] = Function.Aggregate, ["reduce"] = Function.Aggregate,
        ["enqueue"] = Function.Store, ["push"] = Function.Store, ["tryadd"] = Function.Store, ["insert"] = Function.Store,
        ["addrange"] = Function.Store, ["setvalue"] = Function.Store, ["append"] = Function.Store, ["fill"] = Function.Store, ["set"] = Function.Store,
        ["compareto"] = Function.Compare, ["compare"] = Function.Compare, ["greaterthan"] = Function.Compare, ["lessthan"] = Function.Compare,
    };

    private static readonly string[] NonNegativeWords = ["Distance", "Dist", "Norm", "Magnitude", "Squared", "Abs", "Length"];

    private static readonly HashSet<string> PassThroughWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "to", "from", "as", "convert", "cast", "create", "expand", "repeat", "reshape", "broadcast", "tile", "copy", "clone", "slice", "skip",
        "take", "where", "order", "then", "sort", "reverse", "concat", "append", "prepend", "flatten", "squeeze", "unsqueeze", "view", "transpose",
        "get", "item", "first", "last", "single", "element", "distinct", "default", "union", "enumerate", "row", "column", "round", "of", "build", "dense",
        "array", "detach", "cpu", "cuda", "data", "memoize", "cache", "chunk", "select", "map", "transform", "apply", "foreach", "zip",
        "configure", "change", "saturate", "batch", "pad", "keep", "list", "vector", "matrix", "tensor", "single", "double", "float",
        "keepdim", "keepdims", "contiguous", "widen", "narrow", "value", "op",
    };

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

    /// <summary>Members that are their object in another guise: what is known of one is known of the other.</summary>
    public static bool IsSameObject(string member) => member is "Value" or "Values" or "Current" or "Span" or "Memory" or "Item" or "Array" or "Result" or "T";

    /// <summary>Members that only count or measure.</summary>
    public static bool IsSize(string member) => member is "Length" or "LongLength" or "Count" or "Size" or "Rank" or "RowCount" or "ColumnCount"
        or "sqrMagnitude" or "magnitude" or "Rows" or "Columns" or "Width" or "Height" || member.EndsWith("Distance", StringComparison.Ordinal);

    /// <summary>The first word of a name in camel case.</summary>
    public static string FirstWord(string name)
    {
        var end = 1;
        while (end < name.Length && !char.IsUpper(name[end]) && name[end] != '_')
            end++;
        return name.Substring(0, end);
    }
}
