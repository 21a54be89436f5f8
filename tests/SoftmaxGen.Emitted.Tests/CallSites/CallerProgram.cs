using System.Text;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.CallSites;

/// <summary>
/// A program that calls every member of some hosts from three kinds of callers: an ordinary method, a lambda and code that is shared by all
/// type arguments. Each caller has a branch, so that it gets a profile, and is called until the run-time compiles nothing any more.
/// </summary>
internal static class CallerProgram
{
    /// <summary>The classes of the callers; lambdas stand in a class of the compiler's in theirs.</summary>
    public static string[] Kinds { get; } = ["Ordinary", "Lambdas", "Shared"];

    // A row in parts of a vector, one in several, loops with and without chunks, and the arithmetics that are the longest.
    private static readonly (int Length, SoftmaxAccuracy Accuracy)[] Hosts =
    [
        (3, SoftmaxAccuracy.Default), (10, SoftmaxAccuracy.Default), (64, SoftmaxAccuracy.Default), (1000, SoftmaxAccuracy.Default),
        (8, SoftmaxAccuracy.Fast), (16, SoftmaxAccuracy.Precise), (4096, SoftmaxAccuracy.Precise),
    ];

    private static readonly string[] Calls =
    [
        "H.Softmax(x, y)", "H.Softmax(x, (T)0.7, y)", "H.SoftmaxRows(rows, y)", "H.LogSoftmax(x, y)", "H.LogSoftmaxRows(rows, y)",
        "y[0] = H.LogSumExp(x)", "y[0] = H.CrossEntropy(x, 1)", "H.CrossEntropyGradient(x, 1, y)", "H.CrossEntropyGradientRows(rows, labels, y)",
        "H.VectorJacobianProduct(x, rows[^x.Length..], y)", "H.JacobianVectorProduct(x, rows[^x.Length..], y)",
    ];

    private static readonly string[] JacobianCalls = ["H.Jacobian(x, y)", "H.JacobianFromSoftmax(x, y)"];

    /// <summary>How many callers there are.</summary>
    public static int Count => Lengths().Length * 2 * Kinds.Length;

    public static bool IsCaller(string method) =>
        Kinds.Any(kind => method.StartsWith(kind, StringComparison.Ordinal)) && !method.EndsWith("ctor", StringComparison.Ordinal);

    public static byte[] Compile(string assemblyName) => HostCompiler.CompileProgram(assemblyName, Source());

    private static string Source()
    {
        StringBuilder source = new("using System;\nusing System.Runtime;\nusing System.Threading;\nusing SoftmaxGen;\n\n");
        foreach ((int length, SoftmaxAccuracy accuracy) in Hosts)
        {
            string methods = HasJacobian(length) ? "" : ", Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian";
            source.Append($"[Softmax({length}, Accuracy = SoftmaxAccuracy.{accuracy}{methods})]\ninternal static partial class {accuracy}{length} {{ }}\n\n");
        }

        source.Append("internal delegate T Caller<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> rows, ReadOnlySpan<int> labels, Span<T> y, int k);\n");
        Write("Ordinary", (type, i, body) => $"    public static {type} {Name(type, i)}({Parameters(type)}) {body}\n");
        Write("Lambdas", (type, i, body) => $"    public static readonly Caller<{type}> {Name(type, i)} = (x, rows, labels, y, k) => {body};\n");
        Write("Shared<TShared>", (type, i, body) => $"    public static {type} {Name(type, i)}({Parameters(type)}) {body}\n");
        return source.Append(Driver()).ToString();

        void Write(string name, Func<string, int, string, string> caller)
        {
            source.Append($"\ninternal static class {name}\n{{\n");
            foreach (string type in new[] { "float", "double" })
            {
                foreach ((int i, string call) in Calling(type).Select((call, i) => (i, call)))
                    source.Append(caller(type, i, $"{{ if (k % 8 == 3) return 0; {call}; return y[0]; }}"));
            }

            source.Append("}\n");
        }
    }

    private static bool HasJacobian(int length) => length <= 100;

    private static string Name(string type, int i) => $"{(type == "float" ? "Single" : "Double")}{i}";

    private static string Parameters(string type) => $"ReadOnlySpan<{type}> x, ReadOnlySpan<{type}> rows, ReadOnlySpan<int> labels, Span<{type}> y, int k";

    private static IEnumerable<string> Calling(string type) =>
        from host in Hosts
        from call in HasJacobian(host.Length) ? [.. Calls, .. JacobianCalls] : Calls
        select call.Replace("H.", $"{host.Accuracy}{host.Length}.").Replace("(T)", $"({type})");

    private static int[] Lengths() =>
        [.. from host in Hosts from _ in HasJacobian(host.Length) ? [.. Calls, .. JacobianCalls] : Calls select host.Length];

    private static string Driver()
    {
        string List(string type) => string.Join(", ", Kinds.SelectMany(kind =>
            Lengths().Select((_, i) => $"{kind}{(kind == "Shared" ? "<string>" : "")}.{Name(type, i)}")));
        return $$"""

            internal static class Driver
            {
                private static readonly int[] Lengths = { {{string.Join(", ", Lengths())}} };
                private static readonly Caller<float>[] Singles = { {{List("float")}} };
                private static readonly Caller<double>[] Doubles = { {{List("double")}} };

                private static void Main()
                {
                    long compiled = -1;
                    for (int round = 0, quiet = 0; round < 150 && quiet < 5; round++)
                    {
                        Run(Singles);
                        Run(Doubles);
                        Thread.Sleep(30);
                        long now = JitInfo.GetCompiledMethodCount();
                        quiet = now == compiled ? quiet + 1 : 0;
                        compiled = now;
                    }
                }

                private static void Run<T>(Caller<T>[] callers)
                    where T : struct
                {
                    const int Rows = 3;
                    T[] memory = new T[4096 * Rows];
                    T[] results = new T[Math.Max(memory.Length, 100 * 100)];
                    for (int i = 0; i < callers.Length; i++)
                    {
                        int n = Lengths[i % Lengths.Length];
                        for (int k = 0; k < 40; k++)
                            callers[i](memory.AsSpan(0, n), memory.AsSpan(0, n * Rows), new int[Rows], results, k);
                    }
                }
            }

            """;
    }
}
