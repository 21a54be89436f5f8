using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Members;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>The table in docs/api.md has each member, as it is called, beside the flags that ask for it, and none besides.</summary>
public class MemberDocsTests
{
    private static readonly string[] Lines = [.. File.ReadAllLines(Path.Combine(ProjectFolder.Path, "..", "..", "docs", "api.md")).Where(line => line.StartsWith("| [`", StringComparison.Ordinal))];

    [Fact]
    public void Each_member_for_one_row_has_a_line() => Assert.All(
        MemberTable.All.Where(member => member.OneRow is null && !member.HasColumns),
        member => Assert.Contains(Lines, line => Starts(line, member.Call) && line.Split('|')[2].Trim() == $"`{member.Flags}`"));

    [Fact]
    public void Each_member_for_rows_or_columns_is_on_a_line() => Assert.All(
        MemberTable.All.Where(member => member.OneRow is not null && !member.IsParallel && !member.HasColumns),
        member => Assert.Contains(Lines, line => line.Split('|')[1].Contains($"`{member.Name}`", StringComparison.Ordinal) && line.Split('|')[2].Contains($"`{member.Flags & ~member.OneRow!.Flags}`", StringComparison.Ordinal)));

    [Fact]
    public void Each_member_for_columns_is_on_the_line_of_Columns()
    {
        string line = Assert.Single(Lines, line => line.Split('|')[2].StartsWith(" `Columns`", StringComparison.Ordinal));
        Assert.All(MemberTable.All.Where(member => member.HasColumns), member => Assert.Contains($"`{member.Name}`", line, StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_is_for_a_member_that_is_not_there() => Assert.All(
        Lines,
        line => Assert.True(Starts(line, "Length") || MemberTable.All.Any(member => Starts(line, member.Call) || Starts(line, member.Name)), line));

    private static bool Starts(string line, string member) => line.StartsWith($"| [`{member}`", StringComparison.Ordinal);
}
