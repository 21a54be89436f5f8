namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.ExceptionServices;
    using global::System.Runtime.InteropServices;
    using global::System.Threading;
    using global::System.Threading.Tasks;

    /// <summary>The rows of a batch, shared out among threads in blocks. A row has the same bits whichever thread computes it.</summary>
    internal sealed class ParallelRows<T>
    {
        // Some 20 microseconds of work for each time that a thread asks for more.
        private const int ElementsOfBlock = 65536;

        // To wake a thread takes up to 100 microseconds: on a virtual machine, whose processors sleep.
        private const int FewestBlocks = 8;

        // So many rows at once are the most that there is a pass for.
        private const int RowsAtOnce = 16;

        private readonly ReadOnlyMemory<T> x;
        private readonly ReadOnlyMemory<int> labels;
        private readonly Memory<T> destination;
        private readonly int length;
        private readonly int rows;
        private readonly int rowsOfBlock;
        private readonly Compute compute;
        private readonly CancellationToken cancellation;
        private readonly int count;
        private int blocks;
        private int finished;
        private ExceptionDispatchInfo failure;

        private ParallelRows(ReadOnlyMemory<T> x, ReadOnlyMemory<int> labels, Memory<T> destination, int length, Compute compute, CancellationToken cancellation)
        {
            this.x = x;
            this.labels = labels;
            this.destination = destination;
            this.length = length;
            this.compute = compute;
            this.cancellation = cancellation;
            rows = x.Length / length;
            int fitting = ElementsOfBlock / length;
            rowsOfBlock = fitting > RowsAtOnce ? fitting / RowsAtOnce * RowsAtOnce : Math.Max(fitting, 1);
            count = (rows / rowsOfBlock) + (rows % rowsOfBlock == 0 ? 0 : 1);
        }

        /// <summary>Computes some whole rows on the thread that calls it.</summary>
        public delegate void Compute(ReadOnlySpan<T> x, ReadOnlySpan<int> labels, Span<T> destination);

        /// <summary>Rows without labels.</summary>
        public static void Run(ReadOnlyMemory<T> x, Memory<T> destination, int length, ParallelOptions parallelOptions, Compute compute)
        {
            Check(x, destination, length, parallelOptions);
            new ParallelRows<T>(x, default, destination, length, compute, parallelOptions.CancellationToken).Run(parallelOptions);
        }

        /// <summary>Rows with a label each.</summary>
        public static void Run(ReadOnlyMemory<T> x, ReadOnlyMemory<int> labels, Memory<T> destination, int length, ParallelOptions parallelOptions, Compute compute)
        {
            Check(x, destination, length, parallelOptions);
            SoftmaxKernels.CheckLabels(labels.Span, x.Length / length, length);
            new ParallelRows<T>(x, labels, destination, length, compute, parallelOptions.CancellationToken).Run(parallelOptions);
        }

        private static void Check(ReadOnlyMemory<T> x, Memory<T> destination, int length, ParallelOptions parallelOptions)
        {
            if (length < 1)
                SoftmaxKernels.ThrowRowLength(length);
            if (x.Length % length != 0)
                SoftmaxKernels.ThrowRows(nameof(x), length, x.Length);
            if (destination.Length < x.Length)
                SoftmaxKernels.ThrowTooShort(x.Length, destination.Length);
            if (SoftmaxKernels.OverlapsPartly(ref MemoryMarshal.GetReference(x.Span), x.Length, ref MemoryMarshal.GetReference(destination.Span), x.Length))
                SoftmaxKernels.ThrowOverlap();
            if (parallelOptions is null)
                throw new ArgumentNullException(nameof(parallelOptions));
        }

        // Parallel.For would wait for every thread that it has asked for, come when it may; a processor that sleeps takes up to a millisecond.
        // Here whoever comes late finds no block left, and is not waited for.
        private void Run(ParallelOptions parallelOptions)
        {
            cancellation.ThrowIfCancellationRequested();
            int degree = parallelOptions.MaxDegreeOfParallelism;
            int workers = count < FewestBlocks ? 1 : Math.Min(count, degree < 0 ? Environment.ProcessorCount : degree);
            int taken;
            try
            {
                for (int k = 1; k < workers; k++)
                    Task.Factory.StartNew(static rows => ((ParallelRows<T>)rows).Work(), this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, parallelOptions.TaskScheduler ?? TaskScheduler.Current);
                Work();
            }
            finally
            {
                // No block is given out from here on; those that are under way take some microseconds more.
                taken = Math.Min(Interlocked.Exchange(ref blocks, count), count);
                SpinWait spin = default;
                while (Volatile.Read(ref finished) < taken)
                    spin.SpinOnce(sleep1Threshold: -1);
            }

            failure?.Throw();
            if (taken < count)
                cancellation.ThrowIfCancellationRequested();
        }

        // Blocks are taken when a thread is free for one, since threads may be slow, late, or other than expected in number.
        private void Work()
        {
            while (!cancellation.IsCancellationRequested && Volatile.Read(ref failure) is null)
            {
                int block = Interlocked.Increment(ref blocks) - 1;
                if (block >= count)
                    return;
                try
                {
                    int first = block * rowsOfBlock, taken = Math.Min(rowsOfBlock, rows - first);
                    compute(
                        x.Span.Slice(first * length, taken * length),
                        labels.Length == 0 ? default : labels.Span.Slice(first, taken),
                        destination.Span.Slice(first * length, taken * length));
                }
                catch (Exception exception)
                {
                    // Of the memory that the caller gave. It goes to him, on his thread.
                    Volatile.Write(ref failure, ExceptionDispatchInfo.Capture(exception));
                }
                finally
                {
                    Interlocked.Increment(ref finished);
                }
            }
        }
    }
}
