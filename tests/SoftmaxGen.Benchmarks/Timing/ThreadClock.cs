using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Benchmarks.Timing;

/// <summary>The processor time of this thread, where the system tells it; what happens once cannot be timed again when something else ran meanwhile.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Now => OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : Stopwatch.GetElapsedTime(0);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
