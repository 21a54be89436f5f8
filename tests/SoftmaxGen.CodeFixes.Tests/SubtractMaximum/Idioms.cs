namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Softmax as people write it, before and after the fix.</summary>
internal static class Idioms
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;


        """;

    public static IReadOnlyDictionary<string, (string Before, string After)> All { get; } = Read();

    /// <summary>Each <c>=== name</c>, the code, <c>---</c>, the fixed code.</summary>
    private static Dictionary<string, (string Before, string After)> Read()
    {
        using var stream = typeof(Idioms).Assembly.GetManifestResourceStream("Idioms.txt")!;
        string text = new StreamReader(stream).ReadToEnd();
        return text.Split("=== ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(
            part => part[..part.IndexOf('\n')],
            part => part[(part.IndexOf('\n') + 1)..].TrimEnd().Split("\n---\n") is [var before, var after]
                ? (Usings + before + "\n", Usings + after + "\n")
                : throw new InvalidDataException(part));
    }
}
