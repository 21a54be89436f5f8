using System.Text.RegularExpressions;
using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>Sentences that the documentation of several members shares.</summary>
internal static class DocText
{
    public const string SpecialRows = "If an element is NaN or +infinity, or all are -infinity, every result is NaN.";

    public const string SpecialResult = "NaN if an element is NaN or +infinity, or all are -infinity.";

    public const string Backward = "The gradient with respect to x from the gradient g with respect to p, the backward pass: p_i (g_i - sum_k g_k p_k)";

    public const string Forward = "The change of p from a change g of x, forward mode: p_i (g_i - sum_k g_k p_k)";

    private static readonly Regex WordRow = new(@"\brow", RegexOptions.CultureInvariant);

    /// <summary>The documentation of a member whose parameters say by their kinds what they are.</summary>
    /// <param name="context">The member, and what it is documented for.</param>
    /// <param name="summary">What it computes.</param>
    /// <param name="remarks">What becomes of special values, if there is more to say of them than of what is returned.</param>
    /// <param name="returns">What it returns, if anything.</param>
    /// <param name="received">What the destination receives, where that has a name.</param>
    public static string Of(MemberContext context, string summary, string? remarks = null, string? returns = null, string? received = null)
    {
        (MemberDescription member, RowLength length) = (context.Member, context.Length);
        List<string> lines = [$"<summary>{Spoken(member, summary)}{(member.IsParallel ? " The rows are shared out among threads; the bits do not depend on how." : "")}</summary>"];
        lines.AddRange(member.Parameters.Select(parameter => $"<param name=\"{parameter.Name}\">{Parameter(context, parameter, received)}</param>"));
        if (returns is not null)
            lines.Add($"<returns>{Spoken(member, returns)}</returns>");
        string all = string.Join(" ", Remarks(member, remarks));
        if (all.Length > 0)
            lines.Add($"<remarks>{all}</remarks>");
        lines.Add(Error("Argument", LengthError(context)));
        lines.AddRange(RangeErrors(member, length).Select(static error => Error("ArgumentOutOfRange", error)));
        if (context.Target.Capabilities.Form == CodeForm.Arrays)
            lines.Add(Error("ArgumentNull", "An array is null."));
        if (member.IsParallel)
        {
            lines.Add(Error("ArgumentNull", $"<paramref name=\"{member.Parameters[^1].Name}\"/> is null."));
            lines.Add(Error("OperationCanceled", "The work was cancelled; some rows of <paramref name=\"destination\"/> may have been written."));
        }

        return string.Join("\n", lines);
    }

    private static string Error(string type, string text) => $"<exception cref=\"T:System.{type}Exception\">{text}</exception>";

    private static IEnumerable<string> Remarks(MemberDescription member, string? remarks)
    {
        if (member.FloatMember is not null)
            yield return "Computed in single precision" + (member.IsRounded ? ", and rounded once." : ".");
        if (remarks is not null)
            yield return Spoken(member, remarks);
        if (member.HasColumns)
            yield return "A column has the bits that it would have as a row.";
    }

