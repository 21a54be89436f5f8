using SoftmaxGen.Docs.Tests.Infrastructure;

namespace SoftmaxGen.Docs.Tests;

/// <summary>Every C# example compiles, sets off no rule of its own package, and prints what the block after it says.</summary>
public class ExampleTests
{
    public static TheoryData<string> Examples =>
        new(Blocks.Where(block => block.Language == "csharp").Select(block => block.ToString()));

    // The pages of the rules show code that is wrong.
    private static IEnumerable<FencedBlock> Blocks =>
        MarkdownFile.All.Where(page => !page.Path.StartsWith("docs/rules/", StringComparison.Ordinal)).SelectMany(page => page.Blocks);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_does_what_its_page_says(string place)
    {
        FencedBlock example = Blocks.Single(block => block.ToString() == place);
        FencedBlock? output = Blocks.SkipWhile(block => block != example).Skip(1).FirstOrDefault();
        ExampleProgram program = new(example.Code);

        Assert.Empty(await program.DiagnoseAsync());
        if (output is { Language: "text", FollowsDirectly: true })
            Assert.Equal(output.Code, program.Run());
    }
}
