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

    private bool IsArray => context.Target.Capabilities.Form == CodeForm.Arrays;

    private bool IsColumn(MemberParameter parameter) => parameter.Kind == ParameterKind.Columns || (parameter.Kind == ParameterKind.Destination && member.Result == ResultShape.Columns);

    public void Write()
    {
        string returns = member.Returns(context.Element);
        using (writer.Block($"internal static {returns} {context.Signature(qualified: false)}"))
        {
            WriteChecks();
            IEnumerable<string> arguments = member.Parameters.Where(IsPassed).SelectMany(Arguments).Concat(member.StoresByRow ? [!member.IsBatch || IsTopOfColumns ? "0" : Row] : Array.Empty<string>());
            string call = $"ScalarKernels.{member.Kernel}({string.Join(", ", arguments)}, {context.Length});";
            if (!member.IsBatch)
            {
                writer.Line(returns == "void" ? call : "return " + call);
                return;
            }

            if (member.ReturnsLoss)
                MeanLoss.Begin(writer, member, context.Element);
            WriteBatch(call);
            if (member.ReturnsLoss)
                MeanLoss.End(writer, member, context.Element);
        }
    }

    private void WriteBatch(string call)
    {
        if (member.HasColumns)
        {
            WriteColumns(() => WriteRow(call));
            return;
        }

        using (writer.Block($"for (int row = 0, first = 0; row < rows; row++, first += {context.Length})"))
            WriteRow(call);
    }

    // A row or a column that does not count has a loss of 0, and a gradient of 0.
    private void WriteRow(string call)
    {
        string counted = member.ReturnsLoss ? "loss += " + call : HasNumber ? $"destination[{Row}] = {call}" : call;
        if (!member.Has(ParameterKind.IgnoreIndex))
        {
            writer.Line(counted);
            return;
        }

        string ignored = HasNumber ? $"destination[{Row}] = {(context.Element == "float" ? "0f" : "0.0")};" : $"ScalarKernels.Clear({(member.HasColumns ? ResultColumn + ", 0" : "destination, first")}, {context.Length});";
        writer.Lines($"if (labels[{Row}] == ignoreIndex)\n    {ignored}\nelse\n    {counted}");
    }

    // Whether the kernel returns what is stored for a row.
    private bool HasNumber => member.Result is ResultShape.Numbers or ResultShape.Indices && !member.StoresByRow;

    // The largest elements of a column are found as those of a row, and moved.
    private bool IsTopOfColumns => member.HasColumns && member.Result == ResultShape.Top;

    private string Row => member.HasColumns ? "(matrix * columns) + c" : "row";

    // Each column stands as a row in memory of its own while it is computed.
    private void WriteColumns(Action writeRow)
    {
        int index = 0;
        foreach (string column in member.Inputs.Select(ColumnOf).Concat(member.Result == ResultShape.Columns ? [ResultColumn] : Array.Empty<string>()).Distinct())
        {
            writer.Line(IsArray
                ? $"{context.Element}[] {column} = ScalarColumn<{context.Element}>.Of({RowCode.Number(index++)}, {context.Length});"
                : $"Span<{context.Element}> {column} = stackalloc {context.Element}[{context.Length}];");
        }

        if (IsTopOfColumns)
        {
            writer.Line(IsArray ? $"{context.Element}[] topColumn = ScalarColumn<{context.Element}>.Of({RowCode.Number(index)}, k);" : $"Span<{context.Element}> topColumn = stackalloc {context.Element}[k];");
            writer.Line(IsArray ? "int[] indexColumn = ScalarColumn<int>.Of(0, k);" : "Span<int> indexColumn = stackalloc int[k];");
        }

        using (writer.Block($"for (int matrix = 0, first = 0; matrix < matrices; matrix++, first += columns * {context.Length})"))
        using (writer.Block("for (int c = 0; c < columns; c++)"))
        {
            foreach (MemberParameter input in member.Inputs)
                writer.Line($"ScalarKernels.ReadColumn<{context.Element}>({input.Name}, first + c, columns, {ColumnOf(input)}, {context.Length});");
            writeRow();
            if (member.Result == ResultShape.Columns)
                writer.Line($"ScalarKernels.WriteColumn<{context.Element}>({ResultColumn}, destination, first + c, columns, {context.Length});");
            if (IsTopOfColumns)
                writer.Lines($"ScalarKernels.WriteColumn<{context.Element}>(topColumn, destination, (matrix * columns * k) + c, columns, k);\nScalarKernels.WriteColumn<int>(indexColumn, indices, (matrix * columns * k) + c, columns, k);");
        }
    }

    // A kernel that reads its input again after the first result was stored has a column for its results.
    private string ResultColumn => member.Result == ResultShape.Columns && member.Inputs.First().IsApart ? "resultColumn" : "column";

    private string ColumnOf(MemberParameter input) => input == member.Inputs.First() ? "column" : "vectorColumn";

    private void WriteChecks()
    {
        CodeForm form = context.Target.Capabilities.Form;
        if (IsArray)
        {
            foreach (MemberParameter array in member.Parameters.Where(parameter => parameter.IsSequence))
                writer.Lines($"if ({array.Name} is null)\n    ScalarKernels.ThrowNull(nameof({array.Name}));");
        }

        ArgumentChecks.Parameters(writer, member, context.Element, context.Length);
        if (IsArray && HasNumbers)
        {
            foreach (MemberParameter input in member.Inputs.Where(static input => input.IsApart))
                writer.Lines($"if ((object){input.Name} == destination)\n    {Refused(input)};");
        }

        if (member.Has(ParameterKind.Margins))
        {
            writer.Lines(form == CodeForm.Arrays
                ? "if (margins == x || margins == destination)\n    ThrowMargins();"
                : $"if (ScalarKernels.Overlaps<{context.Element}>(x, margins.Slice(0, {member.Count})) || ScalarKernels.Overlaps<{context.Element}>(destination.Slice(0, {member.Count}), margins.Slice(0, {member.Count})))\n    ThrowMargins();");
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

    // Of what is passed to a kernel for one row, all but what says how many there are; a row that does not count is not passed, and a number is returned.
    private bool IsPassed(MemberParameter parameter) =>
        parameter.Kind is not (ParameterKind.IgnoreIndex or ParameterKind.Sum or ParameterKind.RowLength or ParameterKind.ColumnCount) && !(parameter.Kind == ParameterKind.Destination && HasNumber);

    private IEnumerable<string> Arguments(MemberParameter parameter)
    {
        // The gradient is multiplied before it is stored.
        if (parameter.Kind == ParameterKind.Destination && member.ReturnsLoss)
            yield return "weight";
        yield return parameter.Kind switch
        {
            ParameterKind.Destination when IsTopOfColumns => "topColumn",
            ParameterKind.Indices when IsTopOfColumns => "indexColumn",
            _ when member.StoresByRow && !parameter.IsInput && parameter.Kind != ParameterKind.Out => parameter.Name,
            _ when IsColumn(parameter) => $"{(parameter.IsInput ? ColumnOf(parameter) : ResultColumn)}, 0",
            ParameterKind.Row or ParameterKind.Rows or ParameterKind.Destination => $"{parameter.Name}, {(member.IsBatch ? "first" : "0")}",
            ParameterKind.Out => "out " + parameter.Name,
            ParameterKind.Uniforms => $"{parameter.Name}[{Row}]",
            ParameterKind.Labels => $"{parameter.Name}[{Row}]",
            _ => parameter.Name,
        };
    }
}
