using SoftmaxGen.Planning;

namespace SoftmaxGen.Generator.Tests.Planning;

/// <summary>How several short rows are computed at once.</summary>
public class TilePlanTests
{
    [Theory]
    [InlineData(4, 4, "0")]
    [InlineData(7, 4, "0 3")]
    [InlineData(10, 4, "0 4 6")]
    [InlineData(16, 4, "0 4 8 12")]
    [InlineData(5, 8, "0 2 3")]
    public void Groups_cover_the_columns_and_the_last_one_overlaps(int length, int elementSize, string groups) =>
        Assert.Equal(groups, string.Join(' ', new TilePlan(new RowPlan(length, elementSize), 256).Groups));

    [Theory]
    [InlineData(1, 4, false)]
    [InlineData(2, 4, false)]
    [InlineData(3, 4, true)]
    [InlineData(4, 4, true)]
    [InlineData(15, 4, true)]
    [InlineData(16, 4, false)]
    [InlineData(17, 4, false)]
    [InlineData(1, 8, false)]
    [InlineData(2, 8, true)]
    [InlineData(8, 8, true)]
    [InlineData(9, 8, false)]
    public void Rows_pay_from_three_floats_or_one_group_to_fifteen_columns_of_sixty_four_bytes(int length, int elementSize, bool pays) =>
        Assert.Equal(pays, TilePlan.Pays(new RowPlan(length, elementSize)));

    [Theory]
    [InlineData(7, 512, true)]
    [InlineData(16, 512, false)]
    [InlineData(16, 256, true)]
    public void A_row_that_fills_a_vector_is_not_transposed(int length, int width, bool pays) =>
        Assert.Equal(pays, new TilePlan(new RowPlan(length, 4), width).PaysHere);

    /// <summary>By hand: lanes of the block, the tail's elements on the last lanes, then halves onto halves.</summary>
    [Fact]
    public void The_sum_has_the_order_of_a_single_row()
    {
        TilePlan tile = new(new RowPlan(10, 4), 256);
        Assert.Equal("((0 + 4) + (2 + (6 + 8))) + ((1 + 5) + (3 + (7 + 9)))", tile.Sum(column => $"{column}"));
    }

    /// <summary>A row of three has no tail: its fourth lane is empty.</summary>
    [Fact]
    public void The_sum_of_three_has_the_order_of_a_single_row()
    {
        TilePlan tile = new(new RowPlan(3, 4), 256);
        Assert.True(tile.IsTriple);
        Assert.Equal("(0 + 2) + 1", tile.Sum(column => $"{column}"));
    }

    [Theory]
    [InlineData(128, 4, 4)]
    [InlineData(256, 4, 8)]
    [InlineData(512, 4, 16)]
    [InlineData(512, 8, 8)]
    public void A_tile_has_a_row_for_each_lane(int width, int elementSize, int rows) =>
        Assert.Equal(rows, new TilePlan(new RowPlan(10, elementSize), width).Rows);
}
