using ScottPlot;

namespace Samples.Common;

/// <summary>The typeface of the charts comes with the program: a small machine has no fonts, and a picture without text says little.</summary>
public static class Typeface
{
    private const string Name = "Inter";

    private static readonly Lazy<bool> Added = new(Add);

    public static void Use() => _ = Added.Value;

    private static bool Add()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Fonts");
        Fonts.AddFontFile(Name, Path.Combine(folder, "Inter-Regular.ttf"), bold: false, italic: false);
        Fonts.AddFontFile(Name, Path.Combine(folder, "Inter-SemiBold.ttf"), bold: true, italic: false);
        Fonts.Default = Name;
        return true;
    }
}
