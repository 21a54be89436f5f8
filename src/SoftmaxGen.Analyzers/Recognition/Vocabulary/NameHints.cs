namespace SoftmaxGen.Recognition;

/// <summary>What names of members and variables say of their values, where their code is not in sight.</summary>
internal static class NameHints
{
    private static readonly HashSet<string> NonNegativeQuantities = new(StringComparer.OrdinalIgnoreCase)
    {
        "distance", "distances", "dist", "dists", "squared", "variance", "magnitude", "age", "ages", "elapsed", "duration", "radius",
    };

    private static readonly string[] OtherDraws = ["Int", "Long", "Byte", "Gauss", "Normal", "Bool", "Item"];

    // The logarithm of the gamma function, whose names are written in lower case since Fortran.
    private static readonly string[] LogGammaWords = ["loggam", "lngam", "lgamma", "gammaln", "gammln"];

    /// <summary>Whether one of the words of a name in camel case is a quantity that is not negative: meanDistance, dist_sq.</summary>
    public static bool IsNonNegative(string name)
    {
        for (var start = 0; start < name.Length;)
        {
            var word = FirstWord(name.Substring(start));
            if (NonNegativeQuantities.Contains(word))
                return true;
            start += word.Length;
            while (start < name.Length && name[start] == '_')
                start++;
        }

        return false;
    }

    /// <summary>The length of a span of time, which mostly is the time that has passed since something.</summary>
    public static bool IsTimeSpan(string member) => member is "TotalDays" or "TotalHours" or "TotalMinutes" or "TotalSeconds" or "TotalMilliseconds";

    /// <summary>Whether a function is named for a logarithm, such as GetLogProb or BinomialLn.</summary>
    public static bool IsLogarithmic(string name)
    {
        // Log-odds are a logit: the inputs of a softmax or a sigmoid, and no logarithm of a probability.
        if (name.IndexOf("odds", StringComparison.OrdinalIgnoreCase) >= 0)
            return false;
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
    public static bool IsUniform(string name) => name is "Range" or "Uniform" or "uniform" || KnownFunctions.Find(name) == KnownFunction.Random;

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
}
