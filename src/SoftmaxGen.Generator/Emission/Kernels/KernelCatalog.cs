using System.Collections.Concurrent;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>All kernels of one form, and which of them a piece of code needs. What it says of the calls is read off their text.</summary>
internal sealed class KernelCatalog
{
    private static readonly ConcurrentDictionary<CodeForm, KernelCatalog> Known = new();

    private readonly Dictionary<string, List<int>> byName = [];

    // What each kernel calls itself; worked out when it is asked for.
    private readonly ConcurrentDictionary<int, IReadOnlyCollection<int>> calls = new();

    private KernelCatalog(CodeForm form)
    {
        Units = [.. KernelSources.Of(form).SelectMany(KernelParser.Parse)];
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
    public IReadOnlyCollection<int> NamedBy(string members)
    {
        SortedSet<int> named = [];
        foreach (string member in KernelParser.Members(members))
            named.UnionWith(NamedBy(member, KernelType.Main));
        return named;
    }

    /// <summary>The kernels of a set, those that they call, and so on.</summary>
    public IReadOnlyCollection<int> Closure(IEnumerable<int> kernels)
    {
        SortedSet<int> all = [];
        Stack<int> pending = new(kernels);
        while (pending.Count > 0)
        {
            int kernel = pending.Pop();
            if (!all.Add(kernel))
                continue;
            foreach (int called in CalledBy(kernel))
                pending.Push(called);
        }

        return all;
    }

    /// <summary>What a kernel calls itself.</summary>
    public IReadOnlyCollection<int> CalledBy(int kernel) => calls.GetOrAdd(kernel, number => NamedBy(Units[number].Code, Units[number].Type.Name));

    private HashSet<int> NamedBy(string code, string type)
    {
        KernelUses uses = new(code);
        List<List<int>> overloads = [.. uses.Names.SelectMany(name => Overloads(name.Name, name.Arguments, type))];
        HashSet<int> named = [];
        bool isKnown;
        do
        {
            isKnown = true;
            foreach (int kernel in overloads.SelectMany(static kernels => kernels))
            {
                if (!named.Contains(kernel) && uses.Types.Contains(Units[kernel].Parameters))
                {
                    named.Add(kernel);
                    isKnown &= !uses.Types.Add(Units[kernel].Returns);
                }
            }
        }
        while (!isKnown);

        // Rather one too many than code that does not compile.
        named.UnionWith(overloads.Where(kernels => !kernels.Any(named.Contains)).SelectMany(static kernels => kernels));
        return named;
    }

    private IEnumerable<List<int>> Overloads(string name, int arguments, string type)
    {
        string prefix = KernelType.Main + ".";
        bool isInMain = type == KernelType.Main || name.StartsWith(prefix, StringComparison.Ordinal);
        if (name.StartsWith(prefix, StringComparison.Ordinal))
            name = name.Substring(prefix.Length);

        // Other classes name the members of the main one in full.
        if (byName.TryGetValue(name, out List<int> overloads))
            yield return [.. overloads.Where(kernel => Takes(kernel, arguments) && (isInMain || name.Contains('.') || !Units[kernel].Type.HasUnits))];
        if (type != KernelType.Main && byName.TryGetValue(type + "." + name, out overloads))
            yield return [.. overloads.Where(kernel => Takes(kernel, arguments))];
    }

    // A method that is not called where it is named, or a type whose constructor is, has any number of arguments.
    private bool Takes(int kernel, int arguments) =>
        arguments == KernelUses.NoArguments || Units[kernel].Count == KernelUses.NoArguments || Units[kernel].Count == arguments;
}
