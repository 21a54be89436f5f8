using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>
/// The class that holds the code of a host. It stands in a namespace of its own, where short names mean what they say whatever
/// the user's types are called, and where nothing can clash with the host's own members or type parameters.
/// </summary>
internal static class ClassBehind
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
}
