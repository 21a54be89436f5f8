using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Generator.Tests.Planning;

/// <summary>The cut of a row into vectors: pure arithmetic, no compiler.</summary>
public class RowPlanTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 300), 511, 512, 513, 1000, 1024, 1027, 4096, 4097, 32_768, 100_000];

    public static TheoryData<int> ElementSizes => [4, 8];

    [Theory]
    [MemberData(nameof(ElementSizes))]
    public void Every_element_is_counted_once(int elementSize)
    {
        foreach ((RowPlan row, int width) in Plans(elementSize))
        {
            int[] counted = new int[row.Length];
            VectorPlan plan = row.At(width);
            foreach (VectorSlot slot in plan.Slots)
            {
                for (int lane = slot.Duplicates; lane < plan.Lanes; lane++)
                {
                    if (!row.IsPartial || lane < row.Length)
                        counted[slot.Offset + lane]++;
                }
            }

            Assert.All(counted, times => Assert.Equal(1, times));
        }
    }

    [Theory]
    [MemberData(nameof(ElementSizes))]
    public void No_vector_reaches_beyond_the_row(int elementSize)
    {
        foreach ((RowPlan row, int width) in Plans(elementSize).Where(plan => !plan.Row.IsPartial))
        {
            VectorPlan plan = row.At(width);
            Assert.All(plan.Slots, slot => Assert.InRange(slot.Offset, 0, row.Length - plan.Lanes));
        }
    }

    /// <summary>What makes the bits of a sum independent of the width: which elements meet in which lane, and in what order.</summary>
    [Theory]
    [MemberData(nameof(ElementSizes))]
    public void The_lanes_of_a_block_hold_the_same_elements_at_every_width(int elementSize)
    {
        foreach (int length in Lengths.Where(length => length <= 1027))
        {
            RowPlan row = new(length, elementSize);
            if (row.IsPartial)
                continue;
            string[] sums = [.. row.Widths.Select(width => Describe(row, width))];
            Assert.All(sums, sum => Assert.Equal(sums[0], sum));
        }
    }

    [Theory]
    [InlineData(1, 4, 16, "128")]
    [InlineData(3, 4, 16, "128")]
    [InlineData(7, 4, 16, "128")]
    [InlineData(8, 4, 32, "256 128")]
    [InlineData(15, 4, 32, "256 128")]
    [InlineData(16, 4, 64, "512 256 128")]
    [InlineData(1, 8, 16, "128")]
    [InlineData(4, 8, 32, "256 128")]
    [InlineData(8, 8, 64, "512 256 128")]
    [InlineData(int.MaxValue, 8, 64, "512 256 128")]
    public void A_block_is_the_largest_vector_that_the_row_fills(int length, int elementSize, int bytes, string widths)
    {
        RowPlan row = new(length, elementSize);
        Assert.Equal(bytes, row.BlockBytes);
        Assert.Equal(widths, string.Join(' ', row.Widths));
    }

    [Fact]
    public void Vectors_of_the_tail_that_hold_nothing_new_are_left_out()
    {
        // 4 elements after the block: one vector of 128 or 256 bits; at 512 bits twelve of sixteen lanes are duplicates.
        RowPlan row = new(20, 4);
        Assert.Equal([new VectorSlot(16, 3, 0)], row.At(128).Tail.ToArray());
        Assert.Equal([new VectorSlot(12, 1, 4)], row.At(256).Tail.ToArray());
        Assert.Equal([new VectorSlot(4, 0, 12)], row.At(512).Tail.ToArray());
    }

    [Theory]
    [InlineData(64, 512, true)]
    [InlineData(64, 256, true)]
    [InlineData(64, 128, false)]
    [InlineData(128, 512, true)]
    [InlineData(129, 512, false)]
    public void Short_rows_are_written_out(int length, int width, bool straight) =>
        Assert.Equal(straight, new RowPlan(length, 4).At(width).IsStraight);

    [Theory]
    [InlineData(56, 512, true)]
    [InlineData(57, 512, false)]
    [InlineData(28, 256, true)]
    [InlineData(29, 256, false)]
    public void Rows_of_pairs_are_written_out_up_to_seven_vectors(int length, int width, bool straight) =>
        Assert.Equal(straight, new RowPlan(length, 8, IsPaired: true).At(width).IsStraight);

    /// <summary>One chunk would be added to nothing.</summary>
    [Theory]
    [InlineData(143, 4, 256, false)]
    [InlineData(144, 4, 256, true)]
    [InlineData(64, 8, 128, false)]
    [InlineData(72, 8, 128, true)]
    public void Long_sums_are_closed_in_chunks(int length, int elementSize, int width, bool chunks) =>
        Assert.Equal(chunks, new RowPlan(length, elementSize).At(width).HasChunks);

    [Theory]
    [InlineData(256, false)]
    [InlineData(272, true)]
    [InlineData(257, true)]
    public void Rows_of_whole_chunks_leave_nothing_open(int length, bool open) =>
        Assert.Equal(open, new RowPlan(length, 4).At(512).EndsInsideChunk);

    [Theory]
    [InlineData("float", 128, false, 4)]
    [InlineData("float", 1000, false, 4)]
    [InlineData("float", 1000, true, 4)]
    [InlineData("double", 1000, false, 4)]
    [InlineData("double", 1000, true, 2)]
    public void Rows_are_added_in_groups_of_four_blocks_and_pairs_in_groups_of_two(string element, int length, bool isPrecise, int blocks)
    {
        RowPlan row = ElementPrecision.For(element, isPrecise ? AccuracyMode.Precise : AccuracyMode.Default).Plan(new RowLength(length));
        Assert.Equal((blocks, blocks), (row.GroupBlocks, row.At(256).InOrderOfSums.Step / row.BlockLanes));
    }

    private static IEnumerable<(RowPlan Row, int Width)> Plans(int elementSize) =>
        from length in Lengths
        let row = new RowPlan(length, elementSize)
        from width in row.Widths
        select (row, width);

    private static string Describe(RowPlan row, int width)
    {
        VectorPlan plan = row.At(width);
        string[] lanes = new string[row.BlockLanes];
        foreach (VectorSlot slot in plan.Slots)
        {
            for (int lane = slot.Duplicates; lane < plan.Lanes; lane++)
                lanes[(slot.Accumulator * plan.Lanes) + lane] += $"+{slot.Offset + lane}";
        }

        return string.Join(' ', lanes);
    }

    [Theory]
    [InlineData(129, 128)]
    [InlineData(300, 256)]
    [InlineData(1000, 512)]
    [InlineData(4096, 128)]
    public void A_schedule_visits_every_vector_once_and_in_order(int length, int width)
    {
        VectorPlan plan = new RowPlan(length, 4).At(width);
        foreach (RowSchedule schedule in new[] { plan.EachBlock, plan.InOrderOfSums })
        {
            IEnumerable<int> looped = Enumerable.Range(0, schedule.End / schedule.Step).SelectMany(turn => schedule.Loop.Select(visit => (turn * schedule.Step) + visit.Slot.Offset));
            Assert.Equal(plan.Slots.Select(slot => slot.Offset), looped.Concat(schedule.After.Concat(schedule.Tail).Select(visit => visit.Slot.Offset)));
        }
    }

    [Theory]
    [InlineData(129, 256)]
    [InlineData(1000, 512)]
    public void A_step_is_of_whole_groups_each_for_one_accumulator(int length, int width)
    {
        VectorPlan plan = new RowPlan(length, 4).At(width);
        List<IReadOnlyList<VectorGroup>> steps = [.. plan.Steps(plan.InOrderOfSums.Loop)];
        Assert.Equal(plan.InOrderOfSums.Loop.Count, steps.SelectMany(step => step).SelectMany(group => group.Visits).Distinct().Count());
        Assert.All(steps, step => Assert.All(step, group => Assert.All(group.Visits, visit => Assert.Equal(group.Accumulator, visit.Slot.Accumulator))));
        Assert.All(steps, step => Assert.True(step.Take(step.Count - 1).Sum(group => group.Visits.Count) < RowPlan.MostInStep));
    }
}
