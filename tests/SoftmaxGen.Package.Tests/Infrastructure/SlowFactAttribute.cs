namespace SoftmaxGen.Package.Tests.Infrastructure;

/// <summary>A test of minutes: it runs where SOFTMAXGEN_SLOW is 1 and the programs that it needs are installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute(params string[] programs)
    {
        string? missing = programs.FirstOrDefault(program => !IsInstalled(program));
        Skip = Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") != "1" ? "Set SOFTMAXGEN_SLOW=1 to run it."
            : missing is not null ? $"{missing} is not installed."
            : null;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
