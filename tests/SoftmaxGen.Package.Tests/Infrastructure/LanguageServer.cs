using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoftmaxGen.Package.Tests.Infrastructure;

/// <summary>csharp-ls, an editor's language server, over its standard streams (LSP 3.17).</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> pending = new();
    private readonly Lock writing = new();
    private int last;

    private LanguageServer(Process process) => this.process = process;

    public static async Task<LanguageServer> StartAsync(string folder)
    {
        ProcessStartInfo start = new("csharp-ls")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NUGET_PACKAGES"] = ConsumerBuild.PackagesFolder;
        start.Environment["TestedPackageVersion"] = TestedPackage.Version;
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        LanguageServer server = new(Process.Start(start)!);
        server.process.ErrorDataReceived += static (_, _) => { };
        server.process.BeginErrorReadLine();
        _ = Task.Run(server.ReadAsync);
        string root = new Uri(folder).AbsoluteUri;
        await server.RequestAsync("initialize", new
        {
            processId = Environment.ProcessId,
            rootUri = root,
            workspaceFolders = new[] { new { uri = root, name = "consumer" } },
            capabilities = new { textDocument = new { hover = new { contentFormat = new[] { "markdown" } }, diagnostic = new { } } },
        });
        server.Send(new { jsonrpc = "2.0", method = "initialized", @params = new { } });
        return server;
    }

    public void Open(string file) => Send(new
    {
        jsonrpc = "2.0",
        method = "textDocument/didOpen",
        @params = new { textDocument = new { uri = new Uri(file).AbsoluteUri, languageId = "csharp", version = 1, text = File.ReadAllText(file) } },
    });

    public async Task<JsonNode?> RequestAsync(string method, object parameters)
    {
        int id = Interlocked.Increment(ref last);
        TaskCompletionSource<JsonNode?> answer = pending[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new { jsonrpc = "2.0", id, method, @params = parameters });
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(3));
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Send(object message)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (writing)
        {
            Stream stream = process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            stream.Write(body);
            stream.Flush();
        }
    }

    private async Task ReadAsync()
    {
        Stream stream = process.StandardOutput.BaseStream;
        while (ReadLength(stream) is { } length)
        {
            byte[] body = new byte[length];
            await stream.ReadExactlyAsync(body);
            JsonNode message = JsonNode.Parse(body)!;
            if (message["id"] is not { } id)
                continue;
            if (message["method"] is null)
                pending[(int)id].TrySetResult(message["result"]);
            else
                Answer(message, id);
        }
    }

    // The server asks for settings, and registers what it can do: an answer of nothing is one.
    private void Answer(JsonNode request, JsonNode id)
    {
        object? result = (string)request["method"]! == "workspace/configuration" ? new object?[request["params"]!["items"]!.AsArray().Count] : null;
        Send(new { jsonrpc = "2.0", id = id.DeepClone(), result });
    }

    private static int? ReadLength(Stream stream)
    {
        int? length = null;
        StringBuilder line = new();
        for (int read = stream.ReadByte(); read >= 0; read = stream.ReadByte())
        {
            if (read != '\n')
            {
                line.Append((char)read);
                continue;
            }

            string header = line.ToString().TrimEnd('\r');
            if (header.Length == 0)
                return length;
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(header[15..], System.Globalization.CultureInfo.InvariantCulture);
            line.Clear();
        }

        return null;
    }
}
