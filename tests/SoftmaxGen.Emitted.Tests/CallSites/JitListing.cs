using System.Text.RegularExpressions;

namespace SoftmaxGen.Emitted.Tests.CallSites;

/// <summary>The machine code of a method, as the run-time lists it: what it calls.</summary>
/// <param name="Method">Type and name: <c>Namespace.Type:Method</c>, without type arguments.</param>
/// <param name="Tier">Such as <c>Tier1</c>; what comes after it, such as the profile, is left out.</param>
/// <param name="Calls">The methods that it calls.</param>
internal sealed partial record JitListing(string Method, string Tier, IReadOnlyList<string> Calls)
{
    /// <summary>Reads the file of <c>DOTNET_JitStdOutFile</c>, with <c>DOTNET_JitDisasm</c>.</summary>
    public static IReadOnlyList<JitListing> Parse(IEnumerable<string> lines)
    {
        List<JitListing> listings = [];
        List<string> calls = [];
        foreach (string line in lines)
        {
            if (Listed().Match(line) is { Success: true } listed)
                listings.Add(new JitListing(Name(listed), listed.Groups["tier"].Value, calls = []));
            else if (Call().Match(line) is { Success: true } call)
                calls.Add(Name(call));
        }

        return listings;
    }

    // SoftmaxGen.Generated.For_A:SoftmaxVector256(byref,byref), or with [ts...] instantiations.
    private static string Name(Match match) => Arguments().Replace(match.Groups["method"].Value, "");

    [GeneratedRegex(@"^; Assembly listing for method (?<method>.+?)\(.*\).* \((?<tier>[\w -]*\w)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"^ +(?:call|tail\.jmp|rex\.jmp|jmp) +\[?(?<method>[\w.+<>`\[\],]+:[\w<>.]+)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\[[^\]]*\]|`\d+")]
    private static partial Regex Arguments();
}
