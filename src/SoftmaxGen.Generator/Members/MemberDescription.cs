using SoftmaxGen.Emission;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Members;

/// <summary>
/// A member as all parts of the generator and its tests know it: its signature with spans and with arrays, the checks of its arguments, its code without vectors
/// and the names that a host may not have follow from this. What is left to its emitter is the code with vectors, and the documentation.
/// </summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Flags">The flags of <c>Methods</c> that ask for it; all of them must be set.</param>
/// <param name="Result">What it computes.</param>
/// <param name="Parameters">Its parameters, in the order in which they are checked, too.</param>
/// <param name="Kernel">The kernel that computes one row of it where there are no vectors.</param>
/// <param name="Emitter">Makes what writes its code; for the emission alone.</param>
internal sealed record MemberDescription(
    string Name,
    MethodSet Flags,
    ResultShape Result,
    IReadOnlyList<MemberParameter> Parameters,
    string Kernel,
    Func<MemberContext, MemberEmitter> Emitter)
{
    /// <summary>The member for one row that is repeated for each of many rows or columns.</summary>
    public MemberDescription? OneRow { get; private init; }

    /// <summary>The first sentence of the documentation of a member for rows or columns.</summary>
    public string RowsSummary { get; private init; } = "";

    /// <summary>Whether threads share the rows out among them.</summary>
    public bool IsParallel => Has(ParameterKind.ParallelOptions);

    public bool Has(ParameterKind kind) => Parameters.Any(parameter => parameter.Kind == kind);

    /// <summary>The rows that it reads: the first one, and what stands beside it.</summary>
    public IEnumerable<MemberParameter> Inputs => Parameters.Where(static parameter => parameter.IsInput);

    /// <summary>The same for any number of contiguous rows.</summary>
    public MemberDescription ForRows(string summary) => this with
    {
        Name = Name + "Rows",
        Flags = Flags | MethodSet.Rows,
        Result = Result switch { ResultShape.Number => ResultShape.Numbers, ResultShape.Index => ResultShape.Indices, ResultShape.Top => ResultShape.Top, _ => ResultShape.Rows },
        Parameters =
        [
            .. Parameters.Select(static parameter => parameter.OfEachRow()),
            .. Result is ResultShape.Number or ResultShape.Index ? [new MemberParameter(ParameterKind.Destination, "destination") { IsIndex = Result == ResultShape.Index }] : Array.Empty<MemberParameter>(),
        ],
        Emitter = Result == ResultShape.Number ? static context => new NumbersMember(context) : static context => new RowsMember(context),
        OneRow = this,
        RowsSummary = summary,
    };

    /// <summary>The same with a label that says that a row does not count.</summary>
    public MemberDescription WithIgnoreIndex() => this with { Parameters = [.. Parameters, new(ParameterKind.IgnoreIndex, "ignoreIndex")] };

    /// <summary>The same for rows in memory, which threads share out among them.</summary>
    public MemberDescription ForThreads() => this with
    {
        Flags = Flags | MethodSet.ParallelRows,
        Parameters = [.. Parameters.Select(static parameter => parameter with { IsMemory = true }), new(ParameterKind.ParallelOptions, "parallelOptions")],
        Emitter = static context => new ParallelRowsMember(context),
    };

    /// <summary>The member for the columns of a matrix, of one for rows.</summary>
    public MemberDescription ForColumns() => this with
    {
        Name = Name.Replace("Rows", "Columns"),
        Flags = (Flags & ~MethodSet.ReductionRows) | MethodSet.Columns,
        Result = Result == ResultShape.Rows ? ResultShape.Columns : Result,
        Parameters = [.. Parameters.SelectMany(parameter => WithBehindInputs(parameter, new(ParameterKind.ColumnCount, "columns"))).Select(static parameter => parameter.OfEachColumn())],
    };

    /// <summary>The same for rows of any length: that of a row is its own, that of several rows, or of columns, is given.</summary>
    public MemberDescription ForAnyLength() => !IsBatch ? this : this with
    {
        Parameters = [.. Parameters.SelectMany(parameter => WithBehindInputs(parameter, new(ParameterKind.RowLength, "length")))],
    };

    /// <summary>
    /// The same for rows of 16-bit elements, by the member for floats: once for results of that type and once for floats, which numbers, matrices and gradients of a mean always are.
    /// </summary>
    public IEnumerable<MemberDescription> ForSixteenBits()
    {
        MemberDescription computed = this with
        {
            FloatMember = this,
            Emitter = IsParallel ? Emitter : static context => new SixteenBitMember(context),
            Parameters = [.. Parameters.Select(static parameter => parameter.IsUniform || parameter.Kind is ParameterKind.Uniforms or ParameterKind.Margins ? parameter with { IsFloat = true, IsApart = true } : parameter)],
        };
        bool hasRows = Result is ResultShape.Row or ResultShape.Rows or ResultShape.Columns;
        if (Result is ResultShape.Number or ResultShape.Index or ResultShape.Indices || (hasRows && !ReturnsLoss))
            yield return computed;
        if (Result is not (ResultShape.Number or ResultShape.Index or ResultShape.Indices) && !IsParallel)
            yield return computed with { Parameters = [.. computed.Parameters.Select(static parameter => parameter.Kind == ParameterKind.Destination ? parameter with { IsFloat = true } : parameter)] };
    }

    /// <summary>Of a member for 16-bit elements: whether the elements of the first input become floats in the destination, and need no other memory.</summary>
    public bool IsInDestination => IsResultApart && !Inputs.First().IsApart && (HasColumns ? Inputs.Count() == 1 && Result == ResultShape.Columns : Result is ResultShape.Row or ResultShape.Rows);

    /// <summary>Of a member for 16-bit elements: the one for floats that computes it.</summary>
    public MemberDescription? FloatMember { get; private init; }

    /// <summary>Of a member for 16-bit elements: whether what it stores has 16 bits.</summary>
    public bool IsRounded => Parameters.Any(static parameter => parameter is { Kind: ParameterKind.Destination, IsFloat: false, IsIndex: false });

    /// <summary>Whether the result may take the place of no input, as its elements are of another type.</summary>
    public bool IsResultApart => Parameters.Any(static parameter => parameter is { Kind: ParameterKind.Destination, IsFloat: true });

    private IEnumerable<MemberParameter> WithBehindInputs(MemberParameter parameter, MemberParameter added) =>
        parameter == Inputs.Last() ? [parameter, added] : [parameter];

    /// <summary>Whether it takes the columns of matrices.</summary>
    public bool HasColumns => Has(ParameterKind.Columns);

    /// <summary>Whether it takes any number of rows or columns.</summary>
    public bool IsBatch => HasRows || HasColumns;

    /// <summary>The largest N whose columns are computed: one fits 64 KB of the stack.</summary>
    public const int MaxColumnLength = 8192;

    /// <summary>Whether it takes any number of rows.</summary>
    public bool HasRows => Has(ParameterKind.Rows);

    /// <summary>Whether it returns a number, besides what it stores.</summary>
    public bool ReturnsLoss { get; init; }

    /// <summary>Whether the kernel without vectors takes the number of a row besides, and stores by that what it computes.</summary>
    public bool StoresByRow { get; init; }

    /// <summary>The return type.</summary>
    public string Returns(string element) => Result == ResultShape.Index ? "int" : Result == ResultShape.Number || ReturnsLoss ? ElementName.OfNumbers(element) : "void";

    /// <summary>The name and the parameter list; types in full and default values where <paramref name="qualified"/> is set.</summary>
    public string Signature(string element, CodeForm form, bool qualified) =>
        $"{Name}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type(element, form, qualified)} {parameter.Name}{(qualified ? parameter.Default : "")}"))})";

    /// <summary>A call that passes the parameters on.</summary>
    public string Call => $"{Name}({string.Join(", ", Parameters.Select(static parameter => (parameter.Kind == ParameterKind.Out ? "out " : "") + parameter.Name))})";

    /// <summary>The number of elements of the result, as text: for rows it is known at run time.</summary>
    public string ResultLength(RowLength length) => Result switch
    {
        ResultShape.Rows or ResultShape.Columns => InputLength(length),
        ResultShape.Numbers or ResultShape.Indices => Count,
        ResultShape.Top => IsBatch ? Count + " * k" : "k",
        ResultShape.Matrix => $"{length * length}",
        _ => $"{length}",
    };

    /// <summary>The number of rows or columns, as text.</summary>
    public string Count => HasColumns ? "matrices * columns" : "rows";

    /// <summary>The number of elements of an input, as text.</summary>
    public string InputLength(RowLength length) => IsBatch ? $"{Inputs.First().Name}.Length" : $"{length}";
}
