using System.Text.Json.Nodes;
using SoftmaxGen.Package.Tests.Infrastructure;

namespace SoftmaxGen.Package.Tests;

/// <summary>What an editor shows of generated members: a language server (`dotnet tool install -g csharp-ls`) with a consumer open in it.</summary>
[Collection(nameof(ConsumerBuild))]
public class EditorTests
{
    [SlowFact("csharp-ls")]
    public async Task Generated_members_are_shown_and_completed()
    {
        string folder = Path.Combine(ConsumerBuild.GoodFolder, "NewestLanguage");
        string file = Path.Combine(folder, "Program.cs");
        using LanguageServer server = await LanguageServer.StartAsync(folder);
        server.Open(file);
        object document = new { uri = new Uri(file).AbsoluteUri };
        object call = new { textDocument = document, position = Position(file, "Softmax([") };

        // The project is loaded in the background.
        string hover = "";
        for (int attempt = 0; attempt < 60 && !hover.Contains("Softmax("); attempt++)
        {
            hover = (await server.RequestAsync("textDocument/hover", call))?.ToJsonString() ?? "";
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        Assert.Contains("P.Softmax(ReadOnlySpan", hover);

        JsonNode completion = (await server.RequestAsync("textDocument/completion", call))!;
        string[] labels = [.. (completion["items"] ?? completion).AsArray().Select(item => (string)item!["label"]!)];
        Assert.All(["CrossEntropy", "LogSoftmax", "LogSumExp", "Softmax"], member => Assert.Contains(member, labels));

        JsonNode signatures = (await server.RequestAsync("textDocument/signatureHelp", new { textDocument = document, position = Position(file, "[1000f") }))!;
        Assert.Contains("P.Softmax(ReadOnlySpan", (string)signatures["signatures"]![0]!["label"]!);

        JsonNode diagnostics = (await server.RequestAsync("textDocument/diagnostic", new { textDocument = document }))!;
        Assert.Empty(diagnostics["items"]!.AsArray());
    }

    private static object Position(string file, string text)
    {
        string[] lines = File.ReadAllLines(file);
        int line = Array.FindIndex(lines, candidate => candidate.Contains(text));
        return new { line, character = lines[line].IndexOf(text, StringComparison.Ordinal) };
    }
}
