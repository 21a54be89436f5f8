using System.Numerics;
using System.Reflection;
using System.Runtime.Loader;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.Peers;

/// <summary>
/// Another version of System.Numerics.Tensors than the one that is linked, loaded beside it. Its methods are called through delegates,
/// so that only its results say something, not its times.
/// </summary>
internal sealed class OtherTensors
{
    private const string Id = "System.Numerics.Tensors";
    private const string Version = "11.0.0";
    private const string Framework = "net10.0";

    private readonly Type primitives;

    private OtherTensors(Type primitives) => this.primitives = primitives;

    private delegate void Map<T>(ReadOnlySpan<T> x, Span<T> destination);

    private delegate void MapWithNumber<T>(ReadOnlySpan<T> x, T y, Span<T> destination);

    private delegate T Reduction<T>(ReadOnlySpan<T> x);

    /// <summary>Restores and loads the package, or says why the peer is missing.</summary>
    public static OtherTensors? TryCreate(IProgress<string> progress)
    {
        progress.Report($"restoring {Id} {Version}");
        string? file = RestoredPackage.TryFind(Id, Version) is { } folder ? Path.Combine(folder, "lib", Framework, $"{Id}.dll") : null;
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"{Id} {Version} is left out: the package cannot be had.");
            return null;
        }

        Assembly assembly = new AssemblyLoadContext(Version).LoadFromAssemblyPath(file);
        return new OtherTensors(assembly.GetType("System.Numerics.Tensors.TensorPrimitives", throwOnError: true)!);
    }

    /// <summary>Its own softmax, and the stable formula composed of its other methods.</summary>
    public IEnumerable<(string Name, Batch<T> Batch)> For<T>(Member member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (member == Member.Softmax)
        {
            Map<T> softmax = Bind<Map<T>, T>("SoftMax");
            yield return ($"{PeerList.Tensor} {Version}", Once<T>(softmax));
            yield return ($"{PeerList.Composed} {Version}", Once(Stable<T>()));
        }
    }

    private static Batch<T> Once<T>(Map<T> map)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (buffers, calls) =>
        {
            for (int call = 0; call < calls; call++)
                map(buffers.X.Span, buffers.Destination.Span);
        };

    private Map<T> Stable<T>()
    {
        Reduction<T> max = Bind<Reduction<T>, T>("Max"), sum = Bind<Reduction<T>, T>("Sum");
        MapWithNumber<T> subtract = Bind<MapWithNumber<T>, T>("Subtract"), divide = Bind<MapWithNumber<T>, T>("Divide");
        Map<T> exp = Bind<Map<T>, T>("Exp");
        return (x, destination) =>
        {
            subtract(x, max(x), destination);
            exp(destination, destination);
            divide(destination, sum(destination), destination);
        };
    }

    // Of the overloads, the one with the delegate's parameters.
    private TDelegate Bind<TDelegate, T>(string name)
        where TDelegate : Delegate
    {
        IEnumerable<Type> parameters = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType);
        return primitives.GetMethods()
            .Where(method => method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1)
            .Select(method => method.MakeGenericMethod(typeof(T)))
            .Single(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters))
            .CreateDelegate<TDelegate>();
    }
}
