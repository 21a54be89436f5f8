namespace SoftmaxGen.Emission;

/// <summary>The constants of the exponential for a temperature that is known only at run time.</summary>
internal static class TemperatureConstants
{
    public static void Declare(SourceWriter writer, RowCode row)
    {
        string one = row.Precision.Literal("1");
        writer.Line("// 0. The constants of e^(x / temperature).");
        if (row.Precision.Widens)
        {
            writer.Line($"{row.Vector} inverse = {row.Factory}.Create({one} / temperature);");
        }
        else
        {
            (string steps, string step) = row.Precision.IsPaired ? ("DoubleConstants.Log2E", "TemperedLn2")
                : (row.Precision.Compute == "float" ? "SingleConstants.Steps" : "DoubleConstants.Steps", "TemperedStep");
            writer.Line($"{row.Vector} temperatures = {row.Factory}.Create(temperature);");
            writer.Line($"{row.Vector} inverse = {row.Factory}.Create({one} / temperature);");
            if (row.Precision.IsPaired)
                writer.Line($"{row.Vector} inverseRest = {row.Factory}.Create(InverseRest(temperature));");
            writer.Line($"{row.Vector} steps = {row.Factory}.Create({steps} / temperature);");
            writer.Line($"{row.Vector} stepHigh = {row.Factory}.Create({step}(temperature, out {row.Precision.Compute} low));");
            writer.Line($"{row.Vector} stepLow = {row.Factory}.Create(low);");
        }

        writer.Line();
    }
}
