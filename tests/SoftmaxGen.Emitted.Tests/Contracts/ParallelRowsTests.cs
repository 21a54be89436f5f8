using System.Collections.Concurrent;
using System.Numerics;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.Contracts;

/// <summary>The rows of a batch by several threads: the bits of one thread, and the errors of all members.</summary>
public class ParallelRowsTests
{
    // Elements that one block has at most, as in Kernels/Rows/ParallelRows.cs.
    private const int Block = 65536;

    public static TheoryData<int, int, int> Batches()
    {
        TheoryData<int, int, int> batches = [];
        foreach (int length in ParallelHosts.Lengths)
        {
            int rowsOfBlock = Math.Max(Block / length, 1);
            foreach (int rows in new[] { 0, 1, 3, (8 * rowsOfBlock) + 1, (11 * rowsOfBlock) - 1 })
            {
                foreach (int degree in new[] { -1, 1, 3 })
                    batches.Add(length, rows, degree);
            }
        }

        return batches;
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_bits_do_not_depend_on_the_degree(int length, int rows, int degree)
    {
        Check<float>();
        Check<double>();

        void Check<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] x = Logits<T>(length * rows);
            int[] labels = [.. Enumerable.Range(0, rows).Select(row => row * 7 % length)];
            ParallelOptions options = new() { MaxDegreeOfParallelism = degree };
            foreach (string method in new[] { "SoftmaxRows", "LogSoftmaxRows" })
            {
                // One element more, which stays as it is.
                T[] expected = new T[x.Length + 1], actual = new T[x.Length + 1];
                ParallelHosts.Bind<Map<T>>(length, method)(x, expected);
                ParallelHosts.Bind<ParallelMap<T>>(length, method)(x, actual, options);
                AssertSame(expected, actual);

                T[] inPlace = [.. x];
                ParallelHosts.Bind<ParallelMap<T>>(length, method)(inPlace, inPlace, options);
                AssertSame(expected[..^1], inPlace);
            }

            T[] gradient = new T[x.Length], parallel = new T[x.Length];
            ParallelHosts.Bind<LabelledRowsMap<T>>(length, "CrossEntropyGradientRows")(x, labels, gradient);
            ParallelHosts.Bind<LabelledParallelMap<T>>(length, "CrossEntropyGradientRows")(x, labels, parallel, options);
            AssertSame(gradient, parallel);
        }
    }

    [Fact]
    public void Arguments_are_checked_before_anything_is_written()
    {
        ParallelOptions options = new();
        ParallelMap<float> softmax = ParallelHosts.Bind<ParallelMap<float>>(10, "SoftmaxRows");
        LabelledParallelMap<float> gradient = ParallelHosts.Bind<LabelledParallelMap<float>>(10, "CrossEntropyGradientRows");
        float[] x = Logits<float>(200_000), before = [.. x], destination = new float[x.Length];

        Assert.Equal("x", Assert.Throws<ArgumentException>(() => softmax(x.AsMemory(1), destination, options)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => softmax(x, destination.AsMemory(1), options)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => softmax(x.AsMemory(0, 100_000), x.AsMemory(10), options)).ParamName);
        Assert.Equal("parallelOptions", Assert.Throws<ArgumentNullException>(() => softmax(x, destination, null!)).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => gradient(x, new int[3], destination, options)).ParamName);
        int[] labels = new int[20_000];
        labels[^1] = 10;
        Assert.Equal("labels", Assert.Throws<ArgumentOutOfRangeException>(() => gradient(x, labels, destination, options)).ParamName);
        Assert.Equal(before, x);
        Assert.All(destination, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_token_that_is_cancelled_beforehand_lets_nothing_be_written()
    {
        float[] x = Logits<float>(200_000), destination = new float[x.Length];
        ParallelOptions options = new() { CancellationToken = new CancellationToken(canceled: true) };

        Assert.Throws<OperationCanceledException>(() => ParallelHosts.Bind<ParallelMap<float>>(10, "SoftmaxRows")(x, destination, options));
        Assert.All(destination, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_token_that_is_cancelled_meanwhile_ends_the_work_between_two_blocks(int degree)
    {
        using CancellationTokenSource source = new();
        float[] x = Logits<float>(150 * Block), destination = new float[x.Length];
        int taken = 0;
        using ObservedMemory<float> memory = new(x, () =>
        {
            if (Interlocked.Increment(ref taken) == 20)
                source.Cancel();
        });
        ParallelOptions options = new() { MaxDegreeOfParallelism = degree, CancellationToken = source.Token };

        OperationCanceledException exception = Assert.Throws<OperationCanceledException>(() => ParallelHosts.Bind<ParallelMap<float>>(2, "SoftmaxRows")(memory.Memory, destination, options));
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.InRange(destination.Count(value => value != 0), Block, 100 * Block);
    }

    [Fact]
    public void Small_batches_and_a_degree_of_one_stay_on_the_thread_of_the_caller()
    {
        AssertOwnThread(7 * Block, new ParallelOptions());
        AssertOwnThread(20 * Block, new ParallelOptions { MaxDegreeOfParallelism = 1 });

        static void AssertOwnThread(int elements, ParallelOptions options)
        {
            ConcurrentBag<int> threads = [];
            float[] x = Logits<float>(elements);
            using ObservedMemory<float> memory = new(x, () => threads.Add(Environment.CurrentManagedThreadId));
            ParallelHosts.Bind<ParallelMap<float>>(2, "SoftmaxRows")(memory.Memory, x.ToArray(), options);
            Assert.Equal([Environment.CurrentManagedThreadId], threads.Distinct());
        }
    }

    [Fact]
    public void Threads_that_do_not_come_are_not_waited_for()
    {
        float[] x = Logits<float>(20 * Block / 10 * 10), expected = new float[x.Length], actual = new float[x.Length];
        ParallelHosts.Bind<Map<float>>(10, "SoftmaxRows")(x, expected);
        ParallelHosts.Bind<ParallelMap<float>>(10, "SoftmaxRows")(x, actual, new ParallelOptions { TaskScheduler = new IdleScheduler() });
        AssertSame(expected, actual);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_the_memory_throws_comes_to_the_caller(int degree)
    {
        float[] x = Logits<float>(40 * Block);
        int taken = 0;
        using ObservedMemory<float> memory = new(x, () =>
        {
            if (Interlocked.Increment(ref taken) > 10)
                throw new InvalidOperationException("gone");
        });
        ParallelOptions options = new() { MaxDegreeOfParallelism = degree };
        Assert.Throws<InvalidOperationException>(() => ParallelHosts.Bind<ParallelMap<float>>(2, "SoftmaxRows")(memory.Memory, x.ToArray(), options));
    }

    [Fact]
    public void What_is_allocated_does_not_grow_with_the_rows()
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = 1 };
        ParallelMap<float> softmax = ParallelHosts.Bind<ParallelMap<float>>(10, "SoftmaxRows");
        float[] x = Logits<float>(1_000_000);
        Allocated(10);
        Assert.Equal(Allocated(10), Allocated(x.Length));

        long Allocated(int elements)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            softmax(x.AsMemory(0, elements), x.AsMemory(0, elements), options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void AssertSame<T>(T[] expected, T[] actual)
        where T : IEquatable<T> => Assert.True(expected.AsSpan().SequenceEqual(actual));

    private static T[] Logits<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating((i * 37 % 1009 / 50.0) - 10))];

    /// <summary>Takes tasks, and never runs one.</summary>
    private sealed class IdleScheduler : TaskScheduler
    {
        protected override void QueueTask(Task task)
        {
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
