namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>Code before and after a fix: each <c>=== name</c>, the code, <c>---</c>, the fixed code.</summary>
internal static class CaseFile
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;


        """;

    public static IReadOnlyDictionary<string, (string Before, string After)> Read(string file)
    {
        using Stream stream = typeof(CaseFile).Assembly.GetManifestResourceStream(file)!;
        string text = new StreamReader(stream).ReadToEnd();
        return text.Split("=== ", StringSplitOptions.RemoveEmptyEntries).ToDictionary(
            part => part[..part.IndexOf('\n')],
            part => part[(part.IndexOf('\n') + 1)..].TrimEnd().Split("\n---\n") is [var before, var after]
                ? (Usings + before + "\n", Usings + after + "\n")
                : throw new InvalidDataException(part));
    }
}
