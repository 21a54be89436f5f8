using SoftmaxGen.Model;

namespace SoftmaxGen.Members;

/// <summary>A parameter of a member.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsMemory">Whether what would be a span is memory.</param>
internal sealed record MemberParameter(ParameterKind Kind, string Name, bool IsMemory = false)
{
    /// <summary>Whether it is read again after the first result was stored, so that the result may not take its place.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether its elements are uniform draws, from 0 to 1.</summary>
    public bool IsUniform { get; init; }

    /// <summary>Whether its elements are indices rather than numbers.</summary>
    public bool IsIndex { get; init; }

    /// <summary>Whether elements of 16 bits stand as floats in it.</summary>
    public bool IsFloat { get; init; }

    /// <summary>Whether it is a row, or rows, to read.</summary>
    public bool IsInput => Kind is ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns;

    /// <summary>Whether it is a span or what stands for one.</summary>
    public bool IsSequence => IsInput || Kind is ParameterKind.Labels or ParameterKind.Destination or ParameterKind.Uniforms or ParameterKind.Indices or ParameterKind.Margins;

    /// <summary>The type, for one element type and form of code; in full where <paramref name="qualified"/> is set.</summary>
    public string Type(string element, CodeForm form, bool qualified) => Kind switch
    {
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns or ParameterKind.Uniforms => Sequence("ReadOnly", element, form, qualified),
        ParameterKind.Labels => Sequence("ReadOnly", "int", form, qualified),
        ParameterKind.Destination or ParameterKind.Indices or ParameterKind.Margins => Sequence("", IsIndex ? "int" : element, form, qualified),
        ParameterKind.Label or ParameterKind.RowLength or ParameterKind.ColumnCount or ParameterKind.IgnoreIndex or ParameterKind.Count => "int",
        ParameterKind.Temperature or ParameterKind.LabelSmoothing or ParameterKind.Uniform => ElementName.OfNumbers(element),
        ParameterKind.Out => "out " + ElementName.OfNumbers(element),
        ParameterKind.Sum => "bool",
        _ => (qualified ? "global::System.Threading.Tasks." : "") + "ParallelOptions",
    };

    /// <summary>The value that it has where the caller gives none, if it may be left out; what PyTorch has.</summary>
    public string Default => Kind switch
    {
        ParameterKind.IgnoreIndex => " = -100",
        ParameterKind.Sum => " = false",
        _ => "",
    };

    /// <summary>The parameter of the member for rows that stands for this one.</summary>
    public MemberParameter OfEachRow() => Kind switch
    {
        ParameterKind.Row when Name == "target" => this with { Kind = ParameterKind.Rows, Name = "targets" },
        ParameterKind.Row => this with { Kind = ParameterKind.Rows },
        ParameterKind.Label => new(ParameterKind.Labels, Name + "s"),
        ParameterKind.Uniform => new(ParameterKind.Uniforms, Name + "s"),
        _ => this,
    };

    /// <summary>The parameter of the member for columns that stands for this one of the member for rows.</summary>
    public MemberParameter OfEachColumn() => Kind == ParameterKind.Rows ? this with { Kind = ParameterKind.Columns } : this;

    private string Sequence(string prefix, string element, CodeForm form, bool qualified)
    {
        string type = IsFloat ? ElementName.OfNumbers(element) : ElementName.Qualified(element);
        return form == CodeForm.Arrays ? $"{type}[]" : $"{(qualified ? "global::System." : "")}{prefix}{(IsMemory ? "Memory" : "Span")}<{type}>";
    }
}
