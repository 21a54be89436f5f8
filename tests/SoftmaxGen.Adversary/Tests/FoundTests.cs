using System.Reflection;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Adversary.Output;
using SoftmaxGen.Adversary.Search;
using SoftmaxGen.Reference;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

/// <summary>What long searches came to, against what is promised now.</summary>
public class FoundTests
{
    private static readonly FoundLine[] Lines = FoundFile.Read(Path.Combine(
        typeof(FoundTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectFolder").Value!, "Found.json"));

    private static readonly Dictionary<string, Cell> Cells = MemberList.Lengths.SelectMany(MemberList.Cells).ToDictionary(cell => cell.Name);

    [Fact]
    public void Every_promise_was_searched() =>
        Assert.Empty(Bounds.All.Select(bound => (bound.Quantity.Name, bound.Type, bound.Accuracy, bound.From)).Except(Lines.Select(line => (line.Quantity, line.Type, line.Accuracy, line.From))));

    [Fact]
    public void No_promise_is_below_what_was_found() =>
        Assert.All(Lines, line => Assert.True(line.Error <= Promise(line).Value, $"{line.Error} is more than {Promise(line)}"));

    [Fact]
    public void The_worst_inputs_keep_their_promises()
    {
        FoundLine[] lines = [.. Lines.Where(line => line.Input is not null)];
        HostCompiler hosts = new([.. lines.Select(line => Cells[line.Cell])]);
        Assert.All(lines, line =>
        {
            Error error = Cells[line.Cell].Start(hosts).Repeat(line.Input!);
            Assert.True(error.Share <= 1, $"{line.Cell}: {error}");
        });
    }

    private static Bound Promise(FoundLine line) =>
        Bounds.All.Single(bound => (bound.Quantity.Name, bound.Type, bound.Accuracy, bound.From) == (line.Quantity, line.Type, line.Accuracy, line.From));
}
