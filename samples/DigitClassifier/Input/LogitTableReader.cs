using Samples.Common;

namespace DigitClassifier.Input;

/// <summary>Reads a CSV file of logits, and tells the line of whatever is wrong with it.</summary>
internal static class LogitTableReader
{
    public const string Header = "label,predicted,x0,x1,x2,x3,x4,x5,x6,x7,x8,x9";

    public static LogitTable ReadFile(string file)
    {
        using StreamReader reader = CsvFields.Open(file);
        return Read(reader, file);
    }

    /// <param name="reader">The text.</param>
    /// <param name="file">What messages call it.</param>
    public static LogitTable Read(TextReader reader, string file)
    {
        List<int> labels = [];
        List<int> predicted = [];
        List<float> logits = [];
        foreach (CsvFields row in CsvFields.Read(reader, file, Header))
        {
            labels.Add(row.Digit(0));
            predicted.Add(row.Digit(1));
            logits.AddRange(Enumerable.Range(2, Digits.Length).Select(row.Number));
        }

        return new LogitTable([.. labels], [.. predicted], [.. logits]);
    }
}
