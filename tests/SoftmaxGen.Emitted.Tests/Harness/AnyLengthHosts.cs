using System.Reflection;
using SoftmaxGen.Emission;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>A host for rows of any length of each accuracy, and their shared code.</summary>
internal static class AnyLengthHosts
{
    private static readonly Lazy<Assembly> WithVectors = new(() => HostCompiler.Compile("AnyLengthHosts", Source()));
    private static readonly Lazy<Assembly> WithSpans = new(() => HostCompiler.CompileScalar("SpanAnyLengthHosts", Source(), CodeForm.Spans));
    private static readonly Lazy<Assembly> WithArrays = new(() => HostCompiler.CompileScalar("ArrayAnyLengthHosts", Source(), CodeForm.Arrays));

    public static Type Host(SoftmaxAccuracy accuracy, CodeForm form = CodeForm.Vectors) => Compiled(form).GetType($"Hosts.Any{accuracy}", throwOnError: true)!;

    /// <summary>A member of such a host, for rows of one length.</summary>
    public static Delegate Bind<T>(MemberDescription member, int length, SoftmaxAccuracy accuracy, CodeForm form = CodeForm.Vectors, int columns = 0)
        where T : unmanaged
    {
        bool hasArrays = form == CodeForm.Arrays;
        MemberDescription any = member.ForAnyLength();
        return Invocations.Create<T>(any, Host(accuracy, form).GetMethod(any.Name, Invocations.ParameterTypes<T>(any, hasArrays))!, hasArrays, length, columns);
    }

    /// <summary>The pass for rows of a length at a vector width.</summary>
    public static MethodInfo? Pass<T>(SoftmaxAccuracy accuracy, string pass, int width, int length) =>
        Compiled(CodeForm.Vectors).GetType($"SoftmaxGen.Generated.{AnyLengthEmitter.ClassName((AccuracyMode)accuracy)}", throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(method => method.Name.StartsWith($"{pass}Vector{width}From", StringComparison.Ordinal) && method.GetParameters()[0].ParameterType == typeof(T).MakeByRefType() && From(method) <= length)
            .MaxBy(From);

    /// <summary>Whether there is such a pass of an accuracy, which a type for rows of any length may ask for. Batches are not made at each.</summary>
    public static bool Has(SoftmaxAccuracy accuracy, string pass) => Passes.Value.Contains(((AccuracyMode)accuracy, pass));

    private static readonly Lazy<HashSet<(AccuracyMode Accuracy, string Pass)>> Passes = new(() =>
    [
        .. from accuracy in Enum.GetValues<AccuracyMode>()
           from method in Compiled(CodeForm.Vectors).GetType($"SoftmaxGen.Generated.{AnyLengthEmitter.ClassName(accuracy)}", throwOnError: true)!.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
           let end = method.Name.IndexOf("Vector", StringComparison.Ordinal)
           where end > 0 && method.Name.Contains("From", StringComparison.Ordinal)
           select (accuracy, method.Name[..end]),
    ]);

    private static int From(MethodInfo method) => int.Parse(method.Name[(method.Name.LastIndexOf("From", StringComparison.Ordinal) + 4)..]);

    private static Assembly Compiled(CodeForm form) => (form switch { CodeForm.Vectors => WithVectors, CodeForm.Spans => WithSpans, _ => WithArrays }).Value;

    private static string Source() => "using SoftmaxGen;\n\nnamespace Hosts\n{\n" + string.Concat(Enum.GetNames<SoftmaxAccuracy>().Select(accuracy => $$"""

            /// <summary>A host.</summary>
            [Softmax(Accuracy = SoftmaxAccuracy.{{accuracy}}, Methods = SoftmaxMethods.All | SoftmaxMethods.ParallelRows | SoftmaxMethods.Columns)]
            public static partial class Any{{accuracy}} { }

        """)) + "}\n";
}
