namespace SoftmaxGen.Emission;

/// <summary>The types that a piece of code names and that kernels are overloaded by: vectors, pairs of them and numbers.</summary>
/// <remarks>A vector is <c>Vector256&lt;float&gt;</c>, a number <c>float</c>.</remarks>
internal sealed class TypeNames
{
    private readonly HashSet<string> names = [];

    public void Add(string name) => names.Add(name);

    /// <summary>Adds all of them, and says whether there was a new one.</summary>
    public bool Add(TypeNames others)
    {
        int before = names.Count;
        names.UnionWith(others.names);
        return names.Count > before;
    }

    public bool Contains(TypeNames others) => names.IsSupersetOf(others.names);
}
