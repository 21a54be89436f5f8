using Samples.Common;

namespace SoftmaxRegression.Input;

/// <summary>Reads a CSV file of images, and tells the line of whatever is wrong with it.</summary>
internal static class ImageReader
{
    private const double Ink = 16;

    private const int Pixels = ImageSet.Side * ImageSet.Side;

    private static readonly string Header = string.Join(',', Enumerable.Range(0, Pixels).Select(pixel => $"p{pixel}").Append("label"));

    public static ImageSet ReadFile(string file)
    {
        using StreamReader reader = CsvFields.Open(file);
        List<double> features = [];
        List<int> labels = [];
        foreach (CsvFields row in CsvFields.Read(reader, file, Header))
        {
            features.AddRange(Enumerable.Range(0, Pixels).Select(pixel => row.Number(pixel) / Ink));
            features.Add(1);
            labels.Add(row.Digit(Pixels));
        }

        return labels.Count >= 2
            ? new ImageSet([.. features], [.. labels])
            : throw new InputException($"{file}: one image is not enough to train and to test");
    }
}
