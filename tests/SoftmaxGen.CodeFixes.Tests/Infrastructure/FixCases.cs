using SoftmaxGen.Tests;

namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>Code for the fixes to work on.</summary>
internal static class FixCases
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;


        """;

    /// <summary>Each <c>=== name</c> and its code.</summary>
    public static IReadOnlyDictionary<string, string> Parts(string file) =>
        CaseFile.Read(file).ToDictionary(part => part.Name, part => Usings + part.Code.TrimEnd() + "\n");

    /// <summary>The same, where <c>---</c> is between the code and the fixed code.</summary>
    public static IReadOnlyDictionary<string, (string Before, string After)> Read(string file) => Parts(file).ToDictionary(
        part => part.Key,
        part => part.Value.Split("\n---\n") is [var before, var after] ? (before + "\n", Usings + after) : throw new InvalidDataException(part.Key));
}
