using Spectre.Console;
using Spectre.Console.Rendering;

namespace Samples.Common;

/// <summary>A report that a person reads, in sections. Where the output is redirected it has no colours, and a width of its own.</summary>
public sealed class TextReport
{
    private const int RedirectedWidth = 100;

    private readonly TextWriter output;
    private readonly IAnsiConsole console;

    public TextReport(TextWriter output)
    {
        bool toTerminal = output == Console.Out && !Console.IsOutputRedirected;
        this.output = output;
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = toTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = toTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!toTerminal)
            console.Profile.Width = RedirectedWidth;
    }

    public void Section(string title, params IEnumerable<IRenderable> parts)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        foreach (IRenderable part in parts)
            console.Write(part);
    }

    /// <summary>Says what <c>--details</c> adds.</summary>
    public void More(string sections) => output.WriteLine($"{Environment.NewLine}With --details: {sections}.");

    /// <summary>Names files. A path stays on one line, however long, to be of use.</summary>
    public void Files(string title, params IEnumerable<string> files)
    {
        Section(title);
        foreach (string file in files)
            output.WriteLine($"  {file}");
    }
}
