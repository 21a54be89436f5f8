using System.Reflection;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Members;

namespace SoftmaxGen.Emitted.Tests.Contracts;

/// <summary>The checks of code for .NET Standard 2.0: what is true of every form is told by the same exceptions, and nothing is written before.</summary>
public class ScalarContractTests
{
    private const int N = 9;

    public static TheoryData<string> Names => [.. AllMembers.WithDestination<float>().Select(member => member.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lengths_are_checked_before_anything_is_written(string name)
    {
        Member<float> member = AllMembers.WithDestination<float>().Single(member => member.Name == name);
        foreach (EmittedHost<float> host in Hosts())
        {
            int input = member.InputLength(N), result = member.ResultLength(N);
            Assert.Equal(member.Input, Throws(() => member.Invoke(host, new float[input + 1], new float[member.VectorLength(N)], new float[result])));
            Assert.Equal(member.Input, Throws(() => member.Invoke(host, new float[input - 1], new float[member.VectorLength(N)], new float[result])));
            if (member.Vector is not null)
                Assert.Equal(member.Vector, Throws(() => member.Invoke(host, new float[input], new float[member.VectorLength(N) - 1], new float[result])));

            float[] tooShort = [.. Enumerable.Repeat(7f, result - 1)];
            Assert.Equal("destination", Throws(() => member.Invoke(host, new float[input], new float[member.VectorLength(N)], tooShort)));
            Assert.All(tooShort, value => Assert.Equal(7f, value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_behind_the_result_is_left_alone(string name)
    {
        Member<float> member = AllMembers.WithDestination<float>().Single(member => member.Name == name);
        foreach (EmittedHost<float> host in Hosts())
        {
            float[] destination = [.. Enumerable.Repeat(7f, member.ResultLength(N) + 3)];
            member.Invoke(host, new float[member.InputLength(N)], new float[member.VectorLength(N)], destination);
            Assert.Equal([7f, 7f, 7f], destination[^3..]);
            Assert.DoesNotContain(7f, destination[..^3]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_may_start_where_an_input_does_but_not_overlap_it_otherwise(string name)
    {
        Member<float> member = AllMembers.WithDestination<float>().Single(member => member.Name == name);
        EmittedHost<float> host = EmittedCode.ScalarHost<float>(N, withSpans: true);
        int input = member.InputLength(N), result = member.ResultLength(N), size = result + input;
        float[] memory = new float[size + 1], vector = [.. Enumerable.Range(0, member.VectorLength(N)).Select(i => i % 5 * 0.25f)];

        Assert.Equal("destination", Throws(() => member.Invoke(host, memory.AsSpan(0, input), vector, memory.AsSpan(1, result))));
        Assert.Equal("destination", Throws(() => member.Invoke(host, memory.AsSpan(1, input), vector, memory.AsSpan(0, result))));
        Assert.Equal("destination", Throws(() => member.Invoke(host, memory.AsSpan(result - 1, input), vector, memory.AsSpan(0, result))));
        if (member.Vector is not null)
            Assert.Equal("destination", Throws(() => member.Invoke(host, new float[input], memory.AsSpan(1, input), memory.AsSpan(0, result))));

        float[] x = [.. Enumerable.Range(0, input).Select(i => i % 5 * 0.25f)], expected = new float[result];
        member.Invoke(host, x, vector, expected);
        x.CopyTo(memory, 0);
        if (!member.IsInputReplaceable)
        {
            Assert.Equal("destination", Throws(() => member.Invoke(host, memory.AsSpan(0, input), vector, memory.AsSpan(0, result))));
            return;
        }

        member.Invoke(host, memory.AsSpan(0, input), vector, memory.AsSpan(0, result));
        Assert.Equal(expected, memory[..result]);
        member.Invoke(host, memory.AsSpan(result, input), vector, memory.AsSpan(0, result));
    }

    [Fact]
    public void Labels_and_temperatures_are_checked()
    {
        foreach (EmittedHost<float> host in Hosts())
        {
            float[] x = new float[N], destination = new float[N];
            foreach (int label in (int[])[-1, N, int.MinValue, int.MaxValue])
            {
                Assert.Equal("label", Throws(() => host.CrossEntropy(x, label)));
                Assert.Equal("label", Throws(() => host.CrossEntropyGradient(x, label, destination)));
                Assert.Equal("labels", Throws(() => host.CrossEntropyGradientRows(x, [label], destination)));
            }

            Assert.Equal("labels", Throws(() => host.CrossEntropyGradientRows(x, [0, 0], destination)));
            foreach (float temperature in (float[])[0, -1, float.NaN, float.PositiveInfinity])
                Assert.Equal("temperature", Throws(() => host.SoftmaxWithTemperature(x, temperature, destination)));
            host.SoftmaxRows([], []);
        }
    }

    [Fact]
    public void Arrays_may_not_be_null()
    {
        Type host = EmittedCode.ScalarHost<float>(N, withSpans: false).Type;
        int checks = 0;
        foreach (MethodInfo method in host.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            foreach (ParameterInfo array in method.GetParameters().Where(parameter => parameter.ParameterType.IsArray))
            {
                object?[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter, parameter == array))];
                Assert.Equal(array.Name, Throws<ArgumentNullException>(() => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)));
                checks++;
            }
        }

        Assert.Equal(2 * MemberTable.All.Where(member => !member.IsParallel && !member.HasColumns).Sum(member => member.Parameters.Count(parameter => parameter.IsSequence)), checks);
    }

    private static object? Argument(ParameterInfo parameter, bool isNull) =>
        isNull ? null
        : parameter.ParameterType.IsArray ? Array.CreateInstance(parameter.ParameterType.GetElementType()!, parameter.Name == "labels" || (parameter.Name == "uniforms" && parameter.Member.Name == "SampleRows") ? 1 : N * N)
        : parameter.IsOut ? null
        : Convert.ChangeType(1, parameter.ParameterType);

    private static IEnumerable<EmittedHost<float>> Hosts() => [EmittedCode.ScalarHost<float>(N, withSpans: true), EmittedCode.ScalarHost<float>(N, withSpans: false)];

    private static string? Throws(Action action) => Throws<ArgumentException>(action);

    private static string? Throws<TException>(Action action)
        where TException : ArgumentException => Assert.ThrowsAny<TException>(action).ParamName;
}
