namespace SoftmaxGen.Recognition;

/// <summary>Names of quantities that are not negative, whatever they are computed from.</summary>
internal static class QuantityNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "distance", "distances", "dist", "dists", "squared", "variance", "magnitude", "age", "ages", "elapsed", "duration", "radius",
    };

    /// <summary>Whether one of the words of a name in camel case is such a quantity: meanDistance, dist_sq.</summary>
    public static bool IsNonNegative(string name)
    {
        for (var start = 0; start < name.Length;)
        {
            var word = FunctionNames.FirstWord(name.Substring(start));
            if (Words.Contains(word))
                return true;
            start += word.Length;
            while (start < name.Length && name[start] == '_')
                start++;
        }

        return false;
    }

    /// <summary>The length of a span of time, which mostly is the time that has passed since something.</summary>
    public static bool IsTimeSpan(string member) => member is "TotalDays" or "TotalHours" or "TotalMinutes" or "TotalSeconds" or "TotalMilliseconds";
}
