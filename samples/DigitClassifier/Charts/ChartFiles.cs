using DigitClassifier.Analysis;
using Samples.Common;

namespace DigitClassifier.Charts;

/// <summary>The charts, as files in a folder.</summary>
internal static class ChartFiles
{
    /// <returns>The full paths.</returns>
    public static IReadOnlyList<string> Save(Evaluation evaluation, string folder) =>
    [
        ChartFile.Save(ReliabilityDiagram.Draw(new Calibration(evaluation)), folder, "reliability.svg", 900, 800),
        ChartFile.Save(ConfusionHeatMap.Draw(new ConfusionMatrix(evaluation)), folder, "confusion.svg", 900, 860),
    ];
}