    private static IEnumerable<string> RangeErrors(MemberDescription member, RowLength length)
    {
        if (member.HasColumns)
            yield return "<paramref name=\"columns\"/> is negative.";
        if (member.Has(ParameterKind.Label))
            yield return "<paramref name=\"label\"/> is not the index of a class.";
        if (member.Parameters.FirstOrDefault(static parameter => parameter.Kind == ParameterKind.Labels) is { } labels)
            yield return $"An element of <paramref name=\"{labels.Name}\"/> is not the index of a class{(member.Has(ParameterKind.IgnoreIndex) ? " or <paramref name=\"ignoreIndex\"/>" : "")}; the message says {(member.HasColumns ? "which" : "in which row")}.";
        if (member.Has(ParameterKind.Temperature))
            yield return "<paramref name=\"temperature\"/> is not positive and finite.";
        if (member.Parameters.FirstOrDefault(static parameter => parameter.IsUniform || parameter.Kind is ParameterKind.Uniform or ParameterKind.Uniforms) is { } uniform)
            yield return $"{(uniform.IsSequence ? "An element of " : "")}<paramref name=\"{uniform.Name}\"/> is below 0, above 1 or NaN{(uniform.IsSequence ? "; the message says which" : "")}.";
        if (member.Has(ParameterKind.Count))
            yield return $"<paramref name=\"k\"/> is less than 1 or more than {length}.";
        if (member.Has(ParameterKind.LabelSmoothing))
            yield return "<paramref name=\"labelSmoothing\"/> is below 0 or above 1.";
        if (member.Has(ParameterKind.RowLength))
            yield return $"<paramref name=\"length\"/> is less than 1{(member.HasColumns ? $" or more than {MemberDescription.MaxColumnLength}" : "")}.";
    }

    // What is said of rows, of a member for columns is said of these.
    private static string Spoken(MemberDescription member, string text) => member.HasColumns ? WordRow.Replace(text, "column") : text;

    private static string Parameter(MemberContext context, MemberParameter parameter, string? received)
    {
        (MemberDescription member, RowLength length) = (context.Member, context.Length);
        bool hasColumns = member.HasColumns;
        string row = hasColumns ? "column" : "row";
        string isIgnored = member.Has(ParameterKind.IgnoreIndex) ? $", or <paramref name=\"ignoreIndex\"/> where the {row} does not count" : "";
        return parameter.Kind switch
        {
            ParameterKind.Row => $"The {(parameter.Name is "upstream" or "tangent" ? "vector g" : Meaning(parameter))}; {(length.IsAny ? $"{length} elements{(parameter == member.Inputs.First() ? ", at least one" : "")}" : $"exactly {Elements(length)}")}.",
            ParameterKind.Rows when parameter == member.Inputs.First() => $"Contiguous rows of {length} {Meaning(parameter)}, any number of them; an empty span has no rows, and is allowed.",
            ParameterKind.Rows => $"As many rows of {length} {Meaning(parameter)}.",
            ParameterKind.Columns when parameter == member.Inputs.First() => $"A row-major matrix of {length} rows of {Meaning(parameter)}: element i of column c is {parameter.Name}[i * columns + c]; or any number of such matrices, one after the other.",
            ParameterKind.Columns => $"As many matrices of {Meaning(parameter)}.",
            ParameterKind.RowLength => $"N, the number of elements of a {(hasColumns ? $"column; at least 1 and at most {MemberDescription.MaxColumnLength}" : "row; at least 1")}.",
            ParameterKind.ColumnCount => "The number of columns; 0 is allowed.",
            ParameterKind.ParallelOptions => "How many threads at most, and a token that ends the work between two blocks of rows. Small batches stay on the thread of the caller.",
            ParameterKind.Label => $"The index of a class, from 0 to {length - 1}.",
            ParameterKind.Labels => $"The index of the true class of each {row}{(hasColumns ? ", matrix by matrix" : "")}, from 0 to {length - 1}{isIgnored}.",
            ParameterKind.IgnoreIndex => $"The label of {row}s that do not count, whatever is in them.",
            ParameterKind.Temperature => "T; positive and finite. Logits are divided by it.",
            ParameterKind.Uniform => "A draw from the uniform distribution, from 0 to 1; 1 counts as the number below it.",
            ParameterKind.Uniforms => $"Such a draw for each {row}{(hasColumns ? ", matrix by matrix" : "")}, from 0 to 1.",
            ParameterKind.Count => $"How many elements are asked for, from 1 to {length}.",
            ParameterKind.Indices => $"Receives the indices of these elements{(member.Result == ResultShape.Numbers ? $", one for each {row}" : "")}.",
            ParameterKind.Margins => "Receives by how much each of these probabilities is more than that of the next element; apart from all else.",
            ParameterKind.Out => parameter.Name == "margin" ? "By how much its probability is more than that of the next element: 0 where two are the largest." : "The probability of the largest element.",
            ParameterKind.LabelSmoothing => "How much of the target is spread evenly over all classes, from 0, nothing, to 1.",
            ParameterKind.Sum => "Whether the losses are added up, and the gradient is that of their sum; they are averaged otherwise.",
            ParameterKind.Destination => $"Receives {Received(member, length, received)}.{(parameter.IsIndex ? "" : " " + Place(context))}",
            _ => throw new NotSupportedException($"A parameter {parameter} that has no documentation."),
        };
    }

    private static string Received(MemberDescription member, RowLength length, string? received) => member.Result switch
    {
        ResultShape.Row => $"{received ?? "the result"}; at least {Elements(length)}, of which the first {length} are written",
        ResultShape.Matrix => $"the symmetric {length} by {length} matrix, row-major; at least {Elements(length * length)}",
        ResultShape.Numbers when member.HasColumns => "a number for each column, matrix by matrix; at least as many elements as there are columns",
        ResultShape.Numbers => "a number for each row; at least as many elements as there are rows",
        ResultShape.Indices when member.HasColumns => "an index for each column, matrix by matrix; at least as many elements as there are columns",
        ResultShape.Top when member.HasColumns => "the probabilities of the first k elements of each column: a row-major matrix of k rows for each matrix",
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
        _ => "elements of the vector g",
    };

    private static string Place(MemberContext context)
    {
        List<string> apart = Names(static input => input.IsApart), inPlace = Names(static input => !input.IsApart);
        if (context.Member.IsResultApart || inPlace.Count == 0)
            return $"It must not overlap {string.Join(" and ", context.Member.Inputs.Select(static input => Reference(input.Name)))}.";
        string but = apart.Count == 0 ? "" : string.Join(" and ", apart);
        return context.Target.Capabilities.Form == CodeForm.Arrays
            ? $"It can be {inPlace[0]} itself{(apart.Count == 0 ? "" : $", but not {but}")}."
            : $"It must not overlap {inPlace[0]}, unless both start at the same element{(apart.Count == 0 ? "" : $"; it must not overlap {but}")}.";

        List<string> Names(Func<MemberParameter, bool> isOf) => [.. context.Member.Inputs.Where(isOf).Select(static input => Reference(input.Name))];
    }

    private static string LengthError(MemberContext context)
    {
        MemberDescription member = context.Member;
        string length = $"{context.Length}";
        MemberParameter first = member.Inputs.First();
        List<string> wrong =
        [
            member.IsBatch ? $"The length of {Reference(first.Name)} is not a multiple of {length}{(member.HasColumns ? " times <paramref name=\"columns\"/>" : "")}"
                : context.Length.IsAny ? $"{Reference(first.Name)} is empty"
                : $"The length of {Reference(first.Name)} is not {length}",
        ];
        foreach (MemberParameter other in member.Parameters.Where(parameter => parameter != first))
        {
            if (other.IsInput)
                wrong.Add($"{(!member.IsBatch && context.Length.IsAny ? "the length" : "that")} of {Reference(other.Name)} is not {(member.IsBatch || context.Length.IsAny ? "the same" : length)}");
            else if (other.Kind is ParameterKind.Labels or ParameterKind.Uniforms)
                wrong.Add($"that of {Reference(other.Name)} is not the number of {(member.HasColumns ? "columns of all matrices" : "rows")}");
        }

        foreach (MemberParameter result in member.Parameters.Where(static parameter => parameter.Kind is ParameterKind.Destination or ParameterKind.Indices or ParameterKind.Margins))
        {
            wrong.Add($"{Reference(result.Name)} is too short");
            if (result.Kind == ParameterKind.Destination && !result.IsIndex && Overlap(context) is { } overlap)
                wrong.Add(overlap);
        }

        return wrong.Count == 1 ? wrong[0] + "." : $"{string.Join(", ", wrong.Take(wrong.Count - 1))}, or {wrong[wrong.Count - 1]}.";
    }

    // Two arrays are the same or apart.
    private static string? Overlap(MemberContext context)
    {
        MemberDescription member = context.Member;
        List<string> apart = [.. member.Inputs.Where(static input => input.IsApart).Select(static input => Reference(input.Name))];
        if (context.Target.Capabilities.Form == CodeForm.Arrays)
            return apart.Count == 0 ? null : $"it is {string.Join(" or ", apart)}";
        return member.IsResultApart || apart.Count == member.Inputs.Count() ? "it overlaps an input"
            : $"it overlaps an input partly{(apart.Count == 0 ? "" : $" or {string.Join(" and ", apart)} at all")}";
    }

    private static string Reference(string name) => $"<paramref name=\"{name}\"/>";

    private static string Elements(RowLength length) => $"{length} {(!length.IsAny && length == 1 ? "element" : "elements")}";
}
