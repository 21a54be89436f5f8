using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// A member for 16-bit elements: they are widened to floats in other memory, a tile at a time where there are several rows, the member for floats computes the result there, and what is to have
/// 16 bits is rounded once. So there is one text for all members. Where the result is to be floats, the destination is the tile.
/// </summary>
internal sealed class SixteenBitMember(MemberContext context) : MemberEmitter(context)
{
    // A quarter of a small first cache; and calls for so many elements cost little beside them.
    private const int TileElements = 2048;

    private readonly MemberDescription single = context.Member.FloatMember!;

    public override IEnumerable<Pass> Passes => [];

    private bool IsRounded => Member.IsRounded;

    private bool IsInDestination => Member.IsInDestination;

    // Rows of 16 bits; uniform numbers are floats.
    private IEnumerable<MemberParameter> Widened => Member.Inputs.Where(static input => !input.IsFloat);

    // The result has a tile of its own, where it is rounded and may not take the place of the first input.
    private bool HasResultTile => HasRowsOfResult && Member.Inputs.First().IsApart && (IsRounded || Member.HasColumns);

    private bool HasRowsOfResult => Member.Result is ResultShape.Row or ResultShape.Rows or ResultShape.Columns;

    private int Tiles => Widened.Count() - (IsInDestination ? 1 : 0) + (HasResultTile ? 1 : 0);

    // What it is documented by knows from the member where the result may be, and how it is computed.
    public override string Documentation => single.Emitter(Context with { Element = "float" }).Documentation;

    public override void Write()
    {
        if (Context.Target.Capabilities.Form == CodeForm.Vectors)
            Writer.Line(Pass.Attribute);
        using (Writer.Block($"internal static {Member.Returns(Element)} {Context.Signature(qualified: false)}"))
        {
            ArgumentChecks.Parameters(Writer, Member, "float", Length);
            CheckOverlap();
            WriteBody();
        }
    }

    protected override void WriteBody()
    {
        if (Member.HasColumns && !IsInDestination)
            WriteColumns();
        else if (Member.HasRows && (!Member.ReturnsLoss || AddsLosses))
            WriteRows();
        else
            WriteWhole();
    }

    // Of two inputs only one becomes floats in the destination: the losses of tiles are added.
    private bool AddsLosses => Member.ReturnsLoss && Member.Inputs.Count() > 1;

    private static string Tile(MemberParameter parameter) => parameter.Name + "Tile";

    // One row, or rows or columns that are computed at once.
    private void WriteWhole()
    {
        string length = Member.InputLength(Length);
        DeclareMemory(Length, $"{Length}");
        WidenAll("0", length);
        string result = HasResultTile ? "resultTile" : IsRounded && HasRowsOfResult ? Tile(Widened.First()) : "destination";
        string call = Call(parameter => parameter.Kind == ParameterKind.Destination ? result : parameter.IsInput ? (parameter.IsFloat ? parameter.Name : Tile(parameter)) : Name(parameter));
        Writer.Line(Member.Returns(Element) == "void" ? call : "return " + call);
        if (IsRounded && HasRowsOfResult)
            Round(result, $"destination.Slice(0, {length})");
    }

    private void WriteRows()
    {
        int most = Math.Max(TileElements / Length / Math.Max(Tiles, 1), 1);
        string rows = Length.IsAny ? "rowsOfTile" : RowCode.Number(most);
        if (Length.IsAny)
            Writer.Line($"int {rows} = Math.Max({RowCode.Number(TileElements / Math.Max(Tiles, 1))} / {Length}, 1);");
        DeclareMemory(Length * most, $"Math.Min(rows, {rows}) * {Length}");
        if (AddsLosses)
            MeanLoss.Begin(Writer, Member, "float");
        using (Writer.Block("for (int first = 0, count; first < rows; first += count)"))
        {
            Writer.Line($"count = Math.Min(rows - first, {rows});");
            WidenAll($"first * {Length}", $"count * {Length}");
            string rowsOfResult = $"destination.Slice(first * {Length}, count * {Length})";
            string result = !HasRowsOfResult ? SliceOfResults("destination")
                : IsInDestination || (IsRounded && !HasResultTile) ? Tile(Widened.First())
                : HasResultTile ? "resultTile"
                : rowsOfResult;
            Writer.Line(Loss + Call(parameter => parameter.Kind switch
            {
                ParameterKind.Destination => result,
                ParameterKind.Sum => "true",
                ParameterKind.Labels or ParameterKind.Uniforms => $"{parameter.Name}.Slice(first, count)",
                ParameterKind.Indices or ParameterKind.Margins => SliceOfResults(parameter.Name),
                _ when parameter.IsInput => parameter.IsFloat ? $"{parameter.Name}.Slice(first * {Length}, count * {Length})" : Tile(parameter),
                _ => Name(parameter),
            }));
            if (IsRounded && HasRowsOfResult)
                Round(result, rowsOfResult);
            Weigh(result);
        }

        if (AddsLosses)
            MeanLoss.End(Writer, Member, "float");
    }

