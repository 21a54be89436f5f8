using System.Globalization;
using Samples.Common;
using SoftmaxRegression.Input;
using StbImageSharp;

namespace DigitSpotting.Pages;

/// <summary>Reads a page that a user named: a PNG file, dark on white, or a CSV file with a line for each row of pixels, from 0 for paper to 16 for ink.</summary>
internal static class PageReader
{
    private const float Ink = 16;

    private const int LargestSide = 4096;

    public static Page ReadFile(string file)
    {
        if (!File.Exists(file))
            throw new InputException($"{file}: there is no such file");
        Page page = Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".PNG" => ReadPng(file),
            ".CSV" => ReadCsv(file),
            _ => throw new InputException($"{file}: expected a file with the extension .png or .csv"),
        };
        return page is { Width: >= ImageSet.Side and <= LargestSide, Height: >= ImageSet.Side and <= LargestSide }
            ? page
            : throw new InputException($"{file}: the page has {page.Width} x {page.Height} pixels; expected {ImageSet.Side} to {LargestSide} each way");
    }

    private static Page ReadPng(string file)
    {
        ImageResult image;
        try
        {
            image = ImageResult.FromMemory(File.ReadAllBytes(file), ColorComponents.GreyAlpha);
        }
        catch (Exception problem) when (problem is not (IOException or UnauthorizedAccessException))
        {
            // What the decoder throws depends on where the file is broken, and on nothing that a user could act on.
            throw new InputException($"{file}: not a PNG file that can be read");
        }

        // What is transparent shows the paper below it, whatever its colour.
        return new Page(image.Width, image.Height, [.. image.Data.Chunk(2).Select(pixel => (1 - (pixel[0] / 255f)) * (pixel[1] / 255f))]);
    }

    private static Page ReadCsv(string file)
    {
        List<float> pixels = [];
        int width = 0;
        int line = 0;
        foreach (string text in File.ReadLines(file))
        {
            line++;
            string[] fields = text.Split(',');
            if (line == 1)
                width = fields.Length;
            if (fields.Length != width)
                throw InputException.At(file, line, $"expected {width} pixels, as in the first line, found {fields.Length}");
            foreach (string field in fields)
            {
                if (!float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out float pixel) || !(pixel is >= 0 and <= Ink))
                    throw InputException.At(file, line, $"'{field.Trim()}' is not a number from 0 to {Ink}");
                pixels.Add(pixel / Ink);
            }
        }

        return new Page(width, line, [.. pixels]);
    }
}
