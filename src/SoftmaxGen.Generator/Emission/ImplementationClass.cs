using SoftmaxGen.Model;

using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// The class that holds the code of a host. It stands in a namespace of its own, where short names mean what they say whatever
/// the user's types are called, and where nothing can clash with the host's own members or type parameters.
/// </summary>
internal static class ImplementationClass
{
    public const string Namespace = "SoftmaxGen.Generated";

    public const string Usings =
        """
        using global::System;
        using global::System.Runtime.CompilerServices;
        using global::System.Runtime.InteropServices;
        using global::System.Runtime.Intrinsics;
        using static global::SoftmaxGen.Generated.SoftmaxKernels;
        """;

    public const string ScalarUsings =
        """
        using global::System;
        using static global::SoftmaxGen.Generated.SoftmaxKernels;
        """;

    /// <summary>The file's name as an identifier; like the file's name, it differs from host to host.</summary>
    public static string Name(HostType host) => "For_" + host.HintName.Replace(".g.cs", "");

    /// <summary>Writes the class of a host.</summary>
    public static void Write(SourceWriter writer, SoftmaxTarget target, IReadOnlyList<MemberEmitter> members) =>
        Write(writer, target.Capabilities, Name(target.Host), target.Host.HintName, members, () => WritePasses(members));

    /// <summary>Writes a class of code.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="purpose">What the code is behind, or for.</param>
    /// <param name="members">The methods that hosts call.</param>
    /// <param name="writePasses">Writes the passes that they call, where there are vectors.</param>
    public static void Write(SourceWriter writer, Capabilities capabilities, string name, string purpose, IReadOnlyList<MemberEmitter> members, Action writePasses)
    {
        bool hasVectors = capabilities.Form == CodeForm.Vectors;
        using (writer.Block($"namespace {Namespace}"))
        {
            writer.Lines(hasVectors ? Usings : ScalarUsings);
            writer.Line();
            writer.Line($"/// <summary>The code behind {purpose}.</summary>");
            writer.Line(HostEmitter.Attributes);
            writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
            using (writer.Block($"internal static class {name}"))
            {
                foreach (MemberEmitter member in members)
                {
                    if (member != members[0])
                        writer.Line();
                    if (hasVectors || member is SixteenBitMember)
                        member.Write();
                    else
                        new ScalarMethod(member.Context).Write();
                }

                if (hasVectors)
                    writePasses();
            }
        }
    }

    // Members share passes.
    private static void WritePasses(IEnumerable<MemberEmitter> members)
    {
        HashSet<string> written = [];
        foreach (Pass pass in members.SelectMany(static member => member.Passes).Where(pass => written.Add(pass.Signature)))
            pass.Write();
    }
}
