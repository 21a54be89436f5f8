using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleConcurrencyTests : ConcurrencyTests<float>;

public class DoubleConcurrencyTests : ConcurrencyTests<double>;

/// <summary>Members share nothing but constants: threads that call them at once get the bits that each would get alone.</summary>
public abstract class ConcurrencyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Threads = 8;
    private const int Calls = 50;

    [Theory, CombinatorialCases]
    public void Threads_do_not_disturb_each_other(SoftmaxAccuracy accuracy)
    {
        foreach (int length in new[] { 3, 10, 64, 257, 1000 })
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            foreach (Member<T> member in AllMembers.All<T>().Where(member => member.IsOn(host)))
            {
                T[] vector = Distribution.Normal1.Sample<T>(member.VectorLength(length), seed: 1);
                T[][] inputs = [.. Enumerable.Range(0, Threads).Select(seed => Distribution.Normal5.Sample<T>(member.InputLength(length), seed))];
                T[][] expected = Array.ConvertAll(inputs, x => Result(member, host, x, vector));
                Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
                {
                    for (int call = 0; call < (member.IsMatrix ? 2 : Calls); call++)
                        Assert.Equal(expected[thread], Result(member, host, inputs[thread], vector));
                });
            }
        }
    }

    private static T[] Result(Member<T> member, EmittedHost<T> host, T[] x, T[] vector)
    {
        T[] result = new T[member.ResultLength(host.Length)];
        member.Invoke(host, x, vector, result);
        return result;
    }
}
