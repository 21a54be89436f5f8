namespace SoftmaxGen.Emission;

/// <summary>The constants of the exponential for a temperature that is known only at run time.</summary>
internal static class Temperature
{
    public static void Declare(SourceWriter writer, RowCode row)
    {
        string one = row.Arithmetic.Literal("1");
        writer.Line("// 0. The constants of e^(x / temperature).");
        if (row.Arithmetic.Widens)
        {
            writer.Line($"{row.Vector} inverse = {row.Factory}.Create({one} / temperature);");
        }
        else
        {
            string constants = row.Arithmetic.Compute == "float" ? "SingleConstants" : "DoubleConstants";
            writer.Line($"{row.Vector} temperatures = {row.Factory}.Create(temperature);");
            writer.Line($"{row.Vector} inverse = {row.Factory}.Create({one} / temperature);");
            writer.Line($"{row.Vector} log2E = {row.Factory}.Create({constants}.Log2E / temperature);");
            writer.Line($"{row.Vector} ln2High = {row.Factory}.Create(TemperedLn2(temperature, out {row.Arithmetic.Compute} low));");
            writer.Line($"{row.Vector} ln2Low = {row.Factory}.Create(low);");
        }

        writer.Line();
    }
}
