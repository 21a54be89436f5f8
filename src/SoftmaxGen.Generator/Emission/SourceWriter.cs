using System.Text;

namespace SoftmaxGen.Emission;

/// <summary>Text with indentation; line feeds on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes lines; each line of the argument is indented, empty lines stay empty.</summary>
    public void Lines(string lines)
    {
        foreach (string line in lines.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0)
                text.Append(' ', 4 * depth).Append(line);
            text.Append('\n');
        }
    }

    public void Line(string line = "") => Lines(line);

    /// <summary>Opens a block that ends with the returned object.</summary>
    public Scope Block(string? header = null)
    {
        if (header is not null)
            Lines(header);
        Line("{");
        depth++;
        return new Scope(this);
    }

    /// <summary>How much has been written.</summary>
    public int Length => text.Length;

    public override string ToString() => text.ToString();

    /// <summary>An open brace; the default value is none.</summary>
    internal readonly struct Scope(SourceWriter? writer) : IDisposable
    {
        public void Dispose()
        {
            if (writer is null)
                return;
            writer.depth--;
            writer.Line("}");
        }
    }
}
