using System.Collections.Immutable;

namespace SoftmaxGen.Tests;

/// <summary>One of each kind that an assembly has, such as all analyzers of the package: a new one is in the tests at once.</summary>
internal static class EachKind
{
    /// <param name="member">Any type of the assembly.</param>
    public static ImmutableArray<T> Of<T>(Type member) =>
    [
        .. member.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
