using DigitClassifier.Analysis;
using Samples.Common;
using ScottPlot;

namespace DigitClassifier.Charts;

/// <summary>The charts, as image files in a folder.</summary>
internal static class ChartFiles
{
    /// <returns>The full paths.</returns>
    public static IReadOnlyList<string> Save(Evaluation evaluation, string folder)
    {
        using Plot reliability = ReliabilityDiagram.Draw(new Calibration(evaluation));
        using Plot confusion = ConfusionHeatMap.Draw(new ConfusionMatrix(evaluation));
        return
        [
            ChartFile.Save(reliability, folder, "reliability.png", 900, 800),
            ChartFile.Save(confusion, folder, "confusion.png", 900, 860),
        ];
    }
}
