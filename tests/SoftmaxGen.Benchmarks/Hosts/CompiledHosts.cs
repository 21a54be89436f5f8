using System.IO.Compression;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
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

    private CompiledHosts(IIncrementalGenerator generator, string name, IEnumerable<int> lengths, SoftmaxAccuracy accuracy)
    {
        string source = string.Concat(lengths.Select(length => $$"""
            [SoftmaxGen.Softmax({{length}}, Accuracy = SoftmaxGen.SoftmaxAccuracy.{{accuracy}}, Methods = SoftmaxGen.SoftmaxMethods.Softmax | SoftmaxGen.SoftmaxMethods.Rows)]
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
    public static CompiledHosts OfThisBuild(IEnumerable<int> lengths, SoftmaxAccuracy accuracy = SoftmaxAccuracy.Default) =>
        new(new SoftmaxGenerator(), $"{accuracy}HostsOfThisBuild", lengths, accuracy);

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
        return new CompiledHosts((IIncrementalGenerator)Activator.CreateInstance(type)!, "HostsOfPackage", lengths, SoftmaxAccuracy.Default);
    }

    /// <summary>Calls <c>Softmax</c> through a delegate.</summary>
    public Action<int> Softmax<T>(int length, Buffers<T> buffers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Call("Softmax", length, buffers);

    /// <summary>The same with <c>SoftmaxRows</c>.</summary>
    public Action<int> SoftmaxRows<T>(int length, Buffers<T> buffers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Call("SoftmaxRows", length, buffers);

    private Action<int> Call<T>(string name, int length, Buffers<T> buffers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MethodInfo method = assembly.GetType($"Host{length}", throwOnError: true)!.GetMethod(name, [typeof(ReadOnlySpan<T>), typeof(Span<T>)])!;
        Map<T> map = method.CreateDelegate<Map<T>>();
        // Optimized at once: with a profile of its calls by all lengths it took 55 ns more for each.
        return [MethodImpl(MethodImplOptions.AggressiveOptimization)] (calls) =>
        {
            for (int call = 0; call < calls; call++)
                map(buffers.X.Span, buffers.Destination.Span);
        };
    }

    private delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);
}
