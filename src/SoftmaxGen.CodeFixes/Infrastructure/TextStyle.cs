using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace SoftmaxGen.CodeFixes.Infrastructure;

/// <summary>New lines end and are indented like those around them, whatever the editor would do without an .editorconfig.</summary>
internal static class TextStyle
{
    public static async Task<OptionSet> OptionsOfAsync(Document document, CancellationToken cancellationToken)
    {
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var indentations = text.Lines.Select(line => Indentation(text, line)).Where(static indentation => indentation.Length > 0).ToList();
        var usesTabs = indentations.Count(static indentation => indentation[0] == '\t') * 2 > indentations.Count;
        if (LineEndOf(text) is { } end)
            options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, end);
        if (indentations.Count > 0)
            options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, usesTabs);
        var spaces = indentations.Where(static indentation => indentation[0] == ' ').Select(static indentation => indentation.Length).Where(static length => length > 1).ToList();
        return usesTabs || spaces.Count == 0 || spaces.Min() > 8 ? options : options.WithChangedOption(FormattingOptions.IndentationSize, LanguageNames.CSharp, spaces.Min());
    }

    /// <summary>The document as plain text: an editor formats what a fix has marked once more, in its own way.</summary>
    public static async Task<Document> AsTextAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var old = await before.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var text = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return after.WithText(SourceText.From(text.ToString(), old.Encoding, old.ChecksumAlgorithm));
    }

    private static string? LineEndOf(SourceText text) => text.Lines.Select(line => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))).FirstOrDefault(static end => end.Length > 0);

    private static string Indentation(SourceText text, TextLine line)
    {
        var end = line.Start;
        while (end < line.End && (text[end] is ' ' or '\t'))
            end++;
        return end == line.End ? "" : text.ToString(TextSpan.FromBounds(line.Start, end));
    }
}