    // What is returned for a tile.
    private string Loss => AddsLosses ? "loss += " : "";

    // The gradient of the mean of all, of that of a sum.
    private void Weigh(string gradient)
    {
        if (AddsLosses)
            Writer.Lines($"for (int i = 0; !sum && i < count * {Length}; i++)\n    {gradient}[i] *= weight;");
    }

    private void WriteColumns()
    {
        bool isTop = Member.Result == ResultShape.Top;
        string uniformTile = Member.Inputs.Any(static input => input.IsFloat) ? "uniformTile" : "";
        int tiles = Tiles + (uniformTile.Length > 0 ? 1 : 0) + (isTop ? 1 : 0);
        string most = Length.IsAny ? "columnsOfTile" : RowCode.Number(new ColumnTile(tiles * Length, 4).Columns), count = $"count * {Length}";
        if (Length.IsAny)
            Writer.Line($"int {most} = ColumnsOfTile({(tiles == 1 ? "" : $"{RowCode.Number(tiles)} * ")}{Length}, 4);");
        Writer.Line($"Span<float> memory = stackalloc float[{(tiles == 1 ? "" : $"{RowCode.Number(tiles)} * ")}Math.Min(columns, {most}) * {Length}];");
        if (AddsLosses)
            MeanLoss.Begin(Writer, Member, "float");
        if (isTop)
            Writer.Line($"Span<int> indexMemory = stackalloc int[Math.Min(columns, {most}) * k];");
        using (Writer.Block("for (int matrix = 0; matrix < matrices; matrix++)"))
        using (Writer.Block("for (int first = 0, count; first < columns; first += count)"))
        {
            Writer.Line($"count = Math.Min(columns - first, {most});");
            Writer.Line($"int start = (matrix * columns * {Length}) + first{(HasRowsOfResult ? "" : ", column = (matrix * columns) + first")};");
            int tile = 0;
            foreach (MemberParameter input in Widened)
            {
                Writer.Line($"Span<float> {Tile(input)} = {TileAt(tile++, count)};");
                Writer.Lines($"for (int i = 0; i < {Length}; i++)\n    {Widen}({input.Name}.Slice(start + (i * columns), count), {Tile(input)}.Slice(i * count, count));");
            }

            string result = Tile(Widened.First());
            if (HasResultTile || isTop)
            {
                result = "resultTile";
                Writer.Line($"Span<float> resultTile = {TileAt(tile++, isTop ? "count * k" : count, count)};");
            }

            if (uniformTile.Length > 0)
            {
                Writer.Line($"Span<float> {uniformTile} = {TileAt(tile, count)};");
                Writer.Lines($"for (int i = 0; i < {Length}; i++)\n    uniforms.Slice(start + (i * columns), count).CopyTo({uniformTile}.Slice(i * count, count));");
            }

            Writer.Line(Loss + Call(parameter => parameter.Kind switch
            {
                ParameterKind.Sum => "true",
                ParameterKind.Destination => HasRowsOfResult || isTop ? result : "destination.Slice(column, count)",
                ParameterKind.ColumnCount => "count",
                ParameterKind.Labels or ParameterKind.Uniforms => $"{parameter.Name}.Slice((matrix * columns) + first, count)",
                ParameterKind.Indices when isTop => "indexMemory.Slice(0, count * k)",
                ParameterKind.Indices or ParameterKind.Margins => $"{parameter.Name}.Slice(column, count)",
                _ when parameter.IsInput => parameter.IsFloat ? uniformTile : Tile(parameter),
                _ => Name(parameter),
            }));
            Weigh(result);
            if (HasRowsOfResult)
                Writer.Lines($"for (int i = 0; i < {Length}; i++)\n    {Moved(result, $"destination.Slice(start + (i * columns), count)")}");
            if (isTop)
                Writer.Lines("for (int i = 0; i < k; i++)\n{\n    resultTile.Slice(i * count, count).CopyTo(destination.Slice((matrix * columns * k) + (i * columns) + first, count));\n    indexMemory.Slice(i * count, count).CopyTo(indices.Slice((matrix * columns * k) + (i * columns) + first, count));\n}");
        }

        if (AddsLosses)
            MeanLoss.End(Writer, Member, "float");
    }

