using Samples.Common;
using SoftmaxRegression.Training;
using Spectre.Console.Rendering;

namespace SoftmaxRegression.Report;

internal static class GradientSection
{
    public static IEnumerable<IRenderable> Render(GradientCheck check) =>
    [
        Tables.Facts(
            ("Derivatives", Tables.Text($"{check.Weights}")),
            ("Largest derivative", Tables.Text($"{check.LargestDerivative:E2}")),
            ("Largest difference", Tables.Text($"{check.LargestDifference:E2}"))),
    ];
}
