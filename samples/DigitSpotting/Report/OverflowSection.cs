using DigitSpotting.Network;
using DigitSpotting.Pages;
using Samples.Common;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DigitSpotting.Report;

/// <summary>The page with pixels from 0 to 16, as the files of the data have them, and not from 0 to 1, as the network was trained.</summary>
internal static class OverflowSection
{
    private const float Ink = 16;

    public static (ConfidenceMap Textbook, ConfidenceMap Generated) Run(Spotter spotter, Page page)
    {
        Page raw = page with { Pixels = [.. page.Pixels.Select(pixel => Ink * pixel)] };
        return (spotter.Run(raw, TextbookColumns.Softmax), spotter.Run(raw));
    }

    public static IEnumerable<IRenderable> Render(Spotter spotter, Page page)
    {
        (ConfidenceMap textbook, ConfidenceMap generated) = Run(spotter, page);
        Table table = Tables.NamedNumbers("softmax of the channels by", "positions that are NaN");
        Add("exp(x) / sum(exp(x))", textbook);
        Add("SoftmaxColumns, generated", generated);
        return [table];

        void Add(string name, ConfidenceMap map) =>
            table.AddRow(name, Tables.Text($"[bold{(map.Failures > 0 ? " red" : "")}]{map.Failures:N0} of {map.Width * map.Height:N0}[/]"));
    }
}
