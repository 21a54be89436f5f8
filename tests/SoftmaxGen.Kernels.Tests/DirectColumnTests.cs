using static SoftmaxGen.Generated.SoftmaxKernels;

namespace SoftmaxGen.Kernels.Tests;

/// <summary>Which matrices are read where they are.</summary>
public class DirectColumnTests
{
    [Theory]
    [InlineData(16, 33600, 4)] // 512 bytes is the largest power of two in the distance of two rows
    [InlineData(10, 1024, 4)] // a page, but few rows
    [InlineData(20, 1536, 4)] // two places
    [InlineData(21, 262_144, 4)] // more than caches hold
    [InlineData(16, 1, 8)]
    [InlineData(8, 1 << 28, 8)]
    public void Rows_that_are_not_in_the_way_of_each_other_are(int length, int columns, int size) => Assert.Equal(columns, DirectColumns(columns, length, size));

    [Theory]
    [InlineData(11, 1024, 4)]
    [InlineData(16, 32_768, 4)]
    [InlineData(11, 512, 8)]
    [InlineData(21, 1536, 4)]
    public void Rows_a_page_apart_are_copied(int length, int columns, int size) => Assert.Equal(0, DirectColumns(columns, length, size));

    [Fact]
    public void No_columns_are_no_columns() => Assert.Equal(0, DirectColumns(0, 16, 4));
}
