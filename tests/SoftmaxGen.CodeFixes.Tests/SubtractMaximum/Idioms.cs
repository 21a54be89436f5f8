namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Softmax as people write it, before and after the fix.</summary>
internal static class Idioms
{
    public static IReadOnlyDictionary<string, (string Before, string After)> All { get; } =
        new[] { "Idioms.txt", "Bodies.txt", "Inputs.txt", "LongMethods.txt" }.SelectMany(Infrastructure.FixCases.Read).ToDictionary();
}
