using SoftmaxGen.Members;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The checks at the head of a method: all of them come before the first store.</summary>
internal static class ArgumentChecks
{
    /// <summary>The checks of all parameters but for overlap, in their order; the number of rows is declared as <c>rows</c>, that of matrices as <c>matrices</c>.</summary>
    /// <param name="hasVectors">Whether there are kernels of vectors.</param>
    public static void Parameters(SourceWriter writer, MemberDescription member, string element, RowLength length, bool hasVectors = false)
    {
        foreach (MemberParameter parameter in member.Parameters)
        {
            string name = parameter.Name;
            switch (parameter.Kind)
            {
                case ParameterKind.Row when length.IsAny && parameter == member.Inputs.First():
                    writer.Line($"int {length} = {name}.Length;");
                    writer.Lines($"if ({length} == 0)\n    ThrowEmpty(nameof({name}));");
                    break;
                case ParameterKind.Row:
                    writer.Lines($"if ({name}.Length != {length})\n    ThrowLength(nameof({name}), {length}, {name}.Length);");
                    break;
                case ParameterKind.Rows or ParameterKind.Columns when parameter != member.Inputs.First():
                    string first = member.Inputs.First().Name;
                    writer.Lines($"if ({name}.Length != {first}.Length)\n    ThrowLength(nameof({name}), {first}.Length, {name}.Length);");
                    break;
                case ParameterKind.Rows when length.IsAny:
                    writer.Lines($"if ({length} < 1)\n    ThrowRowLength({length});");
                    goto case ParameterKind.Rows;
                case ParameterKind.Rows:
                    writer.Line($"int rows = {name}.Length / {length};");
                    writer.Lines($"if (rows * {length} != {name}.Length)\n    ThrowRows(nameof({name}), {length}, {name}.Length);");
                    break;
                case ParameterKind.Columns when length.IsAny:
                    writer.Lines($"if ({length} < 1 || {length} > {MemberDescription.MaxColumnLength})\n    ThrowColumnLength({length}, {MemberDescription.MaxColumnLength});");
                    goto case ParameterKind.Columns;
                case ParameterKind.Columns:
                    writer.Line($"int matrices = CountMatrices(nameof({name}), {length}, {name}.Length, columns);");
                    break;
                case ParameterKind.Label:
                    writer.Lines($"if ({name} < 0 || {name} >= {length})\n    ThrowLabel(nameof({name}), {length}, {name});");
                    break;
                case ParameterKind.Labels:
                    writer.Line($"CheckLabels({name}, {member.Count}, {length}{(member.Has(ParameterKind.IgnoreIndex) ? ", ignoreIndex" : "")});");
                    break;
                case ParameterKind.Temperature:
                    writer.Lines($"if (!({name} > 0 && {name} <= {element}.MaxValue))\n    ThrowTemperature({name});");
                    break;
                case ParameterKind.LabelSmoothing:
                    writer.Lines($"if (!({name} >= 0 && {name} <= 1))\n    ThrowLabelSmoothing({name});");
                    break;
                case ParameterKind.Uniform:
                    writer.Lines($"if (!({name} >= 0 && {name} <= 1))\n    ThrowUniform({name});");
                    break;
                case ParameterKind.Uniforms:
                    writer.Lines($"if ({name}.Length != {member.Count})\n    ThrowLength(nameof({name}), {member.Count}, {name}.Length);");
                    break;
                case ParameterKind.Count:
                    writer.Lines($"if ({name} < 1 || {name} > {length})\n    ThrowCount({name}, {length});");
                    break;
                case ParameterKind.Indices or ParameterKind.Margins:
                    writer.Lines($"if ({name}.Length < {member.ResultLength(length)})\n    ThrowTooShort(nameof({name}), {member.ResultLength(length)}, {name}.Length);");
                    break;
                case ParameterKind.Destination:
                    string room = member.ResultLength(length);
                    if (length.IsAny && member.Result == ResultShape.Matrix)
                        room = "(long)" + room;
                    writer.Lines($"if ({name}.Length < {room})\n    ThrowTooShort({room}, {name}.Length);");
                    break;
            }

            if (parameter.IsUniform || parameter.Kind == ParameterKind.Uniforms)
                writer.Lines($"{(hasVectors ? $"if (!AreUniform({name}))\n    " : "")}CheckUniforms({name});");
        }
    }

    /// <summary>Declares references to the first elements of the inputs and of the destination, and refuses a destination that shares only a part of an input.</summary>
    public static void References(SourceWriter writer, MemberDescription member, string element, RowLength length)
    {
        bool isFirst = true;
        MemberParameter? destination = member.Parameters.FirstOrDefault(static parameter => parameter.Kind == ParameterKind.Destination);
        string result = ReferenceToResult(member);
        foreach (MemberParameter input in member.Inputs)
        {
            string reference = ReferenceTo(member, input);
            Reference(reference, input.Name);
            if (destination is not null && isFirst)
                Reference(result, "destination", destination.IsIndex);
            if (destination is { IsIndex: false })
                writer.Lines($"if ({(input.IsApart ? "Overlaps" : "OverlapsPartly")}(ref {reference}, {member.InputLength(length)}, ref {result}, {member.ResultLength(length)}))\n    {(input.IsApart ? $"ThrowOverlapWith(nameof({input.Name}))" : "ThrowOverlap()")};");
            isFirst = false;
        }

        foreach (MemberParameter other in member.Parameters.Where(static parameter => parameter.Kind is ParameterKind.Indices or ParameterKind.Margins))
            Reference("other" + other.Kind, other.Name, other.IsIndex);
        if (member.Has(ParameterKind.Margins))
        {
            writer.Lines($"if (Overlaps(ref source, {member.InputLength(length)}, ref otherMargins, {member.Count}) || Overlaps(ref {result}, {member.Count}, ref otherMargins, {member.Count}))\n    ThrowMargins();");
        }

        void Reference(string name, string span, bool isIndex = false) => writer.Line($"ref {(isIndex ? "int" : element)} {name} = ref MemoryMarshal.GetReference({span});");
    }

    /// <summary>The reference to the first element of the destination.</summary>
    public static string ReferenceToResult(MemberDescription member) => member.Parameters.Any(static parameter => parameter.Name == "target") ? "result" : "target";

    /// <summary>The reference to the first element of an input.</summary>
    public static string ReferenceTo(MemberDescription member, MemberParameter input) => input == member.Inputs.First() ? "source" : "weights";
}
