using System.Globalization;

namespace Samples.Common;

/// <summary>The fields of one line of a CSV file, read with errors that tell where the line is.</summary>
/// <param name="file">What messages call the file.</param>
/// <param name="line">The number of the line, from 1.</param>
/// <param name="columns">The names of the columns.</param>
/// <param name="fields">The texts.</param>
public readonly struct CsvFields(string file, int line, string[] columns, string[] fields)
{
    /// <summary>Every line but the header and blank ones.</summary>
    public static IEnumerable<CsvFields> Read(TextReader reader, string file, string header)
    {
        string[] columns = header.Split(',');
        string first = reader.ReadLine() ?? throw InputException.At(file, 1, $"the file is empty; expected the header {Shorten(header)}");
        if (first.Trim() != header)
            throw InputException.At(file, 1, $"expected the header {Shorten(header)}");

        bool any = false;
        int line = 2;
        for (; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            string[] fields = text.Split(',');
            if (fields.Length != columns.Length)
                throw InputException.At(file, line, $"expected {columns.Length} columns, found {fields.Length}");
            any = true;
            yield return new CsvFields(file, line, columns, fields);
        }

        if (!any)
            throw InputException.At(file, line, "expected a row, found the end of the file");
    }

    /// <summary>Opens a file that a user named.</summary>
    public static StreamReader Open(string file) =>
        File.Exists(file) ? new StreamReader(file) : throw new InputException($"{file}: there is no such file");

    /// <summary>A digit, 0 to 9.</summary>
    public int Digit(int column)
    {
        if (!int.TryParse(fields[column], NumberStyles.Integer, CultureInfo.InvariantCulture, out int digit))
            throw Problem(column, "a whole number");
        return digit is >= 0 and <= 9 ? digit : throw Problem(column, "a digit from 0 to 9");
    }

    /// <summary>A finite number.</summary>
    public float Number(int column) =>
        float.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number)
            ? number
            : throw Problem(column, "a finite number");

    private InputException Problem(int column, string expected) =>
        InputException.At(file, line, $"{columns[column]} is '{fields[column].Trim()}', which is not {expected}");

    private static string Shorten(string header) => header.Length <= 60 ? header : $"{header[..12]}…{header[^10..]}";
}
