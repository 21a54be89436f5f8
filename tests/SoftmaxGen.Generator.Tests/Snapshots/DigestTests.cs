using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SoftmaxGen.Emission;
using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Snapshots;

/// <summary>
/// A hash of the text of every shape of host, as the text itself would be a book: a change that was meant for one shape shows here
/// if it reaches another. What the text should be, <c>SoftmaxGen.Emitted.Tests</c> says by running it.
/// </summary>
public class DigestTests
{
    // One or two for each way to cut a row, to unroll it, and to store its terms.
    private static readonly int[] Lengths = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 130, 200, 257, 1000, 2049, 5000];

    private static readonly Capabilities Vectors = new(CodeForm.Vectors, HasNullable: true);

    [Fact]
    public void Every_shape_of_text_is_as_verified()
    {
        StringBuilder table = new("What is emitted by default, by element type and length; without vectors it is the same at every accuracy.\n\n");
        Append(table, MethodSet.Default);
        table.Append("\nThe methods that there are not by default.\n\n");
        Append(table, (MethodSet.All & ~MethodSet.Default) | MethodSet.LogSumExp | MethodSet.CrossEntropy | MethodSet.Rows);
        table.Append("\nWhat is emitted for one kind of members alone, 10 elements of either type.\n\n");
        foreach (MethodSet methods in Enum.GetValues<MethodSet>().Except([MethodSet.None, MethodSet.Rows, MethodSet.ReductionRows, MethodSet.Default, MethodSet.All]))
            table.Append($"{methods,-15} {Digest(Target(ElementTypeSet.All, 10, methods))}\n");
        table.Append("\nAll members for the types of 16 bits.\n\n");
        foreach (int length in (int[])[10, 1000, 5000])
            table.Append($"{length,4}   {Digest(Target(ElementTypeSet.Half, length, MethodSet.All | MethodSet.Columns | MethodSet.ParallelRows))}  {Digest(Target(ElementTypeSet.BFloat16, length, MethodSet.All))}\n");

        table.Append("\nAll members for rows of any length: the code, which hosts share, and a host.\n\n");
        foreach (AccuracyMode accuracy in (AccuracyMode[])[AccuracyMode.Default, AccuracyMode.Fast, AccuracyMode.Precise])
        {
            foreach (ElementTypeSet elements in (ElementTypeSet[])[ElementTypeSet.All, ElementTypeSet.Half])
            {
                SoftmaxTarget target = Target(elements, 0, MethodSet.All | MethodSet.Columns) with { Accuracy = accuracy, HasAnyLength = true };
                string code = AnyLengthEmitter.Emit(AnyLengthEmitter.Needed([target]).Single(), default).Text;
                table.Append($"{accuracy,-8} {elements,-6} {Digest(code)}  {Digest(target)}\n");
            }
        }

        Snapshot.Match("Digests", table.ToString(), "txt");
    }

    private static void Append(StringBuilder table, MethodSet methods)
    {
        table.Append("              Default   Fast      Precise   Spans     Arrays\n");
        foreach (ElementTypeSet element in (ElementTypeSet[])[ElementTypeSet.Single, ElementTypeSet.Double])
        {
            foreach (int length in Lengths)
                table.Append($"{element,-6} {length,4}   ").AppendJoin("  ", Hosts(Target(element, length, methods)).Select(Digest)).Append('\n');
        }
    }

    private static IEnumerable<SoftmaxTarget> Hosts(SoftmaxTarget target) =>
    [
        target,
        target with { Accuracy = AccuracyMode.Fast },
        target with { Accuracy = AccuracyMode.Precise },
        target with { Capabilities = new Capabilities(CodeForm.Spans, HasNullable: false) },
        target with { Capabilities = new Capabilities(CodeForm.Arrays, HasNullable: false) },
    ];

    private static SoftmaxTarget Target(ElementTypeSet elements, int length, MethodSet methods) =>
        new(new HostType("Acme", new EquatableArray<TypeDeclaration>(ImmutableArray.Create(new TypeDeclaration("partial class", "Head"))), "Acme.Head.g.cs"), length, methods, elements, AccuracyMode.Default, Vectors);

    private static string Digest(SoftmaxTarget target) => Digest(HostEmitter.Emit(target, default).Text);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Snapshot.Scrub(text))))[..8];
}
