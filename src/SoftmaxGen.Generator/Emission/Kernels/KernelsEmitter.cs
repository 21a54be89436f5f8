using System.Collections.Immutable;
using System.Text;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>The file that all hosts of a compilation share: the kernels that one of them needs.</summary>
internal static class KernelsEmitter
{
    public const string HintName = "SoftmaxGen.Kernels.g.cs";

    /// <summary>The kernels that several hosts need together; none where there is no host.</summary>
    public static IEnumerable<KernelSet> Needed(ImmutableArray<KernelSet> named)
    {
        if (named.Length == 0)
            yield break;
        Capabilities capabilities = named[0].Capabilities;
        IEnumerable<int> needed = KernelCatalog.Of(capabilities.Form).Closure(named.SelectMany(static kernels => kernels.Numbers));
        yield return new KernelSet(capabilities, new EquatableArray<int>(needed.ToImmutableArray()));
    }

    /// <summary>The text of the shared file.</summary>
    public static string Emit(KernelSet kernels)
    {
        StringBuilder text = new();
        text.Append(HostEmitter.Header).Append(kernels.Capabilities.HasNullable ? "#nullable disable\n" : "");
        KernelCatalog catalog = KernelCatalog.Of(kernels.Capabilities.Form);
        KernelType? open = null;
        HashSet<string> known = [];
        foreach (KernelUnit unit in kernels.Numbers.Select(number => catalog.Units[number]))
        {
            if (unit.Type == open)
            {
                text.Append("\n\n").Append(PlainComments.Of(unit.Text));
                continue;
            }

            Close(text, open, unit.Type.File);
            text.Append(unit.Type.File == open?.File ? "\n" : "\n" + unit.Type.File.Head + "\n").Append(HeaderOf(unit.Type, isFirstPart: known.Add(unit.Type.Name))).Append("\n    {\n").Append(PlainComments.Of(unit.Text));
            open = unit.Type;
        }

        Close(text, open, null);
        return text.ToString();
    }

    // The parts of a class have its attributes once.
    private static string HeaderOf(KernelType type, bool isFirstPart)
    {
        string header = PlainComments.Of(type.Header);
        return isFirstPart ? header.Insert(header.LastIndexOf('\n') + 1, "    " + HostEmitter.Attributes + "\n") : header;
    }

    private static void Close(StringBuilder text, KernelType? open, KernelFile? next)
    {
        if (open is not null)
            text.Append(open.File == next ? "\n    }\n" : "\n    }\n}\n");
    }
}
