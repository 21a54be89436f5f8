using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Docs.Tests.Infrastructure;

/// <summary>
/// Which folders of a project under src name types that other folders declare, or extension methods. By syntax: no two types of a project have the same name,
/// and extension methods count that share theirs with no other member.
/// </summary>
internal static class SourceFolders
{
    /// <summary>Who uses, what, and where. The top folder of a project is "".</summary>
    public static IReadOnlyList<(string From, string To, string Use)> UsesIn(string project)
    {
        string top = Path.Combine(MarkdownFile.RepositoryFolder, "src", project);
        (string Folder, SyntaxNode Root, string File)[] sources =
        [
            .. Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
                .Select(path => (FolderOf(path), CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot(), Path.GetFileName(path)))
                .Where(source => source.Item1.Split('/')[0] is not ("bin" or "obj" or "Kernels")),
        ];
        HashSet<string> members = [.. sources.SelectMany(source => Members(source.Root))];
        ILookup<string, string> declared = sources.SelectMany(source => Declared(source.Root), (source, name) => (name, source.Folder)).Where(pair => !members.Contains(pair.name)).Distinct().ToLookup(pair => pair.name, pair => pair.Folder);
        return
        [
            .. from source in sources
               from name in source.Root.DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>()
               where declared.Contains(Key(name))
               from folder in declared[Key(name)]
               where folder != source.Folder && !declared[Key(name)].Contains(source.Folder)
               select (source.Folder, folder, $"{name} in {source.File}"),
        ];

        string FolderOf(string path) => Path.GetRelativePath(top, Path.GetDirectoryName(path)!).Replace('\\', '/') is var folder && folder == "." ? "" : folder;
    }

    private static IEnumerable<string> Declared(SyntaxNode root) =>
    [
        .. root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax).Select(type => type.Identifier.Text),
        .. root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsExtension).Select(method => $".{method.Identifier.Text}"),
    ];

    private static IEnumerable<string> Members(SyntaxNode root) =>
    [
        .. root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => !IsExtension(method)).Select(method => $".{method.Identifier.Text}"),
        .. root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Select(property => $".{property.Identifier.Text}"),
        .. root.DescendantNodes().OfType<RecordDeclarationSyntax>().SelectMany(record => record.ParameterList?.Parameters ?? []).Select(property => $".{property.Identifier.Text}"),
    ];

    private static bool IsExtension(MethodDeclarationSyntax method) => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    // Behind a dot it may be an extension method, and else a type.
    private static string Key(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => $".{name.Identifier.Text}",
        MemberBindingExpressionSyntax => $".{name.Identifier.Text}",
        _ => name.Identifier.Text,
    };
}
