using System.Globalization;

namespace SoftmaxGen.Emission;

/// <summary>
/// A sum of many doubles, in which a term is rounded once, when two are added to each other. An accumulator that starts at a large number takes of each such pair what is a multiple of its own last place, which is
/// exact however many are added; what that leaves of it goes to a second accumulator, and is so small that its roundings do not count.
/// </summary>
/// <param name="row">The passes that it belongs to.</param>
/// <param name="name">The stem of the accumulators' names.</param>
/// <param name="keepsLows">Whether the roundings of the second accumulators are kept, too: the sum may be made of equally small terms only, and all of it be in these.</param>
internal sealed class LongSplitSum(RowCode row, string name, bool keepsLows) : Sum(row, name, row.Vector)
{
    // From here on the second accumulators are emptied into the first ones now and then: their own roundings grow with the square of their terms.
    private const int LengthOfChunks = 1 << 17;

    private readonly HashSet<int> lows = [];
    private int terms;

    private readonly bool isCompensated = keepsLows && !row.Plan.IsStraight && row.Plan.HasChunks;

    public override bool ClosesChunks => isCompensated || (!Row.Plan.IsStraight && Row.Plan.HasChunks && Row.Plan.Row.Length >= LengthOfChunks);

    public override string Total => $"{Stem}High + {Stem}Rest";

    public override string Rest => $"({Stem}Rest - (({Total}) - {Stem}High))";

    private string Start => $"{Stem}Start";

    public override void Declare()
    {
        DeclareStart();
        foreach (int part in Parts)
        {
            Starts(part);
            lows.Add(part);
            Row.Writer.Line($"{Row.Vector} {Name(part)} = {Start}, {Low(part)} = {Row.Vector}.Zero;");
        }

        if (!isCompensated)
            return;
        DeclareAll(LowTotal);
        DeclareAll(LowLost);
    }

    protected override bool AddsPairs => true;

    public override void Add(int part, IReadOnlyList<Summand> summands)
    {
        for (int k = 0; k < summands.Count; k += 2)
        {
            string before = Name(part), after = $"{Stem}Next{terms}", term = $"{Stem}Term{terms++}";
            bool isFirst = Starts(part);
            if (isFirst)
            {
                if (terms == 1)
                    DeclareStart();
                before = Start;
            }

            Row.Writer.Line($"{Row.Vector} {term} = {string.Join(" + ", summands.Skip(k).Take(2).Select(summand => summand.Value))};");
            Row.Writer.Line($"{Row.Vector} {after} = {before} + {term};");
            string left = $"{term} - ({after} - {before})";
            Row.Writer.Line(lows.Add(part) ? $"{Row.Vector} {Low(part)} = {left};" : $"{Low(part)} += {left};");
            Row.Writer.Line(isFirst ? $"{Row.Vector} {Name(part)} = {after};" : $"{Name(part)} = {after};");
        }
    }

    public override void CloseChunk()
    {
        foreach (int part in Parts)
        {
            string after = $"{Name(part)}Closed";
            if (isCompensated)
            {
                // Fast2Sum. Where a chunk is more than all before it the error is not exact, but that is once for each doubling of the total.
                Row.Writer.Line($"{Row.Vector} {after} = {LowTotal(part)} + {Low(part)};");
                Row.Writer.Line($"{LowLost(part)} += {Low(part)} - ({after} - {LowTotal(part)});");
                Row.Writer.Line($"{LowTotal(part)} = {after};");
                Row.Writer.Line($"{Low(part)} = {Row.Vector}.Zero;");
                continue;
            }

            Row.Writer.Line($"{Row.Vector} {after} = {Name(part)} + {Low(part)};");
            Row.Writer.Line($"{Low(part)} -= {after} - {Name(part)};");
            Row.Writer.Line($"{Name(part)} = {after};");
        }
    }

    public override void End()
    {
        Row.Writer.Line($"{Row.Vector} {Stem}High = SumAcross({Fold(part => $"({Name(part)} - {Start})")});");
        Row.Writer.Line($"{Row.Vector} {Stem}Rest = SumAcross({Fold(part => isCompensated ? $"({LowTotal(part)} + ({LowLost(part)} + {Low(part)}))" : Low(part))});");
    }

    private string Low(int part) => $"{Name(part)}Low";

    private string LowTotal(int part) => $"{Name(part)}LowTotal";

    private string LowLost(int part) => $"{Name(part)}LowLost";

    // Three halves of the power of two above N: no lane leaves its binade, and the sum of all lanes, in its last place, has 53 bits.
    private void DeclareStart()
    {
        int binade = 0;
        while (1L << binade < Row.Plan.Row.Length)
            binade++;
        string start = (1.5 * Math.Pow(2.0, binade)).ToString("R", CultureInfo.InvariantCulture) + " * DoubleConstants.TermUnit";
        Row.Writer.Line($"{Row.Vector} {Start} = {Row.Factory}.Create({(Row.Plan.Row.IsAny ? $"StartOfSplitSum({Row.Plan.Row.Text})" : start)});");
    }
}
