using Microsoft.CodeAnalysis;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>What a user wrote in generated code: a generator that copies his text says by #line where it stands.</summary>
internal static class UserText
{
    /// <summary>Whether generated code has such text at all; nearly none does.</summary>
    public static bool MayBeIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        ExponentialText.Contains(tree.GetText(cancellationToken), "#line ");

    /// <summary>Whether a place in generated code is one in a user's file.</summary>
    public static bool IsAt(Microsoft.CodeAnalysis.Location location) =>
        location.GetMappedLineSpan() is { HasMappedPath: true, Path: var path } && location.SourceTree is { } tree && path != tree.FilePath
        && tree.GetLineVisibility(location.SourceSpan.Start) is not (LineVisibility.Hidden or LineVisibility.BeforeFirstLineDirective)
        && !GeneratedCode.HasItsName(path);
}
