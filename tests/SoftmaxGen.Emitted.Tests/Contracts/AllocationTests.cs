using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

public class SingleAllocationTests : AllocationTests<float>;

public class DoubleAllocationTests : AllocationTests<double>;

public abstract class AllocationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Theory, CombinatorialCases]
    public void No_member_allocates(SoftmaxAccuracy accuracy)
    {
        foreach (int length in EmittedCode.RepresentativeLengths(accuracy))
        {
            EmittedHost<T> host = EmittedCode.Host<T>(length, accuracy);
            T[] x = Distribution.Normal5.Sample<T>(length * AllMembers.Rows, seed: 1);
            T[] vectors = new T[length * AllMembers.Rows], destination = new T[Math.Max(length * length, length * AllMembers.Rows)];
            foreach (Member<T> member in AllMembers.All<T>().Where(member => member.IsOn(host)))
            {
                // To ask the description allocates.
                int inputLength = member.InputLength(length), vectorLength = member.VectorLength(length);
                Assert.Equal(0, AllocatedBy(() => member.Invoke(host, x.AsSpan(0, inputLength), vectors.AsSpan(0, vectorLength), destination)));

                // The path for NaN and infinities is another one.
                x[0] = T.NaN;
                Assert.Equal(0, AllocatedBy(() => member.Invoke(host, x.AsSpan(0, inputLength), vectors.AsSpan(0, vectorLength), destination)));
                x[0] = T.Zero;
            }
        }
    }

    private static long AllocatedBy(Action call)
    {
        call(); // Binding the delegate and compiling the method allocate once.
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
