// What the C# compiler asks of the framework for `init` and for list patterns, and netstandard2.0 lacks, also for the projects that see the
// internals of this one. By hand, since PolySharp 1.16 writes such types in a random order, and no two builds of the package would be the same.

namespace System.Runtime.CompilerServices
{
    internal static class IsExternalInit;
}

namespace System
{
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }
}
