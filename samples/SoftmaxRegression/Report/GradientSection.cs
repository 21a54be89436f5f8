using Samples.Common;
using SoftmaxRegression.Training;
using Spectre.Console.Rendering;

namespace SoftmaxRegression.Report;

internal static class GradientSection
{
    public static IEnumerable<IRenderable> Render(GradientCheck check) =>
    [
        Tables.Facts(
            ("Derivatives compared with finite differences", Tables.Text($"{check.Weights}")),
            ("Largest derivative", Tables.Text($"{check.LargestDerivative:G3}")),
            ("Largest difference", Tables.Text($"{check.LargestDifference:G3}"))),
    ];
}
