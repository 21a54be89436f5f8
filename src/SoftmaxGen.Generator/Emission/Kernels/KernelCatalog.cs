using System.Collections.Concurrent;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>All kernels of one form, and which of them a piece of code needs. What it says of the calls is read off their text.</summary>
internal sealed class KernelCatalog
{
    private static readonly ConcurrentDictionary<CodeForm, KernelCatalog> Known = new();

    private readonly Dictionary<string, List<int>> byName = [];

    // What each kernel calls itself; worked out when it is asked for, by whoever comes first.
    private readonly int[]?[] calls;

    private KernelCatalog(CodeForm form)
    {
        Units = [.. KernelSources.Of(form).SelectMany(KernelParser.Parse)];
        calls = new int[Units.Count][];
        for (int i = 0; i < Units.Count; i++)
        {
            foreach (string name in Units[i].Names)
            {
                if (!byName.TryGetValue(name, out List<int> overloads))
                    byName.Add(name, overloads = []);
                overloads.Add(i);
            }
        }
    }

    public IReadOnlyList<KernelUnit> Units { get; }

    public static KernelCatalog Of(CodeForm form) => Known.GetOrAdd(form, static form => new KernelCatalog(form));

    /// <summary>The kernels that members of a class behind a host name, by their numbers.</summary>
    public int[] NamedBy(string members)
    {
        bool[] named = new bool[Units.Count];
        foreach (string member in KernelParser.Members(members))
            AddNamed(named, member, KernelType.Main);
        return Numbers(named);
    }

    /// <summary>The kernels of a set, those that they call, and so on.</summary>
    public int[] Closure(IEnumerable<int> kernels)
    {
        bool[] all = new bool[Units.Count];
        List<int> pending = [.. kernels];
        while (pending.Count > 0)
        {
            int kernel = pending[pending.Count - 1];
            pending.RemoveAt(pending.Count - 1);
            if (all[kernel])
                continue;
            all[kernel] = true;
            pending.AddRange(CalledBy(kernel));
        }

        return Numbers(all);
    }

    /// <summary>What a kernel calls itself.</summary>
    public int[] CalledBy(int kernel)
    {
        if (calls[kernel] is { } known)
            return known;
        bool[] named = new bool[Units.Count];
        AddNamed(named, Units[kernel].Code, Units[kernel].Type.Name);
        return calls[kernel] = Numbers(named);
    }

    // Arrays of flags and loops: sets and queries over numbers would be compiled in every build, which takes longer than they do.
    private static int[] Numbers(bool[] isIn)
    {
        List<int> numbers = [];
        for (int i = 0; i < isIn.Length; i++)
        {
            if (isIn[i])
                numbers.Add(i);
        }

        return numbers.ToArray();
    }

    private void AddNamed(bool[] all, string code, string type)
    {
        KernelUses uses = new(code);
        List<List<int>> overloads = [];
        foreach (KeyValuePair<string, List<int>> name in uses.Names)
        {
            foreach (int arguments in name.Value)
                AddOverloads(overloads, name.Key, arguments, type);
        }

        // Those of this piece of code alone: what another one names has other types around it.
        bool[] named = new bool[all.Length];
        bool isKnown;
        do
        {
            isKnown = true;
            foreach (List<int> kernels in overloads)
            {
                foreach (int kernel in kernels)
                {
                    if (!named[kernel] && uses.Types.Contains(Units[kernel].Parameters))
                    {
                        named[kernel] = true;
                        isKnown &= !uses.Types.Add(Units[kernel].Returns);
                    }
                }
            }
        }
        while (!isKnown);

        foreach (List<int> kernels in overloads)
        {
            // Rather one too many than code that does not compile.
            bool isNone = true;
            foreach (int kernel in kernels)
                isNone &= !named[kernel];
            foreach (int kernel in kernels)
                all[kernel] |= isNone || named[kernel];
        }
    }

    private void AddOverloads(List<List<int>> overloads, string name, int arguments, string type)
    {
        string prefix = KernelType.Main + ".";
        bool isInMain = type == KernelType.Main || name.StartsWith(prefix, StringComparison.Ordinal);
        if (name.StartsWith(prefix, StringComparison.Ordinal))
            name = name.Substring(prefix.Length);

        // Other classes name the members of the main one in full.
        Add(overloads, name, arguments, isInMain || name.Contains('.'));
        if (type != KernelType.Main)
            Add(overloads, type + "." + name, arguments, isOfAnyType: true);
    }

    private void Add(List<List<int>> overloads, string name, int arguments, bool isOfAnyType)
    {
        if (!byName.TryGetValue(name, out List<int> all))
            return;
        List<int> those = [];
        foreach (int kernel in all)
        {
            if (Takes(kernel, arguments) && (isOfAnyType || !Units[kernel].Type.HasUnits))
                those.Add(kernel);
        }

        overloads.Add(those);
    }

    // A method that is not called where it is named, or a type whose constructor is, has any number of arguments.
    private bool Takes(int kernel, int arguments) =>
        arguments == KernelUses.NoArguments || Units[kernel].Count == KernelUses.NoArguments || Units[kernel].Count == arguments;
}
