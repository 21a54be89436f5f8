using System.Numerics;
using System.Reflection;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Members;

/// <summary>All members, and the cells that come of them.</summary>
internal static class MemberList
{
    // Nobody could look at the elements of larger ones.
    private const int LongestJacobian = 300;

    /// <summary>Every shape of short rows, one or two of longer ones, straight and rolled.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [.. Enumerable.Range(2, 16), 26, 33, 64, 100, 256, 1000, 4096, 20_000];

    // Each struct of this namespace that is a member.
    private static readonly Func<int, IEnumerable<Cell>>[] Members =
    [
        .. from type in typeof(MemberList).Assembly.GetTypes()
           where type.IsValueType && type.Namespace == typeof(IMember).Namespace && typeof(IMember).IsAssignableFrom(type)
           orderby type.Name
           select typeof(MemberList).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<int, IEnumerable<Cell>>>(),
    ];

    /// <summary>The cells whose bounds hold for every input.</summary>
    public static IEnumerable<Cell> Cells(int length) => Members.SelectMany(member => member(length)).Where(static cell => cell.HoldsAlways);

    /// <summary>The others, for the search alone.</summary>
    public static IEnumerable<Cell> OutOfBounds(int length) => Members.SelectMany(member => member(length)).Where(static cell => !cell.HoldsAlways);

    private static IEnumerable<Cell> Of<TMember>(int length)
        where TMember : struct, IMember
    {
        if (TMember.DestinationLength(length) > length && length > LongestJacobian)
            return [];
        TemperatureRange[] ranges = TMember.Uses.HasFlag(Uses.Temperature) ? [TemperatureRange.Tiny, TemperatureRange.Ordinary, TemperatureRange.Huge] : [TemperatureRange.None];
        return Enum.GetValues<SoftmaxAccuracy>().SelectMany(accuracy => ranges.SelectMany(range =>
            new Cell[] { new Cell<TMember, float>(accuracy, length, range), new Cell<TMember, double>(accuracy, length, range) }));
    }
}
