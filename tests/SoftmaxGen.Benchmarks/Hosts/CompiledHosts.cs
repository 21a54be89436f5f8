using System.IO.Compression;
using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>Hosts of any lengths, compiled with this build of the generator or with that of a package, so that two builds can be timed side by side.</summary>
internal sealed class CompiledHosts
{
    private readonly Assembly assembly;

    private CompiledHosts(IIncrementalGenerator generator, string name, IEnumerable<int> lengths)
    {
        string source = string.Concat(lengths.Select(length => $$"""
            [SoftmaxGen.Softmax({{length}}, Methods = SoftmaxGen.SoftmaxMethods.Softmax | SoftmaxGen.SoftmaxMethods.Rows)]
            public static partial class Host{{length}} { }

            """));
        CSharpParseOptions options = new(LanguageVersion.CSharp12);
        Compilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, options)],
            ReferenceAssemblies.Net80WithAttributes,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        using MemoryStream image = new();
        if (compilation.Emit(image) is { Success: false, Diagnostics: var diagnostics })
            throw new InvalidOperationException($"The emitted code does not compile: {diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        assembly = Assembly.Load(image.ToArray());
    }

    /// <summary>With the generator of this build.</summary>
    public static CompiledHosts OfThisBuild(IEnumerable<int> lengths) => new(new SoftmaxGenerator(), "HostsOfThisBuild", lengths);

    /// <summary>With the generator of a package, which stays apart from that of this build.</summary>
    public static CompiledHosts OfPackage(FileInfo package, IEnumerable<int> lengths)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.FullName);
        using MemoryStream generator = new();
        using (Stream entry = archive.Entries.First(file => file.Name == "SoftmaxGen.Generator.dll").Open())
            entry.CopyTo(generator);
        generator.Position = 0;
        Assembly loaded = new AssemblyLoadContext("package").LoadFromStream(generator);
        Type type = loaded.GetTypes().Single(candidate => candidate.IsAssignableTo(typeof(IIncrementalGenerator)));
        return new CompiledHosts((IIncrementalGenerator)Activator.CreateInstance(type)!, "HostsOfPackage", lengths);
    }

    /// <summary>Calls <c>SoftmaxRows</c> from an ordinary method, through a delegate.</summary>
    public Action<int> SoftmaxRows<T>(int length, Buffers<T> buffers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MethodInfo method = assembly.GetType($"Host{length}", throwOnError: true)!.GetMethod("SoftmaxRows", [typeof(ReadOnlySpan<T>), typeof(Span<T>)])!;
        Rows<T> rows = method.CreateDelegate<Rows<T>>();
        return calls =>
        {
            for (int call = 0; call < calls; call++)
                rows(buffers.X.Span, buffers.Destination.Span);
        };
    }

    private delegate void Rows<T>(ReadOnlySpan<T> x, Span<T> destination);
}
