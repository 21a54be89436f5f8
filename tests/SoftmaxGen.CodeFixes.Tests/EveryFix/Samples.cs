using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.EveryFix;

/// <summary>For each fix, by its key, a file with two places that the analyzers report and that it repairs.</summary>
internal static class Samples
{
    private static readonly IReadOnlyDictionary<string, string> Files = FixCases.Parts("Samples.txt");

    public static IEnumerable<string> Keys => Files.Keys;

    private static string Of(string key) => Files[key];

    public static FixedProject Project(string key) => WithGenerator(FixedProject.Of(Of(key)), key);

    /// <summary>Two projects: the first with the sample twice, under two names, the second with it once.</summary>
    public static FixedProject Solution(string key) =>
        WithGenerator(FixedProject.Of([[Of(key), Of(key).Replace("Sample", "Other", StringComparison.Ordinal)], [Of(key)]]), key);

    // What calls generated members compiles only with them.
    private static FixedProject WithGenerator(FixedProject project, string key) => key is EquivalenceKeys.UseGenerated or EquivalenceKeys.UseGeneratedOfAnyLength ? project.WithGenerator() : project;
}
