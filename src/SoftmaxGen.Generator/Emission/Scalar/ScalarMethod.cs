using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// The code behind a public method where there are no vectors: the checks, in the order of the parameters, and a call of the kernel
/// of the same name. A kernel takes a row as the array or span that holds it and the index of its first element.
/// </summary>
internal sealed class ScalarMethod(SourceWriter writer, SoftmaxTarget target, Method method)
{
    private const string RowsSuffix = "Rows";

    private readonly int length = target.Length;

    private bool HasRows => method.Name.EndsWith(RowsSuffix, StringComparison.Ordinal);

    private bool HasMatrix => method.Name.StartsWith("Jacobian", StringComparison.Ordinal) && Kernel != ProductKernel;

    // The Jacobian is symmetric: its products from the left and from the right are one.
    private const string ProductKernel = "Product";

    private string Kernel => method.Name is "VectorJacobianProduct" or "JacobianVectorProduct" ? ProductKernel
        : HasRows ? method.Name.Substring(0, method.Name.Length - RowsSuffix.Length)
        : method.Name;

    // As text: for rows it is known at run time.
    private string ResultLength => HasRows ? "x.Length" : $"{(HasMatrix ? length * length : length)}";

    private IEnumerable<Parameter> Inputs => method.Parameters.Where(parameter => IsRow(parameter) && parameter.Name != "destination");

    public void Write()
    {
        using (writer.Block($"internal static {method.Returns} {method.Signature(qualified: false)}"))
        {
            WriteChecks();
            string call = $"ScalarKernels.{Kernel}({string.Join(", ", method.Parameters.Select(Argument))}, {length});";
            if (HasRows)
                writer.Lines($"for (int row = 0, first = 0; row < rows; row++, first += {length})\n    {call}");
            else
                writer.Line(method.Returns == "void" ? call : "return " + call);
        }
    }

    private void WriteChecks()
    {
        if (target.Capabilities.Form == CodeForm.Arrays)
        {
            foreach (Parameter array in method.Parameters.Where(parameter => parameter.Type.EndsWith("[]", StringComparison.Ordinal)))
                writer.Lines($"if ({array.Name} is null)\n    ScalarKernels.ThrowNull(nameof({array.Name}));");
        }

        if (HasRows)
            Checks.Rows(writer, length, labelled: method.Parameters.Any(parameter => parameter.Name == "labels"));
        foreach (Parameter parameter in method.Parameters.Where(parameter => !HasRows || parameter.Name == "destination"))
            Check(parameter);
        if (target.Capabilities.Form == CodeForm.Spans && method.Parameters.Any(parameter => parameter.Name == "destination"))
        {
            foreach (Parameter input in Inputs)
                writer.Lines($"if (ScalarKernels.OverlapsPartly<{Element(input)}>({input.Name}, destination.Slice(0, {ResultLength})))\n    ThrowOverlap();");
        }
    }

    private void Check(Parameter parameter)
    {
        if (parameter.Name == "destination")
            Checks.Destination(writer, ResultLength);
        else if (parameter.Name == "label")
            Checks.Label(writer, length);
        else if (parameter.Name == "temperature")
            Checks.Temperature(writer, parameter.Type);
        else
            Checks.Length(writer, parameter.Name, length);
    }

    private string Argument(Parameter parameter) =>
        parameter.Name == "labels" ? "labels[row]"
        : !IsRow(parameter) ? parameter.Name
        : $"{parameter.Name}, {(HasRows ? "first" : "0")}";

    private static bool IsRow(Parameter parameter) => parameter.Name != "labels" && parameter.Type != Element(parameter);

    private static string Element(Parameter parameter) => parameter.Type.Contains("double") ? "double" : parameter.Type.Contains("float") ? "float" : "int";
}
