using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// A pass over a row whose length is known at run time only. Lengths between which the text of the pass, in terms of a variable <c>length</c>, does not change
/// share a method; one more method chooses among them. Each adds up in the order in which the pass for that length alone does, and so has its bits.
/// </summary>
/// <param name="passOf">Makes the pass for a length.</param>
internal sealed class AnyLengthPass(Func<RowLength, Pass> passOf)
{
    private const string Variable = "length";

    /// <summary>What stands for the number at the end of a method's name, the first length that it is for.</summary>
    public const string From = "$From";

    /// <summary>
    /// The lengths at which the text may change, of elements of any size: the size of a block and the number of vectors while they are written out, the kind of a sum, what fits the stack.
    /// A test compares the text of all lengths up to some hundreds.
    /// </summary>
    public static IReadOnlyList<int> Starts { get; } =
    [
        1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 24, 25, 32, 33, 40, 41, 48, 49, 56, 57, 64, 65, 72, 80, 81, 96, 97, 112, 113, 128, 129, 144, 4097, 8193, 131072,
    ];

    private static readonly int[] Widths = [512, 256, 128];

    private readonly Pass some = passOf(new RowLength(Starts[Starts.Count - 1], Variable, IsArgument: true));

    /// <summary>Writes the methods for all lengths and widths, and the one that chooses.</summary>
    public void Write(SourceWriter writer)
    {
        if (some.IsComposed)
        {
            writer.Line();
            writer.Lines(TextOf(some, 128, some.Name));
            return;
        }

        List<(int Width, List<(int From, string Method)> Methods)> choices = [];
        foreach (int width in Widths)
        {
            List<(int From, string Method)> methods = [];
            string last = "";
            foreach (int from in Starts)
            {
                if (TextAt(width, from) is not { } text || text == last)
                    continue;
                last = text;
                string number = $"From{RowCode.Number(from)}";
                methods.Add((from, NameAt(width).Replace(From, number)));
                writer.Line();
                writer.Lines(text.Replace(From, number));
            }

            if (methods.Count > 0)
                choices.Add((width, methods));
        }

        writer.Line();
        WriteChoice(writer, choices);
    }

    /// <summary>The text of the method for a length at a width, its name left open; <see langword="null"/> where there is none.</summary>
    public string? TextAt(int width, int length)
    {
        Pass pass = passOf(new RowLength(length, Variable, IsArgument: true));
        if (!pass.Widths.Contains(width))
            return null;
        VectorPlan plan = pass.Plan.At(width);
        // Of few elements, of 16 floats, which are divided, and of whole blocks that are written out, there is one length for a text.
        if (!pass.IsComposed && (length <= 4 || (length == 16 && pass.Precision.Compute == "float") || pass.Plan.IsPartial || (plan.IsStraight && pass.Plan.Remainder == 0)))
            pass = passOf(new RowLength(length, IsArgument: true));
        return TextOf(pass, width, NameAt(width));
    }

    private string NameAt(int width) => $"{some.Name}Vector{width}{From}";

    private static string TextOf(Pass pass, int width, string method)
    {
        SourceWriter text = pass.Context.Writer;
        int start = text.Length;
        pass.Write(width, method);
        return text.ToString().Substring(start).TrimEnd('\n');
    }

    private void WriteChoice(SourceWriter writer, List<(int Width, List<(int From, string Method)> Methods)> choices)
    {
        string arguments = string.Join(", ", some.Parameters.Split([", "], StringSplitOptions.None).Select(static parameter => (parameter.StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "") + parameter.Substring(parameter.LastIndexOf(' ') + 1)));
        bool returns = some.Returns != "void";
        writer.Line(Pass.Attribute);
        using (writer.Block($"internal static {some.Returns} {some.Name}({some.Parameters}, int {Variable})"))
        {
            foreach ((int width, List<(int From, string Method)> methods) in choices)
            {
                bool isLast = width == 128;
                using (isLast ? default : writer.Block($"if (HasVector{width} && {Variable} >= {RowCode.Number(methods[0].From)})"))
                {
                    WriteAmong(writer, methods, 0, methods.Count, method => returns ? $"return {method}({arguments}, {Variable});" : $"{method}({arguments}, {Variable});");
                    if (!isLast && !returns)
                        writer.Line("return;");
                }
            }
        }
    }

    // Half of the methods, and half of these.
    private static void WriteAmong(SourceWriter writer, List<(int From, string Method)> methods, int first, int end, Func<string, string> call)
    {
        if (end - first == 1)
        {
            writer.Line(call(methods[first].Method));
            return;
        }

        int middle = (first + end) / 2;
        using (writer.Block($"if ({Variable} < {RowCode.Number(methods[middle].From)})"))
            WriteAmong(writer, methods, first, middle, call);
        using (writer.Block("else"))
            WriteAmong(writer, methods, middle, end, call);
    }
}
