namespace DigitClassifier.Analysis;

/// <summary>Whether a classifier is as often right as it is sure: rows in bins of equal width by confidence.</summary>
internal sealed class Calibration
{
    public const int BinCount = 10;

    public Calibration(Evaluation evaluation)
    {
        Bins =
        [
            .. Enumerable.Range(0, evaluation.Table.Count)
                .GroupBy(row => Math.Min((int)(evaluation.Confidence(row) * BinCount), BinCount - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new CalibrationBin(
                    (double)bin.Key / BinCount,
                    (bin.Key + 1.0) / BinCount,
                    bin.Count(),
                    bin.Average(evaluation.Confidence),
                    bin.Count(row => evaluation.Choices[row] == evaluation.Table.Labels[row]) / (double)bin.Count())),
        ];
    }

    /// <summary>The bins that hold rows.</summary>
    public IReadOnlyList<CalibrationBin> Bins { get; }

    /// <summary>The gap between accuracy and confidence, averaged over the rows.</summary>
    public double ExpectedError => Bins.Sum(bin => bin.Count * Math.Abs(bin.Gap)) / Bins.Sum(bin => bin.Count);
}

/// <summary>The rows whose confidence lies between two bounds.</summary>
internal sealed record CalibrationBin(double From, double To, int Count, double Confidence, double Accuracy)
{
    /// <summary>Positive where the classifier is right more often than it thinks.</summary>
    public double Gap => Accuracy - Confidence;
}