    private string Moved(string tile, string destination) =>
        IsRounded ? $"{RoundKernel}({tile}.Slice(i * count, count), {destination});" : $"{tile}.Slice(i * count, count).CopyTo({destination});";

    // What is more than any thread has room for on its stack is memory of the thread.
    private void DeclareMemory(int most, string elements)
    {
        if (Tiles == 0)
            return;
        if (!Length.IsAny && most <= ElementName.MostOnStack)
        {
            Writer.Line($"Span<float> memory = stackalloc float[{(Tiles == 1 ? "" : $"{RowCode.Number(Tiles)} * ")}{elements}];");
            return;
        }

        Writer.Line($"long elements = {(Tiles == 1 ? "" : $"{RowCode.Number(Tiles)} * ")}(long){(elements.Contains(' ') ? $"({elements})" : elements)};");
        StackMemory.Declare(Writer, "float", "memory", "elements", ElementName.MostOnStack, beyond: "LongRows.Floats(elements)");
    }

    // Tiles lie one behind the other.
    private void WidenAll(string start, string count)
    {
        int tile = 0;
        foreach (MemberParameter input in Widened)
        {
            string memory = IsInDestination && input == Widened.First() ? $"destination.Slice({start}, {count})" : TileAt(tile++, count);
            Writer.Line($"Span<float> {Tile(input)} = {memory};");
            Writer.Line($"{Widen}({(start == "0" ? input.Name : $"{input.Name}.Slice({start}, {count})")}, {Tile(input)});");
        }

        if (HasResultTile)
            Writer.Line($"Span<float> resultTile = {TileAt(tile, count)};");
    }

    private static string TileAt(int tile, string count, string? stride = null) =>
        $"memory.Slice({(tile == 0 ? "0" : tile == 1 ? stride ?? count : $"{tile} * {stride ?? count}")}, {count})";

    // Of rows: a number or an index for each, or k of them.
    private string SliceOfResults(string name) => Member.Result == ResultShape.Top ? $"{name}.Slice(first * k, count * k)" : $"{name}.Slice(first, count)";

    private void Round(string result, string destination) => Writer.Line($"{RoundKernel}({result}, {destination});");

    private static string Name(MemberParameter parameter) => (parameter.Kind == ParameterKind.Out ? "out " : "") + parameter.Name;

    private string Kernels => Context.Target.Capabilities.Form == CodeForm.Vectors ? "" : "ScalarKernels.";

    private string Widen => $"{Kernels}Widen{Element}";

    private string RoundKernel => $"{Kernels}RoundTo{Element}";

    private string Call(Func<MemberParameter, string> argument) => $"{single.Name}({string.Join(", ", Member.Parameters.Select(argument))});";

    private void CheckOverlap()
    {
        string given = Member.InputLength(Length);
        foreach (MemberParameter result in Member.Parameters.Where(static parameter => !parameter.IsIndex && parameter.Kind is ParameterKind.Destination or ParameterKind.Margins))
        {
            bool isDestination = result.Kind == ParameterKind.Destination;
            string count = Member.ResultLength(Length);
            foreach (MemberParameter input in Member.Inputs)
            {
                bool isApart = input.IsApart || !isDestination || result.IsFloat;
                string thrown = !isDestination ? "ThrowMargins()" : isApart ? $"ThrowOverlapWith(nameof({input.Name}))" : "ThrowOverlap()";
                Writer.Lines($"if ({Overlap(input, given, result, count, isApart)})\n    {thrown};");
            }

            if (!isDestination)
                Writer.Lines($"if ({Overlap(Member.Parameters.First(static parameter => parameter.Kind == ParameterKind.Destination), count, result, count, isApart: true)})\n    ThrowMargins();");
        }
    }

    private string Overlap(MemberParameter first, string firstCount, MemberParameter second, string secondCount, bool isApart)
    {
        string method = first.IsFloat == second.IsFloat ? isApart ? "Overlaps" : "OverlapsPartly" : "OverlapsSingles";

        // That one takes the elements of 16 bits first.
        if (first.IsFloat && !second.IsFloat)
            ((first, firstCount), (second, secondCount)) = ((second, secondCount), (first, firstCount));
        return Context.Target.Capabilities.Form == CodeForm.Vectors
            ? $"{method}(ref MemoryMarshal.GetReference({first.Name}), {firstCount}, ref MemoryMarshal.GetReference({second.Name}), {secondCount})"
            : $"ScalarKernels.{method}<{(first.IsFloat ? "float" : ElementName.Qualified(Element))}>({Sliced(first, firstCount)}, {Sliced(second, secondCount)})";
    }

    private static string Sliced(MemberParameter parameter, string count) => parameter.IsInput ? parameter.Name : $"{parameter.Name}.Slice(0, {count})";
}
