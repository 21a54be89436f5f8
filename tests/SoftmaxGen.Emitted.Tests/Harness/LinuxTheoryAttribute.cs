namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>A theory that needs Linux, skipped with a message elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Needs Linux's mmap.";
    }
}
