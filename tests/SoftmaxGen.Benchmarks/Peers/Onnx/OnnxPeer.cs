using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.ML.OnnxRuntime;
using SoftmaxGen.Benchmarks.Timing;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Benchmarks.Peers.Onnx;

/// <summary>
/// ONNX Runtime: a model of one operator, whose input and output are bound to the memory that all contenders share, so that nothing
/// is copied or allocated. On one thread, and with the threads that it takes by itself.
/// </summary>
internal sealed class OnnxPeer
{
    public const string Name = "ONNX Runtime";
    public const string AllThreads = "ONNX Runtime, its threads";

    private const string Version = "1.31.1";

    private readonly Dictionary<(string Operator, Type Element, int Threads), InferenceSession> sessions = [];

    private OnnxPeer()
    {
    }

    /// <summary>Loads the native library, or says why the peer is missing.</summary>
    public static OnnxPeer? TryCreate(IProgress<string> progress)
    {
        progress.Report("restoring ONNX Runtime");
        string? library = RestoredPackage.TryFind("Microsoft.ML.OnnxRuntime", Version) is { } package
            ? Directory.EnumerateFiles(Path.Combine(package, "runtimes", RuntimeIdentifier, "native")).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) is "libonnxruntime" or "onnxruntime")
            : null;
        if (library is null)
        {
            Console.Error.WriteLine($"ONNX Runtime is left out: there is no package Microsoft.ML.OnnxRuntime {Version} for {RuntimeIdentifier}.");
            return null;
        }

        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => name.Contains("onnxruntime", StringComparison.Ordinal) ? NativeLibrary.Load(library) : 0;
        return new OnnxPeer();
    }

    private static string RuntimeIdentifier =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The loops around a member, for each number of threads.</summary>
    public IEnumerable<(string Name, Batch<T> Batch)> For<T>(Member member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string? @operator = member switch
        {
            Member.Softmax or Member.Rows or Member.Batch or Member.ManyRows => "Softmax",
            Member.LogSoftmax => "LogSoftmax",
            _ => null,
        };
        if (@operator is null)
            yield break;
        yield return (Name, Batch<T>(@operator, threads: 1));
        if (Environment.ProcessorCount > 1)
            yield return (AllThreads, Batch<T>(@operator, threads: 0));
    }

    /// <summary>The mean cross-entropy of rows of floats on one thread; nothing for doubles.</summary>
    /// <param name="expected">What it must compute.</param>
    public Action? Loss<T>(T[] x, long[] labels, int length, double expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) != typeof(float))
            return null;
        using SessionOptions options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        InferenceSession session = new(OnnxModel.Loss(), options);
        OrtIoBinding binding = session.CreateIoBinding();
        T[] loss = new T[1];
        binding.BindInput("x", OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, x.AsMemory(), [labels.Length, length]));
        binding.BindInput("labels", OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, labels.AsMemory(), [labels.Length]));
        binding.BindOutput("y", OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, loss.AsMemory(), []));
        RunOptions run = new();
        session.RunWithBinding(run, binding);
        double actual = double.CreateChecked(loss[0]);
        return Math.Abs(actual - expected) < 1e-3 * expected ? () => session.RunWithBinding(run, binding)
            : throw new InvalidOperationException($"ONNX Runtime computed a loss of {actual} and not {expected}.");
    }

    // Bound once: the buffers of a case do not change.
    private Batch<T> Batch<T>(string @operator, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        OnnxBinding? binding = null;
        return (buffers, calls) =>
        {
            binding ??= OnnxBinding.Create(Session(@operator, typeof(T), threads), buffers, isLogarithm: @operator == "LogSoftmax");
            for (int call = 0; call < calls; call++)
                binding.Run();
        };
    }

    // 0 threads: as many as it takes by itself, one for each core.
    private InferenceSession Session(string @operator, Type element, int threads)
    {
        if (!sessions.TryGetValue((@operator, element, threads), out InferenceSession? session))
        {
            using SessionOptions options = new() { IntraOpNumThreads = threads, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            session = new InferenceSession(OnnxModel.Bytes(@operator, element), options);
            sessions.Add((@operator, element, threads), session);
        }

        return session;
    }
}
