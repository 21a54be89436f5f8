using System.Globalization;

namespace SoftmaxGen.Planning;

/// <summary>
/// N as a plan counts with it and as text spells it. Where it is known only at run time, text spells its name, and the number is that of one row for which the text is the same as for all that it serves.
/// </summary>
/// <param name="Number">The number of elements.</param>
/// <param name="Name">The variable that holds it at run time; <see langword="null"/> where text has the number.</param>
/// <param name="IsArgument">Whether passes take it as an argument.</param>
internal readonly record struct RowLength(int Number, string? Name = null, bool IsArgument = false)
{
    /// <summary>Whether it is known at run time only.</summary>
    public bool IsAny => Name is not null;

    /// <summary>The parameter of a pass that takes it, behind others.</summary>
    public string Parameter => IsArgument ? ", int length" : "";

    /// <summary>The argument for that.</summary>
    public string Argument => IsArgument ? ", length" : "";

    /// <summary>The same as spelt where it is an argument.</summary>
    public RowLength AsArgument => IsArgument ? this with { Name = "length" } : this;

    public static implicit operator int(RowLength length) => length.Number;

    public static RowLength operator -(RowLength length, int less) =>
        new(length.Number - less, length.Name is null ? null : $"{length.Name} - {Text(less)}");

    public static RowLength operator *(int count, RowLength length) =>
        new(count * length.Number, length.Name is null || count == 1 ? length.Name : $"{Text(count)} * {length.Name}");

    public static RowLength operator *(RowLength a, RowLength b) =>
        new(a.Number * b.Number, a.Name is null ? null : $"{a.Name} * {(b.Name!.Contains(' ') ? $"({b.Name})" : b.Name)}");

    public override string ToString() => Name ?? Text(Number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
