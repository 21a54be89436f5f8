using System.Text.RegularExpressions;
using SoftmaxGen.Members;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Sentences that the documentation of several members shares.</summary>
internal static class DocText
{
    public const string SpecialRows = "NaN or +infinity anywhere, or -infinity everywhere, gives NaN everywhere.";

    public const string SpecialResult = "NaN where an element is NaN or +infinity, or all are -infinity.";

    public const string LabelError =
        "<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"label\"/> is not the index of a class.</exception>";

    public const string RowErrors =
        "<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"x\"/> is wrong, <paramref name=\"destination\"/> is too short, or the two overlap partly.</exception>";

    public static string Row(string what, RowLength length) => length.IsAny
        ? $"The {what.Replace("the ", "")}; {length} elements, at least one."
        : $"The {what.Replace("the ", "")}; exactly {length} {(length == 1 ? "element" : "elements")}.";

    public static string Result(string what, RowLength length) =>
        $"Receives {what}; at least {length} {(length == 1 ? "element" : "elements")}, of which the first {length} are written. It may start where the input does, or be apart from it.";

    public static string Errors(string first, RowLength length, string? second = null) =>
        $"<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"{first}\"/>{(second is null ? "" : $" or <paramref name=\"{second}\"/>")} is not {length}, <paramref name=\"destination\"/> is too short, or it overlaps an input partly.</exception>";

    private static readonly Regex WordRow = new(@"\brow", RegexOptions.CultureInvariant);

    /// <summary>The documentation of a member whose parameters say by their kinds what they are.</summary>
    /// <param name="summary">What it computes.</param>
    /// <param name="remarks">What becomes of special values.</param>
    /// <param name="returns">What it returns, if anything.</param>
    public static string Of(MemberDescription member, RowLength length, string summary, string remarks, string? returns = null)
    {
        (summary, remarks, returns) = (Spoken(member, summary), Spoken(member, remarks), returns is null ? null : Spoken(member, returns));
        if (member.HasColumns)
            remarks += " A column has the bits that it would have as a row.";
        List<string> lines = [$"<summary>{summary}</summary>"];
        lines.AddRange(member.Parameters.Where(static parameter => parameter.Kind is not (ParameterKind.RowLength or ParameterKind.ParallelOptions)).Select(parameter => $"<param name=\"{parameter.Name}\">{Parameter(member, parameter, length)}</param>"));
        if (returns is not null)
            lines.Add($"<returns>{returns}</returns>");
        lines.Add($"<remarks>{remarks}</remarks>");
        lines.Add(LengthError(member, length));
        if (member.HasColumns)
            lines.Add("<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"columns\"/> is negative.</exception>");
        if (member.Parameters.Any(static parameter => parameter.Kind is ParameterKind.Label or ParameterKind.Labels))
        {
            string label = member.Parameters.First(static parameter => parameter.Kind is ParameterKind.Label or ParameterKind.Labels).Name;
            lines.Add(member.Has(ParameterKind.Label) ? LabelError
                : $"<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"{label}\"/> is not the index of a class{(member.Has(ParameterKind.IgnoreIndex) ? " or <paramref name=\"ignoreIndex\"/>" : "")}; the message says {(member.HasColumns ? "which" : "in which row")}.</exception>");
        }

        if (member.Has(ParameterKind.Temperature))
            lines.Add("<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"temperature\"/> is not positive and finite.</exception>");
        if (member.Parameters.FirstOrDefault(static parameter => parameter.IsUniform || parameter.Kind is ParameterKind.Uniform or ParameterKind.Uniforms) is { } uniform)
            lines.Add($"<exception cref=\"T:System.ArgumentOutOfRangeException\">{(uniform.IsSequence ? "An element of " : "")}<paramref name=\"{uniform.Name}\"/> is below 0, above 1 or NaN{(uniform.IsSequence ? "; the message says which" : "")}.</exception>");
        if (member.Has(ParameterKind.Count))
            lines.Add($"<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"k\"/> is less than 1 or more than {length}.</exception>");
        if (member.Has(ParameterKind.LabelSmoothing))
            lines.Add("<exception cref=\"T:System.ArgumentOutOfRangeException\"><paramref name=\"labelSmoothing\"/> is below 0 or above 1.</exception>");
        return string.Join("\n", lines);
    }

    // What is said of rows, of a member for columns is said of these.
    private static string Spoken(MemberDescription member, string text) => member.HasColumns ? WordRow.Replace(text, "column") : text;

    private static string Parameter(MemberDescription member, MemberParameter parameter, RowLength length)
    {
        bool hasColumns = member.HasColumns;
        string row = hasColumns ? "column" : "row";
        string isIgnored = member.Has(ParameterKind.IgnoreIndex) ? $", or <paramref name=\"ignoreIndex\"/> where the {row} does not count" : "";
        return parameter.Kind switch
        {
            ParameterKind.Row => Row(Meaning(parameter), length),
            ParameterKind.Rows when parameter == member.Inputs.First() => $"Contiguous rows of {length} {Meaning(parameter)}, any number of them; an empty span has no rows, and is allowed.",
            ParameterKind.Rows => $"As many rows of {length} {Meaning(parameter)}.",
            ParameterKind.Columns when parameter == member.Inputs.First() => $"A row-major matrix of {length} rows of {Meaning(parameter)}: element i of column c is {parameter.Name}[i * columns + c]; or any number of such matrices, one after the other.",
            ParameterKind.Columns => $"As many matrices of {Meaning(parameter)}.",
            ParameterKind.ColumnCount => "The number of columns; 0 is allowed.",
            ParameterKind.Label => $"The index of a class, from 0 to {length - 1}.",
            ParameterKind.Labels => $"The index of the true class of each {row}{(hasColumns ? ", matrix by matrix" : "")}, from 0 to {length - 1}{isIgnored}.",
            ParameterKind.IgnoreIndex => $"The label of {row}s that do not count, whatever is in them.",
            ParameterKind.Temperature => "T; positive and finite. Logits are divided by it.",
            ParameterKind.Uniform => "A draw from the uniform distribution, from 0 to 1; 1 counts as the number below it.",
            ParameterKind.Uniforms => "Such a draw for each row, from 0 to 1.",
            ParameterKind.Count => $"How many elements are asked for, from 1 to {length}.",
            ParameterKind.Indices => $"Receives the indices of these elements{(member.Result == ResultShape.Numbers ? ", one for each row" : "")}.",
            ParameterKind.Margins => "Receives by how much each of these probabilities is more than that of the next element; apart from all else.",
            ParameterKind.Out => parameter.Name == "margin" ? "By how much its probability is more than that of the next element: 0 where two are the largest." : "The probability of the largest element.",
            ParameterKind.LabelSmoothing => "How much of the target is spread evenly over all classes, from 0, nothing, to 1.",
            ParameterKind.Sum => "Whether the losses are added up, and the gradient is that of their sum; they are averaged otherwise.",
            ParameterKind.Destination => $"Receives {Received(member, length)}.{(parameter.IsIndex ? "" : " " + Place(member))}",
            _ => throw new NotSupportedException($"A parameter {parameter} that has no documentation."),
        };
    }

    private static string Received(MemberDescription member, RowLength length) => member.Result switch
    {
        ResultShape.Row => $"the result; at least {length} elements",
        ResultShape.Numbers when member.HasColumns => "a number for each column, matrix by matrix; at least as many elements as there are columns",
        ResultShape.Numbers => "a number for each row; at least as many elements as there are rows",
        ResultShape.Indices => "an index for each row; at least as many elements as there are rows",
        ResultShape.Top => $"the probabilities of the first k elements{(member.HasRows ? " of each row, row after row" : "")}",
        ResultShape.Columns => "as many matrices",
        _ => "as many rows",
    };

    private static string Meaning(MemberParameter parameter) => parameter.Name switch
    {
        "x" => "logits",
        "target" or "targets" => "probabilities of the target, which sum to 1",
        "p" => "probabilities",
        "uniforms" => "draws from the uniform distribution, from 0 to 1,",
        "y" => "logits of the second distribution",
        _ => "elements of the vector",
    };

    private static string Place(MemberDescription member)
    {
        List<string> apart = [.. member.Inputs.Where(static input => input.IsApart).Select(static input => input.Name)], inPlace = [.. member.Inputs.Where(static input => !input.IsApart).Select(static input => input.Name)];
        string from = apart.Count == 0 ? "it" : $"it and <paramref name=\"{string.Join("\"/> and <paramref name=\"", apart)}\"/>";
        return inPlace.Count == 0 ? $"It must be apart from <paramref name=\"{apart[0]}\"/>." : $"It may start where <paramref name=\"{inPlace[0]}\"/> does, or be apart from {from}.";
    }

    private static string LengthError(MemberDescription member, RowLength length)
    {
        string first = $"<paramref name=\"{member.Inputs.First().Name}\"/>";
        List<string> wrong = [$"The length of {first} is not {(member.IsBatch ? $"a multiple of {length}{(member.HasColumns ? " times <paramref name=\"columns\"/>" : "")}" : $"{length}")}"];
        foreach (MemberParameter other in member.Parameters.Where(parameter => parameter != member.Inputs.First()))
        {
            if (other.IsInput)
                wrong.Add($"that of <paramref name=\"{other.Name}\"/> is not {(member.IsBatch ? "the same" : $"{length}")}");
            else if (other.Kind is ParameterKind.Labels or ParameterKind.Uniforms)
                wrong.Add($"that of <paramref name=\"{other.Name}\"/> is not the number of {(member.HasColumns ? "columns of all matrices" : "rows")}");
        }

        foreach (MemberParameter result in member.Parameters.Where(static parameter => parameter.Kind is ParameterKind.Destination or ParameterKind.Indices or ParameterKind.Margins))
        {
            wrong.Add($"<paramref name=\"{result.Name}\"/> is too short");
            if (result.Kind == ParameterKind.Destination && !result.IsIndex)
                wrong.Add("it overlaps an input partly");
        }

        string list = wrong.Count == 1 ? wrong[0] : $"{string.Join(", ", wrong.Take(wrong.Count - 1))}, or {wrong[wrong.Count - 1]}";
        return $"<exception cref=\"T:System.ArgumentException\">{list}.</exception>";
    }
}
