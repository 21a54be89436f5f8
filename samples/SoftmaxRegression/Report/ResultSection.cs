using Samples.Common;
using SoftmaxRegression.Input;
using SoftmaxRegression.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SoftmaxRegression.Report;

/// <summary>How many unseen images are recognised, and what some of the others look like.</summary>
internal static class ResultSection
{
    private const int Shown = 5;

    // From paper to ink; twice each, since a character is twice as high as wide.
    private const string Shades = " .:-=+*#%@";

    public static IEnumerable<IRenderable> Render(LinearModel model, ImageSet test, bool pictures)
    {
        int[] choices = model.Choose(test);
        int[] wrong = [.. Enumerable.Range(0, test.Count).Where(image => choices[image] != test.Labels[image])];
        yield return Tables.Facts(("Unseen images recognised", Tables.Text($"{test.Count - wrong.Length} of {test.Count} = {100 * model.Accuracy(test):F1} %")));
        if (wrong.Length == 0 || !pictures)
            yield break;

        Grid grid = new();
        int[] first = [.. wrong.Take(Shown)];
        foreach (int _ in first)
            grid.AddColumn(new GridColumn().Width(2 * ImageSet.Side).NoWrap());
        grid.AddRow([.. first.Select(image => $"[bold]{test.Labels[image]}[/], taken for {choices[image]}")]);
        grid.AddRow([.. first.Select(image => new Text(Picture(test.Image(image))))]);
        yield return new Text("\nSome of the others:\n");
        yield return grid;
    }

    private static string Picture(ReadOnlySpan<double> image)
    {
        List<string> lines = [];
        for (int y = 0; y < ImageSet.Side; y++)
        {
            string line = "";
            foreach (double pixel in image.Slice(y * ImageSet.Side, ImageSet.Side))
                line += new string(Shades[(int)Math.Round(Math.Clamp(pixel, 0, 1) * (Shades.Length - 1))], 2);
            lines.Add(line);
        }

        return string.Join('\n', lines);
    }
}
