using System.Reflection;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

public delegate void ColumnsMap<T>(ReadOnlySpan<T> x, int columns, Span<T> destination);

public delegate void LabelledColumnsMap<T>(ReadOnlySpan<T> x, int columns, ReadOnlySpan<int> labels, Span<T> destination);

/// <summary>Hosts with <c>Columns</c>, and their rows to compare with.</summary>
internal static class ColumnHosts
{
    /// <summary>Each way to add up a column: few elements, one block and several, with and without a rest, more than are written out, and one whose tile is narrower than a line.</summary>
    public static int[] Lengths { get; } = [1, 2, 3, 8, 15, 16, 21, 70, 100, 129, 2100];

    /// <summary>Lengths of the hosts without vectors.</summary>
    public static int[] ScalarLengths { get; } = [1, 3, 21];

    private static readonly Lazy<Assembly> WithVectors = new(() => HostCompiler.Compile("ColumnHosts", Source(Lengths, Enum.GetValues<SoftmaxAccuracy>())));
    private static readonly Lazy<Assembly> WithSpans = new(() => HostCompiler.CompileScalar("SpanColumnHosts", Source(ScalarLengths, [SoftmaxAccuracy.Default]), CodeForm.Spans));
    private static readonly Lazy<Assembly> WithArrays = new(() => HostCompiler.CompileScalar("ArrayColumnHosts", Source(ScalarLengths, [SoftmaxAccuracy.Default]), CodeForm.Arrays));

    /// <summary>The host of a length; the form says what it takes.</summary>
    public static Type Host(int length, SoftmaxAccuracy accuracy, CodeForm form = CodeForm.Vectors) =>
        (form switch { CodeForm.Vectors => WithVectors, CodeForm.Spans => WithSpans, _ => WithArrays }).Value.GetType($"Hosts.{accuracy}{length}", throwOnError: true)!;

    /// <summary>A public method, by the delegate that is asked for.</summary>
    public static TDelegate Bind<TDelegate>(Type host, string method)
        where TDelegate : Delegate =>
        host.GetMethod(method, [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)])!.CreateDelegate<TDelegate>();

    /// <summary>The method behind it for one vector width.</summary>
    public static MethodInfo? AtWidth<T>(Type host, string pass, int width) => host.Assembly.GetTypes()
        .Single(type => type.FullName!.StartsWith($"SoftmaxGen.Generated.For_Hosts_{host.Name}_", StringComparison.Ordinal))
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .SingleOrDefault(method => method.Name == $"{pass}Vector{width}" && method.GetParameters()[0].ParameterType == typeof(T).MakeByRefType());

    /// <summary>Lengths of the hosts that have every member: what differs by length is in their passes for rows.</summary>
    public static int[] FullLengths { get; } = [21];

    private static string Source(int[] lengths, SoftmaxAccuracy[] accuracies) => "using SoftmaxGen;\n\nnamespace Hosts\n{\n" + string.Concat(
        from accuracy in accuracies
        from length in lengths
        select $$"""

                /// <summary>A host.</summary>
                [Softmax({{length}}, Accuracy = SoftmaxAccuracy.{{accuracy}}, Methods = {{(FullLengths.Contains(length) ? "SoftmaxMethods.All" : "SoftmaxMethods.Softmax | SoftmaxMethods.LogSoftmax | SoftmaxMethods.CrossEntropy | SoftmaxMethods.ReductionRows")}} | SoftmaxMethods.Columns)]
                public static partial class {{accuracy}}{{length}} { }

            """) + "}\n";
}
