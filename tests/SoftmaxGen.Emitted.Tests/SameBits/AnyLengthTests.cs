using System.Numerics;
using System.Reflection;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.SameBits;

public class SingleAnyLengthTests : AnyLengthTests<float>;

public class DoubleAnyLengthTests : AnyLengthTests<double>;

/// <summary>Rows of any length have the bits that the host for their length gives them: every member, every pass at every vector width.</summary>
public abstract class AnyLengthTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void Passes_have_the_bits_of_the_fixed_length(SoftmaxAccuracy accuracy)
    {
        int compared = 0;
        HashSet<string> passes = [];
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (WidthMethod<T> fixedLength in WidthMethods.Of(host).Where(method => WidthMethods.Runs(method.Width) && AnyLengthHosts.Has(accuracy, method.Pass)))
            {
                MethodInfo? any = AnyLengthHosts.Pass<T>(accuracy, fixedLength.Pass, fixedLength.Width, length);
                Assert.True(any is not null, $"{host} has {fixedLength.Pass} for {fixedLength.Width} bits, which no method for any length stands for.");
                foreach ((string what, T[] row) in TestedRows.Of<T>(length))
                {
                    if (fixedLength.Pass is "Product" or "Jacobian" && !row.All(T.IsFinite))
                        continue;
                    AssertSame($"{host}, {fixedLength.Pass}, {what}, {any.Name}", fixedLength.Run(row), new WidthMethod<T>(fixedLength.Pass, fixedLength.Width, any).Run(row));
                    compared++;
                    passes.Add(fixedLength.Pass);
                }
            }
        }

        Assert.True(compared > 1000, $"Only {compared} comparisons were made.");
        Assert.Superset(new HashSet<string> { "Softmax", "LogSoftmax", "Entropy", "Gradient", "Jacobian", "Product" }, passes);
    }

    [Theory, CombinatorialCases]
    public void Members_have_the_bits_of_the_fixed_length(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.Lengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Member<T> member in AllMembers.All<T>().Where(member => member.IsOn(host)))
            {
                T[] x = Distribution.Normal5.Sample<T>(member.InputLength(length), seed: length), vector = Distribution.Normal1.Sample<T>(member.VectorLength(length), seed: 1);
                T[] expected = new T[member.ResultLength(length)], actual = new T[expected.Length];
                member.Invoke(host, x, vector, expected);
                member.Invoke((Invocation<T>)AnyLengthHosts.Bind<T>(member.Description, length, accuracy), x, vector, actual);
                AssertSame($"{host}, {member}", expected, actual);
            }
        }
    }

    [Theory, RepresentativeLengths]
    public void Members_without_vectors_have_the_bits_of_the_fixed_length(int length)
    {
        foreach (bool withSpans in (bool[])[true, false])
        {
            EmittedHost<T> host = EmittedCode.ScalarHost<T>(length, withSpans);
            foreach (Member<T> member in AllMembers.All<T>().Where(member => member.IsOn(host)))
            {
                T[] x = Distribution.Normal5.Sample<T>(member.InputLength(length), seed: length), vector = Distribution.Normal1.Sample<T>(member.VectorLength(length), seed: 1);
                T[] expected = new T[member.ResultLength(length)], actual = new T[expected.Length];
                member.Invoke(host, x, vector, expected);
                Delegate any = AnyLengthHosts.Bind<T>(member.Description, length, host.Accuracy, withSpans ? CodeForm.Spans : CodeForm.Arrays);
                if (any is ArrayInvocation<T> withArrays)
                    member.Invoke((x, vector, temperature, label, labels, destination) => withArrays([.. x], [.. vector], temperature, label, [.. labels], actual), x, vector, actual);
                else
                    member.Invoke((Invocation<T>)any, x, vector, actual);
                AssertSame($"{host}, {member}", expected, actual);
            }
        }
    }

    private static void AssertSame(string what, T[] expected, T[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = TestedRows.AreSame(expected[i], actual[i]);
            Assert.True(same, same ? "" : $"{what}: {expected[i]:R} of the fixed length, {actual[i]:R} of any, at {i}");
        }
    }
}
