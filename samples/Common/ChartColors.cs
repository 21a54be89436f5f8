using OxyPlot;

namespace Samples.Common;

/// <summary>The colours of the charts. Those of series are from the palette of M. Okabe and K. Ito, which readers of any colour vision can tell apart.</summary>
public static class ChartColors
{
    public static readonly OxyColor Ink = OxyColor.Parse("#22313F");

    public static readonly OxyColor Fill = OxyColor.Parse("#0072B2");

    public static readonly OxyColor Third = OxyColor.Parse("#009E73");

    public static readonly OxyColor Pale = OxyColor.Parse("#A9C6E3");

    public static readonly OxyColor Accent = OxyColor.Parse("#D55E00");

    public static readonly OxyColor Paper = OxyColor.Parse("#F4F7FA");
}
