using System.Text.RegularExpressions;
using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// A member for 16-bit elements: they are widened to floats on the stack, a tile at a time where there are several rows, the member for floats computes the result there, and what is to have
/// 16 bits is rounded once. So there is one text for all members. Where the result is to be floats, the destination is the tile.
/// </summary>
internal sealed class SixteenBitMember(MemberContext context) : MemberEmitter(context)
{
    // A quarter of a small first cache; and calls for so many elements cost little beside them.
    private const int TileElements = 2048;

    private static readonly Regex Place = new(@"It may start where .*?, or be apart from [^.]*\.", RegexOptions.CultureInvariant);

    private readonly MemberDescription single = context.Member.ForSingle!;

    public override IEnumerable<Pass> Passes => [];

    private bool IsRounded => Member.Parameters.Any(static parameter => parameter is { Kind: ParameterKind.Destination, IsSingle: false });

    private bool IsInDestination => Member.IsInDestination;

    // The result has a tile of its own, where it is rounded and may not take the place of the first input.
    private bool HasResultTile => IsRounded && Member.Inputs.First().IsApart;

    private int Tiles => Member.Inputs.Count() - (IsInDestination ? 1 : 0) + (HasResultTile ? 1 : 0);

    public override string Documentation
    {
        get
        {
            string text = single.Emitter(Context with { Element = "float", Member = single }).Documentation.Replace("\r\n", "\n");
            if (!IsRounded)
                text = Place.Replace(text, $"It must be apart from <paramref name=\"{Member.Inputs.First().Name}\"/>.").Replace("or the two overlap partly", "or the two overlap").Replace("or it overlaps an input partly", "or it overlaps an input");
            string how = "Computed in single precision" + (IsRounded ? ", and rounded once." : ".");
            return text.Contains("<remarks>") ? text.Replace("<remarks>", $"<remarks>{how} ") : text.Replace("</summary>", $"</summary>\n<remarks>{how}</remarks>");
        }
    }

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
        if (Member.Result == ResultShape.Columns)
            WriteColumns();
        else if (Member.HasRows && !Member.ReturnsLoss)
            WriteRows();
        else
            WriteWhole();
    }

    private static string Tile(MemberParameter parameter) => parameter.Name + "Tile";

    // One row, or rows that are computed at once.
    private void WriteWhole()
    {
        string length = Member.InputLength(Length);
        DeclareMemory(Tiles == 0 ? "" : $"{Tiles * Length}");
        WidenAll("0", length);
        string result = IsInDestination || !IsRounded ? "destination" : HasResultTile ? "resultTile" : Tile(Member.Inputs.First());
        string call = Call(parameter => parameter.Kind == ParameterKind.Destination ? result : parameter.Name);
        Writer.Line(Member.Returns(Element) == "void" ? call : "return " + call);
        if (IsRounded && Member.Has(ParameterKind.Destination))
            Round(result, $"destination.Slice(0, {length})");
    }

    private void WriteRows()
    {
        string rows = Length.IsAny ? "rowsOfTile" : RowCode.Number(Math.Max(TileElements / Length / Math.Max(Tiles, 1), 1));
        if (Length.IsAny)
            Writer.Line($"int {rows} = Math.Max({RowCode.Number(TileElements)} / {Length}, 1);");
        DeclareMemory(Tiles == 0 ? "" : $"{(Tiles == 1 ? "" : $"{Tiles} * ")}Math.Min(rows, {rows}) * {Length}");
        using (Writer.Block("for (int first = 0, count; first < rows; first += count)"))
        {
            Writer.Line($"count = Math.Min(rows - first, {rows});");
            WidenAll($"first * {Length}", $"count * {Length}");
            string rowsOfResult = $"destination.Slice(first * {Length}, count * {Length})";
            string result = Member.Result == ResultShape.Numbers ? "destination.Slice(first, count)"
                : IsInDestination ? Tile(Member.Inputs.First())
                : !IsRounded ? rowsOfResult
                : HasResultTile ? "resultTile"
                : Tile(Member.Inputs.First());
            Writer.Line(Call(parameter => parameter.Kind switch
            {
                ParameterKind.Destination => result,
                ParameterKind.Labels => $"{parameter.Name}.Slice(first, count)",
                _ => parameter.Name,
            }));
            if (IsRounded)
                Round(result, rowsOfResult);
        }
    }

    private void WriteColumns()
    {
        string x = Member.Inputs.First().Name;
        if (!IsRounded)
        {
            Writer.Line($"{Widen}({x}, destination);");
            Writer.Line(Call(parameter => parameter.IsInput || parameter.Kind == ParameterKind.Destination ? $"destination.Slice(0, {x}.Length)" : parameter.Name));
            return;
        }

        int most = new ColumnTile(Length, 4).Columns;
        DeclareMemory($"Math.Min(columns, {most}) * {Length}");
        using (Writer.Block("for (int matrix = 0; matrix < matrices; matrix++)"))
        using (Writer.Block("for (int first = 0, count; first < columns; first += count)"))
        {
            Writer.Line($"count = Math.Min(columns - first, {most});");
            Writer.Line($"int start = (matrix * columns * {Length}) + first;");
            Writer.Line($"Span<float> tile = memory.Slice(0, count * {Length});");
            Writer.Lines($"for (int i = 0; i < {Length}; i++)\n    {Widen}({x}.Slice(start + (i * columns), count), tile.Slice(i * count, count));");
            Writer.Line(Call(parameter => parameter.IsInput || parameter.Kind == ParameterKind.Destination ? "tile"
                : parameter.Kind == ParameterKind.ColumnCount ? "count"
                : parameter.Kind == ParameterKind.Labels ? $"{parameter.Name}.Slice((matrix * columns) + first, count)"
                : parameter.Name));
            Writer.Lines($"for (int i = 0; i < {Length}; i++)\n    {RoundKernel}(tile.Slice(i * count, count), destination.Slice(start + (i * columns), count));");
        }
    }

    private void DeclareMemory(string elements)
    {
        if (elements.Length > 0)
            Writer.Line($"Span<float> memory = stackalloc float[{elements}];");
    }

    // Tiles lie one behind the other.
    private void WidenAll(string start, string count)
    {
        int tile = 0;
        foreach (MemberParameter input in Member.Inputs)
        {
            string memory = IsInDestination && input == Member.Inputs.First() ? $"destination.Slice({start}, {count})" : TileAt(tile++, count);
            Writer.Line($"Span<float> {Tile(input)} = {memory};");
            Writer.Line($"{Widen}({(start == "0" ? input.Name : $"{input.Name}.Slice({start}, {count})")}, {Tile(input)});");
        }

        if (HasResultTile)
            Writer.Line($"Span<float> resultTile = {TileAt(tile, count)};");
    }

    private string TileAt(int tile, string count) => tile == 0 && Tiles == 1 && !Member.HasRows ? "memory" : $"memory.Slice({(tile == 0 ? "0" : tile == 1 ? count : $"{tile} * {count}")}, {count})";

    private void Round(string result, string destination) => Writer.Line($"{RoundKernel}({result}, {destination});");

    private string Kernels => Context.Target.Capabilities.Form == CodeForm.Vectors ? "" : "ScalarKernels.";

    private string Widen => $"{Kernels}Widen{Element}";

    private string RoundKernel => $"{Kernels}RoundTo{Element}";

    private string Call(Func<MemberParameter, string> argument) =>
        $"{single.Name}({string.Join(", ", Member.Parameters.Select(parameter => parameter.IsInput && Member.Result != ResultShape.Columns ? Tile(parameter) : argument(parameter)))});";

    private void CheckOverlap()
    {
        if (!Member.Has(ParameterKind.Destination))
            return;
        bool isVector = Context.Target.Capabilities.Form == CodeForm.Vectors;
        foreach (MemberParameter input in Member.Inputs)
        {
            bool isApart = input.IsApart || !IsRounded;
            string given = Member.InputLength(Length), result = Member.ResultLength(Length);
            string method = !IsRounded ? "OverlapsSingles" : isApart ? "Overlaps" : "OverlapsPartly";
            string check = isVector
                ? $"{method}(ref MemoryMarshal.GetReference({input.Name}), {given}, ref MemoryMarshal.GetReference(destination), {result})"
                : $"ScalarKernels.{method}<{ElementName.Qualified(Element)}>({input.Name}, destination.Slice(0, {result}))";
            Writer.Lines($"if ({check})\n    {(isApart ? $"ThrowOverlapWith(nameof({input.Name}))" : "ThrowOverlap()")};");
        }
    }
}
