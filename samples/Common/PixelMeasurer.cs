using OxyPlot;

namespace Samples.Common;

/// <summary>Measures text in the pixels of an SVG file, 96 to an inch: what OxyPlot measures without a screen are points, 72 to an inch.</summary>
internal sealed class PixelMeasurer() : PdfRenderContext(1, 1, OxyColors.Undefined)
{
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        base.MeasureText(text, fontFamily, fontSize * 96 / 72, fontWeight);
}
