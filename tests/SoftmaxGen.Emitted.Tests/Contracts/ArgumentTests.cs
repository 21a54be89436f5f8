using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleArgumentTests : ArgumentTests<float>;

public class DoubleArgumentTests : ArgumentTests<double>;

/// <summary>Every wrong argument: which exception, which parameter, and nothing written before it.</summary>
public abstract class ArgumentTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Canary = T.CreateChecked(-12345.5);

    [Theory, RepresentativeLengths]
    public void The_input_must_have_the_length_of_the_type(int length) => ForEachMember(length, (host, member) =>
    {
        int right = member.InputLength(length);
        int[] wrong = member.Rows == 1 ? [0, right - 1, right + 1, 2 * right] : [right - 1, right + 1];
        foreach (int count in wrong.Where(count => count % length != 0 || member.Rows == 1).Where(count => count != right))
            AssertThrows<ArgumentException>(member.Input, host, member, new T[count], new T[member.VectorLength(length)], member.ResultLength(length) + length);
    });

    [Theory, RepresentativeLengths]
    public void The_vector_must_have_the_length_of_the_type(int length) => ForEachMember(length, (host, member) =>
    {
        foreach (int count in new[] { 0, length - 1, length + 1 })
        {
            if (member.Vector != null)
                AssertThrows<ArgumentException>(member.Vector, host, member, new T[length], new T[count], length);
        }
    });

    [Theory, RepresentativeLengths]
    public void The_destination_must_hold_the_result(int length) => ForEachMember(length, (host, member) =>
    {
        foreach (int count in new[] { 0, member.ResultLength(length) - 1 }.Where(_ => member.HasDestination))
            AssertThrows<ArgumentException>("destination", host, member, new T[member.InputLength(length)], new T[member.VectorLength(length)], count);
    });

    [Theory, RepresentativeLengths]
    public void The_temperature_must_be_positive_and_finite(int length)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        T[] destination = Untouched(length);
        foreach (T temperature in new[] { T.Zero, T.NegativeZero, -T.One, -T.Epsilon, T.NaN, -T.NaN, T.PositiveInfinity, T.NegativeInfinity })
        {
            AssertThrows<ArgumentOutOfRangeException>("temperature", $"{host}, {temperature}", () =>
                host.SoftmaxWithTemperature(new T[length], temperature, destination));
        }

        AssertUntouched(destination);
    }

    [Theory, RepresentativeLengths]
    public void The_label_must_be_an_index(int length)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        T[] destination = Untouched(length);
        foreach (int label in new[] { -1, length, int.MinValue, int.MaxValue })
        {
            string what = $"{host}, {label}";
            AssertThrows<ArgumentOutOfRangeException>("label", what, () => host.CrossEntropy(new T[length], label));
            AssertThrows<ArgumentOutOfRangeException>("label", what, () => host.CrossEntropyGradient(new T[length], label, destination));
            foreach (int at in new[] { 0, AllMembers.Rows / 2, AllMembers.Rows - 1 })
            {
                int[] labels = new int[AllMembers.Rows];
                labels[at] = label;
                T[] rows = Untouched(AllMembers.Rows * length);
                AssertThrows<ArgumentOutOfRangeException>("labels", what, () => host.CrossEntropyGradientRows(new T[rows.Length], labels, rows));
                AssertUntouched(rows);
            }
        }

        AssertUntouched(destination);
    }

    [Theory, RepresentativeLengths]
    public void There_must_be_a_label_for_each_row(int length)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        T[] destination = Untouched(3 * length);
        foreach (int count in new[] { 0, 2, 4 })
        {
            AssertThrows<ArgumentException>("labels", $"{host}, {count} labels", () =>
                host.CrossEntropyGradientRows(new T[3 * length], new int[count], destination));
        }

        AssertUntouched(destination);
    }

    [Theory, RepresentativeLengths]
    public void No_rows_at_all_are_allowed(int length)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        T[] destination = Untouched(length);
        host.SoftmaxRows([], destination);
        host.LogSoftmaxRows([], destination);
        host.CrossEntropyGradientRows([], [], destination);
        host.SoftmaxRows([], []);
        AssertUntouched(destination);
    }

    private static void ForEachMember(int length, Action<EmittedHost<T>, Member<T>> check)
    {
        EmittedHost<T> host = EmittedCode.Host<T>(length);
        Assert.All(AllMembers.All<T>().Where(member => member.IsOn(host)), member => check(host, member));
    }

    private static void AssertThrows<TException>(string parameter, EmittedHost<T> host, Member<T> member, T[] x, T[] vector, int room)
        where TException : ArgumentException
    {
        T[] destination = Untouched(room);
        AssertThrows<TException>(parameter, $"{host}, {member}, {x.Length}, {vector.Length}, {room}", () => member.Invoke(host, x, vector, destination));
        AssertUntouched(destination);
    }

    private static void AssertThrows<TException>(string parameter, string what, Action call)
        where TException : ArgumentException
    {
        Exception? thrown = Record.Exception(call);
        Assert.True(
            thrown?.GetType() == typeof(TException) && ((ArgumentException)thrown).ParamName == parameter,
            $"{what}: expected {typeof(TException).Name} for {parameter}, got {thrown?.ToString() ?? "none"}");
    }

    private static T[] Untouched(int length)
    {
        var destination = new T[length];
        Array.Fill(destination, Canary);
        return destination;
    }

    private static void AssertUntouched(T[] destination) => Assert.False(destination.AsSpan().ContainsAnyExcept(Canary));
}
