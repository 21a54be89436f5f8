using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace SoftmaxGen.Benchmarks.CodeSize;

/// <summary>Listens to the run-time for the machine code that it makes of emitted methods.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Jit = (EventKeywords)0x10;
    private const string EmittedNamespace = "SoftmaxGen.Generated.";

    // What is compiled without optimisation is compiled again or inlined, and its size says nothing.
    private const int TierShift = 7, TierMask = 7, QuickTier = 3;

    private readonly ConcurrentBag<CompiledMethod> methods = [];

    /// <summary>What was compiled so far; the events arrive a moment later than the code.</summary>
    public IReadOnlyCollection<CompiledMethod> Methods => methods;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true)
            return;
        string type = Field<string>(eventData, "MethodNamespace");
        if (type.StartsWith(EmittedNamespace, StringComparison.Ordinal) && ((Field<uint>(eventData, "MethodFlags") >> TierShift) & TierMask) != QuickTier)
            methods.Add(new CompiledMethod(type[EmittedNamespace.Length..], Field<string>(eventData, "MethodName"), Field<string>(eventData, "MethodSignature"), (int)Field<uint>(eventData, "MethodSize")));
    }

    private static TField Field<TField>(EventWrittenEventArgs data, string name) => (TField)data.Payload![data.PayloadNames!.IndexOf(name)]!;
}

/// <summary>A method of the class behind a host, and the bytes of its machine code.</summary>
internal sealed record CompiledMethod(string Type, string Name, string Signature, int Bytes);
