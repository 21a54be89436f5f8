using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Adversary.Search;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Adversary.Hosts;

/// <summary>Compiles the hosts of some cells, with what these call and nothing else, by the generator as it is now.</summary>
internal sealed class HostCompiler(IReadOnlyCollection<Cell> cells)
{
    private readonly Lazy<Assembly> assembly = new(() => Compile(cells));

    public Host<T> Host<T>(int length, SoftmaxAccuracy accuracy) => new(
        assembly.Value.GetType(NameOf(typeof(T) == typeof(float) ? SoftmaxElementTypes.Single : SoftmaxElementTypes.Double, accuracy, length), throwOnError: true)!, length, accuracy);

    private static string NameOf(SoftmaxElementTypes type, SoftmaxAccuracy accuracy, int length) => $"{type}{accuracy}{length}";

    private static Assembly Compile(IReadOnlyCollection<Cell> cells)
    {
        StringBuilder source = new("using SoftmaxGen;\n");
        foreach (var host in cells.GroupBy(cell => (cell.Type, cell.Accuracy, cell.Length)))
        {
            (SoftmaxElementTypes type, SoftmaxAccuracy accuracy, int length) = host.Key;
            int methods = host.Aggregate(0, (all, cell) => all | (int)cell.Methods);
            source.Append($"[Softmax({length}, Accuracy = SoftmaxAccuracy.{accuracy}, ElementTypes = SoftmaxElementTypes.{type}, Methods = (SoftmaxMethods){methods})] public static partial class {NameOf(type, accuracy, length)} {{ }}\n");
        }

        CSharpParseOptions options = new(LanguageVersion.CSharp12);
        Compilation compilation = CSharpCompilation.Create(
            "Hosts",
            [CSharpSyntaxTree.ParseText(source.ToString(), options)],
            ReferenceAssemblies.Net80WithAttributes,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([new SoftmaxGenerator().AsSourceGenerator()], parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var complaints);
        using MemoryStream image = new();
        if (!complaints.IsEmpty || compilation.Emit(image) is { Success: false })
            throw new InvalidOperationException(string.Join('\n', complaints.Concat(compilation.GetDiagnostics()).Take(20)));
        return Assembly.Load(image.ToArray());
    }
}
