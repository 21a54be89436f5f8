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

    private bool HasRows => member.Single is not null;

    public void Write()
    {
        string returns = member.Returns(context.Element);
        using (writer.Block($"internal static {returns} {context.Signature(qualified: false)}"))
        {
            WriteChecks();
            string call = $"ScalarKernels.{member.Kernel}({string.Join(", ", member.Parameters.Select(Argument))}, {context.Length});";
            if (HasRows)
                writer.Lines($"for (int row = 0, first = 0; row < rows; row++, first += {context.Length})\n    {call}");
            else
                writer.Line(returns == "void" ? call : "return " + call);
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

        Checks.Parameters(writer, member, context.Element, context.Length);
        if (form == CodeForm.Spans && member.Has(ParameterKind.Destination))
        {
            foreach (MemberParameter input in member.Inputs)
                writer.Lines($"if (ScalarKernels.OverlapsPartly<{context.Element}>({input.Name}, destination.Slice(0, {member.ResultLength(context.Length)})))\n    ThrowOverlap();");
        }
    }

    private string Argument(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Destination => $"{parameter.Name}, {(HasRows ? "first" : "0")}",
        ParameterKind.Labels => $"{parameter.Name}[row]",
        _ => parameter.Name,
    };
}
