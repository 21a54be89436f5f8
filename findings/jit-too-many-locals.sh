#!/usr/bin/env bash
# A method marked AggressiveInlining is inlined, one would think, wherever it is called. The JIT gives up for "too many locals", 512 of them in .NET 8 and 9, and each call that it has inlined
# adds some. Of 400 equal calls in one unrolled sum, .NET 8 and 9 inline 51 and .NET 10 inlines 258, and the rest are calls. In a sum of 40, all are inlined.
. "$(dirname "$0")/common.sh"

terms() {
  local i
  for ((i = 0; i < $1; i++)); do printf '        sum += Polynomial(x[%d]);\n' "$i"; done
}
csharp_of_three_runtimes <<CODE
using System.Diagnostics.Tracing;
using System.Runtime.CompilerServices;

double[] x = new double[400];
using Refusals refusals = new();
Sums.Of400(x);
Sums.Of40(x);
// A thread of its own delivers the events.
Thread.Sleep(3000);
Console.WriteLine(\$".NET {Environment.Version}: of 400 calls {refusals.In(nameof(Sums.Of400))}; of 40 {refusals.In(nameof(Sums.Of40))}");

internal static class Sums
{
    public static double Of400(double[] x)
    {
        double sum = 0;
$(terms 400)
        return sum;
    }

    public static double Of40(double[] x)
    {
        double sum = 0;
$(terms 40)
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(double v)
    {
        double square = v * v;
        return square * square + v;
    }
}

// What the JIT says of calls that it does not inline.
internal sealed class Refusals : EventListener
{
    private readonly List<(string Method, string Callee, string Reason)> _refusals = [];

    public string In(string method)
    {
        lock (_refusals)
        {
            string[] reasons = _refusals.Where(each => each.Method == method && each.Callee == "Polynomial").Select(each => each.Reason).ToArray();
            return string.Join(", ", [\$"{reasons.Length} not inlined", .. reasons.Distinct()]);
        }
    }

    protected override void OnEventSourceCreated(EventSource source)
    {
        const EventKeywords JitTracing = (EventKeywords)0x1000;
        if (source.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(source, EventLevel.Verbose, JitTracing);
    }

    protected override void OnEventWritten(EventWrittenEventArgs written)
    {
        if (written.EventName?.StartsWith("MethodJitInliningFailed", StringComparison.Ordinal) != true)
            return;
        lock (_refusals)
            _refusals.Add((Field("MethodBeingCompiledName"), Field("InlineeName"), Field("FailReason")));

        string Field(string name) => (string)written.Payload![written.PayloadNames!.IndexOf(name)]!;
    }
}
CODE
compare "$(for version in 8 9 10; do
  DOTNET_TieredCompilation=0 run_on "$version"
done)" '.NET 8.0.31: of 400 calls 349 not inlined, too many locals; of 40 0 not inlined
.NET 9.0.20: of 400 calls 349 not inlined, too many locals; of 40 0 not inlined
.NET 10.0.12: of 400 calls 142 not inlined, too many locals; of 40 0 not inlined'
