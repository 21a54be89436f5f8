using System.Globalization;
using SoftmaxGen.Adversary.Search;

namespace SoftmaxGen.Adversary.Output;

/// <summary>The worst of what was found, as text.</summary>
internal static class FoundTable
{
    private const int ShownElements = 6;

    public static string Line(Found found) =>
        $"{(found.BreaksPromise ? "BROKEN " : "")}{found.Cell.Name}{(found.Error.IsSubnormal ? " (subnormal)" : "")}: {Number(found.Error.Value)} of {Number(found.Limit)}, {found.Input.Family}";

    /// <summary>A line for each promise, with the cell where it is nearest to being broken.</summary>
    public static string Of(IEnumerable<Found> found) => string.Join('\n', found
        .GroupBy(one => one.Promise)
        .OrderBy(group => group.Key.Quantity.Name, StringComparer.Ordinal).ThenBy(group => group.Key.Type).ThenBy(group => group.Key.Accuracy).ThenBy(group => group.Key.From)
        .Select(group => group.MaxBy(one => one.Error.Share)!)
        .Select(WithInput));

    public static string WithInput(Found found) => $"{Line(found)}\n    {Describe(found)}";

    private static string Describe(Found found)
    {
        string x = found.Cell.Type == SoftmaxElementTypes.Single ? found.Input.Describe<float>(ShownElements) : found.Input.Describe<double>(ShownElements);
        return $"{x}, T = {found.Input.Temperature.ToString("R", CultureInfo.InvariantCulture)}, label {found.Input.Label}, result {found.Error.Result}";
    }

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
