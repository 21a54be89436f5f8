using ScottPlot;

namespace DigitClassifier.Charts;

/// <summary>The colours of the charts.</summary>
internal static class Palette
{
    public static readonly Color Ink = Color.FromHex("#22313F");

    public static readonly Color Fill = Color.FromHex("#3B76B0");

    public static readonly Color Pale = Color.FromHex("#A9C6E3");

    public static readonly Color Accent = Color.FromHex("#E8833A");

    public static readonly Color Paper = Color.FromHex("#F4F7FA");
}
