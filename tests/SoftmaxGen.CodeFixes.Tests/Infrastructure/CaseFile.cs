namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>Code for the fixes to work on.</summary>
internal static class CaseFile
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;


        """;

    /// <summary>Each <c>=== name</c> and its code.</summary>
    public static IReadOnlyDictionary<string, string> Parts(string file)
    {
        using Stream stream = typeof(CaseFile).Assembly.GetManifestResourceStream(file)!;
        string text = new StreamReader(stream).ReadToEnd();
        return text.Split("=== ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(part => part[..part.IndexOf('\n')], part => Usings + part[(part.IndexOf('\n') + 1)..].TrimEnd() + "\n");
    }

    /// <summary>The same, where <c>---</c> is between the code and the fixed code.</summary>
    public static IReadOnlyDictionary<string, (string Before, string After)> Read(string file) => Parts(file).ToDictionary(
        part => part.Key,
        part => part.Value.Split("\n---\n") is [var before, var after] ? (before + "\n", Usings + after) : throw new InvalidDataException(part.Key));
}
