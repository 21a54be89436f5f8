using System.Collections.Immutable;
using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>The code for rows of any length, which all hosts of a compilation that ask for the same accuracy share.</summary>
internal static class AnyLengthEmitter
{
    /// <summary>The class that holds the code for an accuracy.</summary>
    public static string ClassName(AccuracyMode accuracy) => "AnyLength" + (accuracy == AccuracyMode.Default ? "" : accuracy.ToString());

    /// <summary>What all hosts need together, for each accuracy: a target without a host.</summary>
    public static IEnumerable<SoftmaxTarget> Needed(ImmutableArray<SoftmaxTarget> targets) =>
        from target in targets
        where target.HasAnyLength
        group target by target.Accuracy into same
        orderby same.Key
        select same.First() with
        {
            Host = new HostType("", default, $"SoftmaxGen.{ClassName(same.Key)}.g.cs"),
            Methods = same.Aggregate(MethodSet.None, static (all, target) => all | target.Methods),
            ElementTypes = same.Aggregate(ElementTypeSet.None, static (all, target) => all | target.ElementTypes),
        };

    /// <summary>The file for one accuracy.</summary>
    public static EmittedHost Emit(SoftmaxTarget target, CancellationToken cancellation)
    {
        SourceWriter writer = new();
        writer.Lines(HostEmitter.Header + (target.Capabilities.HasNullable ? "#nullable disable\n" : ""));
        int start = writer.Length;
        List<MemberContext> members =
        [
            .. from pair in MemberTable.Behind(target).Select(static member => (Element: "float", Member: member))
                   .Concat(MemberTable.Elements(target).SelectMany(element => MemberTable.Of(target, element).Select(member => (Element: element, Member: member))))
               select new MemberContext(target, pair.Element, pair.Member, writer) { Length = new RowLength(AnyLengthPass.Starts[0], "length", IsArgument: true) },
        ];
        ImplementationClass.Write(writer, target.Capabilities, ClassName(target.Accuracy), "rows of any length", [.. members.Select(static context => context.Member.Emitter(context))], () =>
        {
            HashSet<string> written = [];
            foreach (MemberContext context in members)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (AnyLengthPass pass in Passes(context, written))
                    pass.Write(writer);
            }
        });
        string text = writer.ToString();
        IEnumerable<int> kernels = KernelCatalog.Of(target.Capabilities.Form).NamedBy(text.Substring(start));
        return new EmittedHost(target.Host.HintName, text, new KernelSet(target.Capabilities, new EquatableArray<int>(kernels.ToImmutableArray())));
    }

    /// <summary>The passes of a member that are not among those written, and are then.</summary>
    /// <param name="context">The member.</param>
    /// <param name="written">The signatures of the passes.</param>
    public static IEnumerable<AnyLengthPass> Passes(MemberContext context, HashSet<string> written)
    {
        foreach (string signature in PassesOf(context.Length).Select(static pass => pass.Signature).Where(written.Add).ToList())
            yield return new AnyLengthPass(length => PassesOf(length).First(pass => pass.Signature == signature));

        IEnumerable<Pass> PassesOf(RowLength length) => context.Member.Emitter(context with { Length = length, Writer = new SourceWriter() }).Passes;
    }
}
