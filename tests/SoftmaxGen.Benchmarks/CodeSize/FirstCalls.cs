using System.Numerics;
using SoftmaxGen.Benchmarks.Hosts;
using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.CodeSize;

/// <summary>Calls each member of each host once, as a program does that has just started, and tells what that took and what it compiled.</summary>
internal static class FirstCalls
{
    private static readonly TimeSpan EventDelay = TimeSpan.FromMilliseconds(1000);

    /// <summary>Has to be the first thing in the process that calls an emitted method.</summary>
    /// <param name="start">The host to begin with: it pays for what all of them share, and for the start of the run-time.</param>
    public static (IReadOnlyList<FirstCall> Calls, IReadOnlyList<CodeOfMethod> Methods) Run(int start)
    {
        using CompiledMethods compiled = new();
        List<FirstCall> calls = [];
        foreach (IHost host in AllHosts.List.Skip(start).Concat(AllHosts.List.Take(start)))
        {
            foreach (Member member in Enum.GetValues<Member>().Where(member => AllHosts.Offers(host, member) && member != Member.ManyRows))
                calls.Add(new FirstCall(new CaseKey(member, ElementType(host), host.Accuracy, host.Length), Time(host, member)));
        }

        Thread.Sleep(EventDelay);
        return (calls, [.. compiled.Methods.SelectMany(Describe)]);
    }

    private static string ElementType(IHost host) => host is IHost<float> ? "float" : "double";

    private static double Time(IHost host, Member member) => host switch
    {
        IHost<float> single => Time(single, member),
        IHost<double> @double => Time(@double, member),
        _ => throw new ArgumentException("An unknown element type.", nameof(host)),
    };

    private static double Time<T>(IHost<T> host, Member member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = host.Length;
        T[] x = new T[n], second = new T[n], destination = new T[member == Member.Jacobian ? n * n : n];
        Call<T> call = host.Call(member);
        TimeSpan start = ThreadClock.Now;
        call(n, x, second, destination);
        return (ThreadClock.Now - start).TotalMilliseconds;
    }

    // The name of the class behind a host has the name of the host in it, and a method takes its rows by reference.
    private static IEnumerable<CodeOfMethod> Describe(CompiledMethod method)
    {
        string element = method.Signature.Contains("float32", StringComparison.Ordinal) ? "float" : "double";
        return AllHosts.List
            .Where(host => ElementType(host) == element && method.Type.Contains($"_{host.Type.Name}_", StringComparison.Ordinal))
            .Select(host => new CodeOfMethod(method.Name, element, host.Accuracy, host.Length, method.Bytes));
    }
}

/// <summary>How long the first call of a member took, with the compilation of all that it runs.</summary>
internal sealed record FirstCall(CaseKey Key, double Milliseconds);

/// <summary>The bytes of machine code of an emitted method.</summary>
internal sealed record CodeOfMethod(string Method, string Type, SoftmaxAccuracy Mode, int Length, int Bytes);
