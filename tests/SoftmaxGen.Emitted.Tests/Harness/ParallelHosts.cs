using System.Reflection;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Hosts with <c>ParallelRows</c>: several rows at once, rows of some vectors, and rows that are a block each.</summary>
internal static class ParallelHosts
{
    private static readonly Lazy<Assembly> Compiled = new(() => HostCompiler.Compile("ParallelHosts", Source()));

    public static int[] Lengths { get; } = [2, 10, 100, 20_000];

    /// <summary>The method over spans, or the one over memory, by the delegate that is asked for.</summary>
    public static TDelegate Bind<TDelegate>(int length, string method)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        return Compiled.Value.GetType($"Hosts.Parallel{length}", throwOnError: true)!.GetMethod(method, parameters)!.CreateDelegate<TDelegate>();
    }

    private static string Source() => "using SoftmaxGen;\n\nnamespace Hosts\n{\n" + string.Concat(Lengths.Select(length => $$"""

            /// <summary>A host.</summary>
            [Softmax({{length}}, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSoftmax | SoftmaxMethods.CrossEntropy | SoftmaxMethods.ParallelRows)]
            public static partial class Parallel{{length}} { }

        """)) + "}\n";
}
