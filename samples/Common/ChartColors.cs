using OxyPlot;

namespace Samples.Common;

/// <summary>The colours of the charts.</summary>
public static class ChartColors
{
    public static readonly OxyColor Ink = OxyColor.Parse("#22313F");

    public static readonly OxyColor Fill = OxyColor.Parse("#3B76B0");

    public static readonly OxyColor Pale = OxyColor.Parse("#A9C6E3");

    public static readonly OxyColor Accent = OxyColor.Parse("#E8833A");

    public static readonly OxyColor Paper = OxyColor.Parse("#F4F7FA");
}
