using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Adversary.Output;
using SoftmaxGen.Adversary.Search;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

/// <summary>A search of a second or two for each length and type: what it finds beyond a promise is a defect, or a promise that is too bold.</summary>
public class ShortSearchTests
{
    private const int Work = 30_000;
    private const int MostEvaluations = 800;
    private const int FewestEvaluations = 100;

    private static readonly int[] Lengths = [3, 7, 16, 17, 33, 100, 1000];
    private static readonly HostCompiler Hosts = new([.. Lengths.SelectMany(MemberList.Cells)]);

    public static TheoryData<int, SoftmaxElementTypes> Cases
    {
        get
        {
            TheoryData<int, SoftmaxElementTypes> cases = [];
            foreach (int length in Lengths)
            {
                cases.Add(length, SoftmaxElementTypes.Single);
                cases.Add(length, SoftmaxElementTypes.Double);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_further_off_than_promised(int length, SoftmaxElementTypes type)
    {
        List<string> broken = [];
        foreach (Cell cell in MemberList.Cells(length).Where(cell => cell.Type == type))
        {
            ICellSearch search = cell.Start(Hosts);
            search.RunRound(Math.Clamp(Work / length, FewestEvaluations, MostEvaluations));
            Assert.NotEmpty(search.Found);
            broken.AddRange(search.Found.Where(found => found.BreaksPromise).Select(FoundTable.WithInput));
            if (search.Violation is { } violation)
                broken.Add(violation);
        }

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
