using System.Globalization;

namespace DigitClassifier.Input;

/// <summary>Reads a CSV file of logits, and tells the line of whatever is wrong with it.</summary>
internal static class LogitTableReader
{
    public const string Header = "label,predicted,x0,x1,x2,x3,x4,x5,x6,x7,x8,x9";

    private static readonly string[] Columns = Header.Split(',');

    public static LogitTable ReadFile(string file)
    {
        if (!File.Exists(file))
            throw new LogitTableException($"{file}: there is no such file");
        using StreamReader reader = new(file);
        return Read(reader, file);
    }

    /// <param name="reader">The text.</param>
    /// <param name="file">What messages call it.</param>
    public static LogitTable Read(TextReader reader, string file)
    {
        string header = reader.ReadLine() ?? throw new LogitTableException($"{file}, line 1: the file is empty; expected the header {Header}");
        if (header.Trim() != Header)
            throw LogitTableException.At(file, 1, $"expected the header {Header}");

        List<int> labels = [];
        List<int> predicted = [];
        List<float> logits = [];
        int line = 2;
        for (; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            string[] fields = text.Split(',');
            if (fields.Length != Columns.Length)
                throw LogitTableException.At(file, line, $"expected {Columns.Length} columns, found {fields.Length}");
            labels.Add(Digit(fields, 0, file, line));
            predicted.Add(Digit(fields, 1, file, line));
            for (int column = 2; column < fields.Length; column++)
                logits.Add(Logit(fields, column, file, line));
        }

        return labels.Count > 0
            ? new LogitTable([.. labels], [.. predicted], [.. logits])
            : throw LogitTableException.At(file, line, "expected a row of logits, found the end of the file");
    }

    private static int Digit(string[] fields, int column, string file, int line)
    {
        if (!int.TryParse(fields[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out int digit))
            throw LogitTableException.At(file, line, $"{Columns[column]} is '{fields[column].Trim()}', which is not a whole number");
        return digit is >= 0 and <= 9
            ? digit
            : throw LogitTableException.At(file, line, $"{Columns[column]} is {digit}, which is not a digit from 0 to 9");
    }

    private static float Logit(string[] fields, int column, string file, int line) =>
        float.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out float logit) && float.IsFinite(logit)
            ? logit
            : throw LogitTableException.At(file, line, $"{Columns[column]} is '{fields[column].Trim()}', which is not a finite number");
}
