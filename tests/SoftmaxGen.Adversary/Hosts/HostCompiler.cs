using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Adversary.Hosts;

/// <summary>Compiles hosts of the lengths that are asked for with the generator as it is now.</summary>
internal sealed class HostCompiler
{
    /// <summary>Rows above this come without Jacobians, whose elements nobody could look at.</summary>
    public const int LongestJacobian = 300;

    private readonly Lazy<Assembly> assembly;

    public HostCompiler(IReadOnlyCollection<int> lengths) => assembly = new(() => Compile(lengths));

    public Host<T> Host<T>(int length, SoftmaxAccuracy accuracy) => new(assembly.Value.GetType($"{accuracy}{length}", throwOnError: true)!, length, accuracy);

    private static Assembly Compile(IReadOnlyCollection<int> lengths)
    {
        StringBuilder source = new("using SoftmaxGen;\n");
        foreach (int length in lengths)
        {
            string methods = $", Methods = SoftmaxMethods.All{(length > LongestJacobian ? " & ~SoftmaxMethods.Jacobian" : "")}";
            foreach (SoftmaxAccuracy accuracy in Enum.GetValues<SoftmaxAccuracy>())
                source.Append($"[Softmax({length}, Accuracy = SoftmaxAccuracy.{accuracy}{methods})] public static partial class {accuracy}{length} {{ }}\n");
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
