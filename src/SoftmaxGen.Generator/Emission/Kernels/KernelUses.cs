using System.Runtime.CompilerServices;

namespace SoftmaxGen.Emission;

/// <summary>What a piece of code names: everything that may be a kernel, and the types by which it chooses among overloads.</summary>
/// <remarks>
/// No local is declared with <c>var</c>, so most types are written out. Those that are not come from the width of a conversion, a factory or a half
/// and from an element that is written somewhere: all their combinations are taken, as a kernel too many costs little.
/// </remarks>
internal sealed class KernelUses
{
    private const string Vector = "Vector";

    private readonly string code;
    // Collections that the compiler's own runtime has compiled ahead: a set of pairs would be compiled in every build.
    private readonly Dictionary<string, List<int>> names = new(StringComparer.Ordinal);
    private readonly HashSet<int> widths = [], unnamedWidths = [];
    private readonly HashSet<string> elements = [];
    private bool hasHalves, hasOtherElements;

    public KernelUses(string code)
    {
        this.code = code;
        Scan();
        Combine();
    }

    /// <summary>Names, and names with the one before a dot: <c>Exp</c>, <c>SingleConstants.Reach</c>; each with the numbers of arguments, or <see cref="NoArguments"/> where it is not called.</summary>
    public Dictionary<string, List<int>> Names => names;

    public const int NoArguments = -1;

    // The characters of all text that is emitted go through these methods, in a process that ends before a method would be compiled again.
    private const MethodImplOptions AggressiveOptimization = (MethodImplOptions)512;

    public TypeNames Types { get; } = new();

    public static bool IsPartOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    [MethodImpl(AggressiveOptimization)]
    private void Scan()
    {
        string? before = null;
        for (int i = 0; i < code.Length;)
        {
            char c = code[i];
            if (c == '/' && i + 1 < code.Length && code[i + 1] == '/')
                i = After('\n', i);
            else if (c == '"')
                i = After('"', i + 1);
            else if (c is >= '0' and <= '9')
                i = ScanNumber(i);
            else if (IsPartOfName(c))
                i = ScanName(i, ref before);
            else
                i++;
        }
    }

    /// <summary>The number of arguments, or of parameters, in the parentheses that open at a place.</summary>
    [MethodImpl(AggressiveOptimization)]
    public static int Arguments(string code, int open)
    {
        int depth = 0, commas = 0;
        for (int i = open; i < code.Length; i++)
        {
            if (code[i] is '(' or '[')
                depth++;
            else if (code[i] is ')' or ']' && --depth == 0)
                return i == open + 1 ? 0 : commas + 1;
            else if (code[i] == ',' && depth == 1)
                commas++;
        }

        return commas + 1;
    }

    private int After(char end, int start)
    {
        int found = code.IndexOf(end, start);
        return found < 0 ? code.Length : found + 1;
    }

    private int ScanNumber(int start)
    {
        int end = start;
        while (end < code.Length && (IsPartOfName(code[end]) || (code[end] == '.' && end + 1 < code.Length && code[end + 1] is >= '0' and <= '9')))
            end++;
        if (code[end - 1] != 'f' && code.IndexOf('.', start, end - start) >= 0)
            Types.Add("double");
        return end;
    }

    [MethodImpl(AggressiveOptimization)]
    private int ScanName(int start, ref string? before)
    {
        int end = start + 1;
        while (end < code.Length && IsPartOfName(code[end]))
            end++;
        string name = code.Substring(start, end - start);
        AddName(before is null ? name : before + "." + name, end < code.Length && code[end] == '(' ? Arguments(code, end) : NoArguments);
        before = end < code.Length && code[end] == '.' ? name : null;
        if (name is "float" or "double")
            Types.Add(name);
        else if (name.Length > 3 && name.StartsWith("As", StringComparison.Ordinal))
            AddElement(name.Substring(2));
        else if (name is "GetLower" or "GetUpper")
            hasHalves = true;
        else
            return ScanWidth(name, end);
        return end;
    }

    private void AddName(string name, int arguments)
    {
        if (!names.TryGetValue(name, out List<int> counts))
            names.Add(name, counts = []);
        if (!counts.Contains(arguments))
            counts.Add(arguments);
    }

    // Vector256<float>, Pair256, Vector256.Create, ConvertToVector256Double.
    private int ScanWidth(string name, int end)
    {
        int digits = name.IndexOf(Vector, StringComparison.Ordinal);
        if (digits < 0 || !int.TryParse(name.Substring(digits + Vector.Length, Math.Min(3, name.Length - digits - Vector.Length)), out int width))
        {
            if (name.Length == 7 && name.StartsWith("Pair", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out width))
            {
                Types.Add(name);
                AddVector(width, "double");
            }

            return end;
        }

        if (digits > 0 || end == code.Length || code[end] != '<')
        {
            unnamedWidths.Add(width);
            AddElement(name.Substring(digits + Vector.Length + 3));
            return end;
        }

        int close = code.IndexOf('>', end);
        AddVector(width, code.Substring(end + 1, close - end - 1));
        return close + 1;
    }

    private void AddVector(int width, string element)
    {
        widths.Add(width);
        elements.Add(element);
        Types.Add($"{Vector}{width}<{element}>");
    }

    private void AddElement(string framework)
    {
        string? element = framework switch
        {
            "Single" => "float",
            "Double" => "double",
            "Int32" => "int",
            "Int64" => "long",
            "UInt32" => "uint",
            "UInt64" => "ulong",
            _ => null,
        };
        hasOtherElements |= element is not null && elements.Add(element);
    }

    private void Combine()
    {
        if (unnamedWidths.Count == 0 && !hasHalves && !hasOtherElements)
            return;
        HashSet<int> all = [.. widths, .. unnamedWidths];
        if (hasHalves)
            all.UnionWith(all.SelectMany(static width => new[] { width / 2, width / 4 }).ToList());
        foreach (int width in all)
        {
            foreach (string element in elements)
                Types.Add($"{Vector}{width}<{element}>");
        }
    }
}
