using SoftmaxGen.Members;

namespace SoftmaxGen.Emission;

/// <summary>What members that return the loss of rows do before and after they go over these: how the mean or the sum is made of the losses.</summary>
internal static class MeanLoss
{
    /// <summary>Declares the number of rows that count, what the gradient of each is multiplied by, and the sum of the losses.</summary>
    public static void Begin(SourceWriter writer, MemberDescription member, string element)
    {
        writer.Line($"int counted = {(member.Has(ParameterKind.Labels) ? "CountLabels(labels, ignoreIndex)" : member.Count)};");
        string reciprocal = element == "float" ? "(float)(1.0 / (float)counted)" : "1.0 / counted";
        writer.Line($"{element} weight = {(member.Has(ParameterKind.Sum) ? $"sum ? {(element == "float" ? "1f" : "1.0")} : " : "")}{reciprocal};");
        writer.Line("double loss = 0.0;");
    }

    /// <summary>Returns what was asked for.</summary>
    public static void End(SourceWriter writer, MemberDescription member, string element) =>
        writer.Line($"return {(element == "float" ? "(float)" : "")}({(member.Has(ParameterKind.Sum) ? "sum ? loss : " : "")}loss / counted);");
}
