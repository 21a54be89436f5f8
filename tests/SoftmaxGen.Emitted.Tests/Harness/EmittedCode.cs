using System.Reflection;
using System.Text;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>
/// The hosts under test: one compilation for each accuracy, made at the first use and kept for the whole run.
/// </summary>
public static class EmittedCode
{
    /// <summary>Hosts above this come without Jacobians: N * N elements are too many to check.</summary>
    public const int LargestJacobian = 300;

    private static readonly Lazy<Assembly>[] Assemblies =
    [
        .. Enum.GetValues<SoftmaxAccuracy>().Select(accuracy => new Lazy<Assembly>(() => Compile(accuracy))),
    ];

    private static readonly Lazy<Assembly> WithSpans = new(() => CompileScalar(CodeForm.Spans));
    private static readonly Lazy<Assembly> WithArrays = new(() => CompileScalar(CodeForm.Arrays));

    // Compiling the hosts takes half of the time of these tests: what is beside the lengths of a normal run is for the nightly one.
    private static readonly bool IsSlow = Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") == "1";

    // Short rows, up to five of the widest blocks and every rest, written out and rolled. Of longer ones the edges of blocks and of half blocks.
    private static readonly int[] AllLengths = IsSlow
        ? [.. Enumerable.Range(1, 80), 87, 88, 89, 95, 96, 97, 100, 103, 104, 105, 111, 112, 113, 119, 120, 121, 127, 128, 129, 130, 200, 255, 256, 257, 1000, 1024, 4097]
        : [.. Enumerable.Range(1, 26), 28, 31, 32, 33, 36, 39, 40, 41, 47, 48, 49, 63, 64, 65, 80, 97, 100, 104, 113, 127, 128, 129, 200, 255, 256, 257, 1000, 1024, 4097];

    // One or two for each shape that the emitted code can have.
    private static readonly int[] EachShape = IsSlow
        ? [1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 23, 31, 32, 33, 40, 63, 64, 65, 100, 127, 128, 129, 257, 1000, 1024, 4097]
        : [1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 32, 33, 40, 64, 65, 100, 128, 129, 257, 1000, 4097];

    // The shapes of Fast are those of Default, and its kernels do not depend on N.
    private static readonly int[] OfFast = IsSlow ? EachShape : [1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 17, 33, 40, 64, 65, 100, 129, 257, 1000, 4097];

    // Precise has shapes of its own: twice as many vectors.
    private static readonly int[] OfPrecise = IsSlow ? EachShape : [.. EachShape.Except([31, 32, 128])];

    /// <summary>The lengths for what does not depend on N otherwise than by the shape of the emitted code.</summary>
    public static int[] RepresentativeLengths(SoftmaxAccuracy accuracy) => accuracy switch
    {
        SoftmaxAccuracy.Default => EachShape,
        SoftmaxAccuracy.Fast => OfFast,
        _ => OfPrecise,
    };

    /// <summary>Whether hosts of a length have all members: the others have those that the rest is made of.</summary>
    public static bool HasAllMembers(int length) => EachShape.Contains(length);

    /// <summary>
    /// Every length that is tested. The accuracies differ in the kernels alone, so that the representative lengths do for all but one.
    /// </summary>
    public static int[] Lengths(SoftmaxAccuracy accuracy) => accuracy == SoftmaxAccuracy.Default ? AllLengths : RepresentativeLengths(accuracy);

    public static EmittedHost<T> Host<T>(int length, SoftmaxAccuracy accuracy = SoftmaxAccuracy.Default)
        where T : unmanaged =>
        new(Assemblies[(int)accuracy].Value.GetType($"Hosts.{accuracy}{length}", throwOnError: true)!, length, accuracy);

    /// <summary>The same for a target without vectors, in one of its two forms.</summary>
    public static EmittedHost<T> ScalarHost<T>(int length, bool withSpans)
        where T : unmanaged
    {
        Type type = (withSpans ? WithSpans : WithArrays).Value.GetType($"Hosts.{ScalarAccuracy(length)}{length}", throwOnError: true)!;
        return withSpans ? new EmittedHost<T>(type, length, ScalarAccuracy(length)) : new ArrayHost<T>(type, length, ScalarAccuracy(length));
    }

    // They are all Precise there, whatever is asked for.
    private static SoftmaxAccuracy ScalarAccuracy(int length) => (SoftmaxAccuracy)(length % 3);

    private static Assembly Compile(SoftmaxAccuracy accuracy) =>
        HostCompiler.Compile($"Hosts.{accuracy}", Source(Lengths(accuracy), _ => accuracy));

    private static Assembly CompileScalar(CodeForm form) =>
        HostCompiler.CompileScalar($"Hosts.{form}", Source(EachShape, ScalarAccuracy), form);

    private static string Source(int[] lengths, Func<int, SoftmaxAccuracy> accuracy)
    {
        var source = new StringBuilder("using SoftmaxGen;\n\nnamespace Hosts\n{\n");
        foreach (int length in lengths)
        {
            string members = HasAllMembers(length) ? "SoftmaxMethods.All" : "(SoftmaxMethods.Default | SoftmaxMethods.Entropy | SoftmaxMethods.ReductionRows | SoftmaxMethods.LossAndGradient)";
            string methods = $", Methods = {members}{(length > LargestJacobian ? " & ~SoftmaxMethods.Jacobian" : "")}";
            source.Append($"""

                    /// <summary>A host.</summary>
                    [Softmax({length}, Accuracy = SoftmaxAccuracy.{accuracy(length)}{methods})]
                    public static partial class {accuracy(length)}{length} {"{ }"}

                """);
        }

        return source.Append("}\n").ToString();
    }
}
