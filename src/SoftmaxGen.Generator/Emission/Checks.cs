namespace SoftmaxGen.Emission;

/// <summary>The checks at the head of a method: all of them come before the first store.</summary>
internal static class Checks
{
    /// <summary>The checks of a method from one row to one row; declares <c>source</c> and <c>target</c>.</summary>
    public static void Row(SourceWriter writer, string element, int length)
    {
        Length(writer, "x", length);
        Destination(writer, length);
        References(writer, element, length);
    }

    public static void Length(SourceWriter writer, string name, int length) =>
        writer.Lines($"if ({name}.Length != {length})\n    ThrowLength(nameof({name}), {length}, {name}.Length);");

    /// <summary>A whole number of rows, declared as <c>rows</c>, and a valid label for each where there are labels.</summary>
    public static void Rows(SourceWriter writer, int length, bool labelled)
    {
        writer.Line($"int rows = x.Length / {length};");
        writer.Lines($"if (rows * {length} != x.Length)\n    ThrowRows(nameof(x), {length}, x.Length);");
        if (labelled)
            writer.Line($"CheckLabels(labels, rows, {length});");
    }

    public static void Destination(SourceWriter writer, int length) => Destination(writer, $"{length}");

    public static void Destination(SourceWriter writer, string length) =>
        writer.Lines($"if (destination.Length < {length})\n    ThrowTooShort({length}, destination.Length);");

    public static void Label(SourceWriter writer, int length) =>
        writer.Lines($"if (label < 0 || label >= {length})\n    ThrowLabel(nameof(label), {length}, label);");

    public static void Temperature(SourceWriter writer, string element) =>
        writer.Lines($"if (!(temperature > 0 && temperature <= {element}.MaxValue))\n    ThrowTemperature(temperature);");

    /// <summary>Declares <c>source</c> and <c>target</c>, and refuses a target that shares only a part of the source.</summary>
    public static void References(SourceWriter writer, string element, int length, int? result = null, string source = "x") =>
        References(writer, element, $"{length}", $"{result ?? length}", source);

    public static void References(SourceWriter writer, string element, string length, string result, string source = "x")
    {
        Reference(writer, element, "source", source);
        Reference(writer, element, "target", "destination");
        Overlap(writer, "source", length, result);
    }

    /// <summary>Declares a reference to the first element of a span.</summary>
    public static void Reference(SourceWriter writer, string element, string name, string span) =>
        writer.Line($"ref {element} {name} = ref MemoryMarshal.GetReference({span});");

    public static void Overlap(SourceWriter writer, string source, int length, int result) => Overlap(writer, source, $"{length}", $"{result}");

    private static void Overlap(SourceWriter writer, string source, string length, string result) =>
        writer.Lines($"if (OverlapsPartly(ref {source}, {length}, ref target, {result}))\n    ThrowOverlap();");
}
