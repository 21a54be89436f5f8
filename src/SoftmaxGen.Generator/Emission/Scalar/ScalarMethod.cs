using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// The code behind a public method where there are no vectors: the checks, in the order of the parameters, and a call of the member's kernel.
/// A kernel takes a row as the array or span that holds it and the index of its first element.
/// </summary>
internal sealed class ScalarMethod(MemberContext context)
{
    private readonly SourceWriter writer = context.Writer;
    private readonly MemberDescription member = context.Member;

    // The kernel is for one row, but where something is returned for all of them.
    private bool IsRepeated => member.Single is not null && !HasColumns;

    private bool HasColumns => member.Result == ResultShape.Columns;

    public void Write()
    {
        string returns = member.Returns(context.Element);
        using (writer.Block($"internal static {returns} {context.Signature(qualified: false)}"))
        {
            WriteChecks();
            IEnumerable<string> arguments = member.Parameters.Where(IsPassed).Select(Argument);
            string call = $"ScalarKernels.{member.Kernel}({string.Join(", ", arguments)}, {context.Length});";
            if (member.ReturnsLoss)
                call = $"return ScalarKernels.{member.Kernel}({string.Join(", ", member.Parameters.Where(parameter => parameter.Kind != ParameterKind.RowLength).Select(parameter => parameter.Name))}, rows, {context.Length});";
            else if (member.StoresByRow)
                call = $"ScalarKernels.{member.Kernel}({string.Join(", ", member.Parameters.Where(IsPassed).Select(parameter => parameter.IsInput ? Argument(parameter) : parameter.Name))}, {(IsRepeated ? "row" : "0")}, {context.Length});";
            else if (member.Has(ParameterKind.IgnoreIndex))
                call = $"labels[row] == ignoreIndex ? {(context.Element == "float" ? "0f" : "0.0")} : {call}";
            if (member.Result is ResultShape.Numbers or ResultShape.Indices && !member.StoresByRow)
                call = "destination[row] = " + call;
            if (HasColumns)
                WriteColumns(call);
            else if (IsRepeated)
                writer.Lines($"for (int row = 0, first = 0; row < rows; row++, first += {context.Length})\n    {call}");
            else
                writer.Line(returns == "void" || member.ReturnsLoss ? call : "return " + call);
        }
    }

    // Each column stands as a row in memory of its own while it is computed.
    private void WriteColumns(string call)
    {
        bool isArray = context.Target.Capabilities.Form == CodeForm.Arrays;
        writer.Line(isArray
            ? $"{context.Element}[] column = ScalarColumn<{context.Element}>.Of({context.Length});"
            : $"Span<{context.Element}> column = stackalloc {context.Element}[{context.Length}];");
        using (writer.Block($"for (int matrix = 0, first = 0; matrix < matrices; matrix++, first += columns * {context.Length})"))
        using (writer.Block("for (int k = 0; k < columns; k++)"))
        {
            writer.Line($"ScalarKernels.ReadColumn({member.Inputs.First().Name}, first + k, columns, column, {context.Length});");
            writer.Line(call);
            writer.Line($"ScalarKernels.WriteColumn(column, destination, first + k, columns, {context.Length});");
        }
    }

    private void WriteChecks()
    {
        CodeForm form = context.Target.Capabilities.Form;
        if (form == CodeForm.Arrays)
        {
            foreach (MemberParameter array in member.Parameters.Where(parameter => parameter.IsSequence))
                writer.Lines($"if ({array.Name} is null)\n    ScalarKernels.ThrowNull(nameof({array.Name}));");
        }

        ArgumentChecks.Parameters(writer, member, context.Element, context.Length);
        if (form == CodeForm.Arrays && HasNumbers)
        {
            foreach (MemberParameter input in member.Inputs.Where(static input => input.IsApart))
                writer.Lines($"if ((object){input.Name} == destination)\n    {Refused(input)};");
        }

        if (member.Has(ParameterKind.Margins))
        {
            writer.Lines(form == CodeForm.Arrays
                ? "if (margins == x || margins == destination)\n    ThrowMargins();"
                : $"if (ScalarKernels.Overlaps<{context.Element}>(x, margins.Slice(0, rows)) || ScalarKernels.Overlaps<{context.Element}>(destination.Slice(0, rows), margins.Slice(0, rows)))\n    ThrowMargins();");
        }

        if (form == CodeForm.Spans && HasNumbers)
        {
            foreach (MemberParameter input in member.Inputs)
                writer.Lines($"if (ScalarKernels.{(input.IsApart ? "Overlaps" : "OverlapsPartly")}<{context.Element}>({input.Name}, destination.Slice(0, {member.ResultLength(context.Length)})))\n    {Refused(input)};");
        }
    }

    // Indices are of another type than what they may overlap.
    private bool HasNumbers => member.Parameters.Any(static parameter => parameter.Kind == ParameterKind.Destination && !parameter.IsIndex);

    private static string Refused(MemberParameter input) => input.IsApart ? $"ThrowOverlapWith(nameof({input.Name}))" : "ThrowOverlap()";

    // A kernel for one row returns its number, and is not called for a row that does not count.
    private bool IsPassed(MemberParameter parameter) =>
        parameter.Kind is not (ParameterKind.IgnoreIndex or ParameterKind.RowLength or ParameterKind.ColumnCount) && !(parameter.Kind == ParameterKind.Destination && member.Result is ResultShape.Numbers or ResultShape.Indices && !member.StoresByRow);

    private string Argument(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Columns => "column, 0",
        ParameterKind.Destination when HasColumns => "column, 0",
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Destination => $"{parameter.Name}, {(IsRepeated ? "first" : "0")}",
        ParameterKind.Out => "out " + parameter.Name,
        ParameterKind.Uniforms => $"{parameter.Name}[row]",
        ParameterKind.Labels => $"{parameter.Name}[{(HasColumns ? "(matrix * columns) + k" : "row")}]",
        _ => parameter.Name,
    };
}
