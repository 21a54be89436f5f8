using ScottPlot;

namespace Samples.Common;

/// <summary>The colours of the charts.</summary>
public static class ChartColors
{
    public static readonly Color Ink = Color.FromHex("#22313F");

    public static readonly Color Fill = Color.FromHex("#3B76B0");

    public static readonly Color Pale = Color.FromHex("#A9C6E3");

    public static readonly Color Accent = Color.FromHex("#E8833A");

    public static readonly Color Paper = Color.FromHex("#F4F7FA");
}
