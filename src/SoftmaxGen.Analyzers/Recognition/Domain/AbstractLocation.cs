namespace SoftmaxGen.Recognition;

/// <summary>
/// A place that holds values: a variable, the object made by an expression, or a member of these.
/// A collection and its elements are one place: what is known of an array is what is known of every element.
/// </summary>
internal readonly record struct AbstractLocation(object Root, string Path)
{
    private const int MaxPathLength = 100;

    /// <summary>The object that this is a member of.</summary>
    public AbstractLocation? Owner => Path.LastIndexOf('.') is var dot and >= 0 ? this with { Path = Path.Substring(0, dot) } : null;

    public static AbstractLocation Of(object root) => new(root, "");

    public AbstractLocation Member(string name) => Path.Length > MaxPathLength ? this : new(Root, Path + "." + name);
}
