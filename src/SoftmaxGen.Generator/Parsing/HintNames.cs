using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Parsing;

/// <summary>Names of generated files: readable, short, and safe and unique on every file system.</summary>
internal static class HintNames
{
    // The path of the build's intermediate folder comes before it, and Windows still counts to 260.
    private const int MaxReadableLength = 60;

    /// <summary><c>Acme_Outer_1_Head_5d0bb1c3.g.cs</c> for <c>Acme.Outer`1+Head</c>.</summary>
    public static string Of(INamedTypeSymbol host)
    {
        string readable = new([.. Qualified(host, static type => type.MetadataName).Select(static c => IsAsciiLetterOrDigit(c) ? c : '_')]);
        if (readable.Length > MaxReadableLength)
            readable = readable.Substring(readable.Length - MaxReadableLength);

        // The hash tells apart what the readable part does not: letter case, which file systems and Roslyn ignore,
        // other scripts, what was cut off, and a class, a struct and a record of one name, which the compiler will refuse.
        // It also keeps a host from being named like a device, such as `Con`.
        return string.Format(CultureInfo.InvariantCulture, "{0}_{1:x8}.g.cs", readable, Fnv1a(Qualified(host, static type => Kind(type) + type.MetadataName)));
    }

    private static string Qualified(INamedTypeSymbol host, Func<INamedTypeSymbol, string> nameOf)
    {
        var name = new StringBuilder(nameOf(host));
        for (INamedTypeSymbol? type = host.ContainingType; type is not null; type = type.ContainingType)
            name.Insert(0, '+').Insert(0, nameOf(type));
        for (INamespaceSymbol? part = host.ContainingNamespace; part is { IsGlobalNamespace: false }; part = part.ContainingNamespace)
            name.Insert(0, '.').Insert(0, part.MetadataName);
        return name.ToString();
    }

    private static string Kind(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsRecord: false } ? "" : HostTypes.Keywords(type) + ' ';

    private static bool IsAsciiLetterOrDigit(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    // Not string.GetHashCode, which differs from one process to the next.
    private static uint Fnv1a(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
