namespace SoftmaxGen.Recognition;

/// <summary>
/// A place that holds values: a variable, the object made by an expression, or a member of these.
/// A collection and its elements are one place: what is known of an array is what is known of every element.
/// </summary>
internal readonly record struct Location(object Root, string Path)
{
    private const int MaxPathLength = 100;

    public static Location Of(object root) => new(root, "");

    public Location Member(string name) => Path.Length > MaxPathLength ? this : new(Root, Path + "." + name);
}
