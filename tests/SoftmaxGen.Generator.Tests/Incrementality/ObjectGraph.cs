using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generator.Tests.Incrementality;

/// <summary>
/// Walks everything that an object holds on to. A check of the outer type alone would pass on a record that hides a symbol in a list.
/// </summary>
internal static class ObjectGraph
{
    // Each of them keeps a whole compilation alive, or is never equal to its successor in the next one.
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(Compilation), typeof(SemanticModel), typeof(IOperation), typeof(AttributeData), typeof(TypedConstant),
        typeof(SyntaxTree), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxReference), typeof(Location), typeof(Diagnostic),
    ];

    /// <summary>The paths from the root to what a cached model must not hold.</summary>
    public static IEnumerable<string> ForbiddenPaths(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(object? Value, string Path)>([(root, root?.GetType().Name ?? "")]);
        while (pending.TryPop(out (object? Value, string Path) next))
        {
            if (next.Value is not { } value || !seen.Add(value))
                continue;
            if (Forbidden.Any(type => type.IsInstanceOfType(value)))
            {
                yield return $"{next.Path}: {value.GetType().Name}";
                continue;
            }

            foreach ((string name, object? child) in Children(value))
                pending.Push((child, $"{next.Path}.{name}"));
        }
    }

    private static IEnumerable<(string Name, object? Value)> Children(object value)
    {
        if (value is Array array)
            return array.Cast<object?>().Select((item, index) => ($"[{index}]", item));
        return value is string or Type or Pointer || value.GetType().IsPrimitive ? [] : Fields(value);
    }

    private static IEnumerable<(string Name, object? Value)> Fields(object value)
    {
        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return (field.Name, field.GetValue(value));
        }
    }
}
