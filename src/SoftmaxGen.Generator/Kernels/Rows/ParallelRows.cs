namespace SoftmaxGen.Generated
{
    using global::System;
    using global::System.Runtime.InteropServices;
    using global::System.Threading;
    using global::System.Threading.Tasks;

    /// <summary>The rows of a batch, shared out among threads in blocks. A row has the same bits whichever thread computes it.</summary>
    internal sealed class ParallelRows<T>
    {
        // Some microseconds of work for each time that a thread asks for more, and memory that fits a first or second cache.
        private const int ElementsOfBlock = 16384;

        // To wake a thread takes as long as to compute some blocks.
        private const int FewestBlocks = 4;

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
        private int blocks;

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
            if (x.Length % length != 0)
                SoftmaxKernels.ThrowRows(nameof(x), length, x.Length);
            if (destination.Length < x.Length)
                SoftmaxKernels.ThrowTooShort(x.Length, destination.Length);
            if (SoftmaxKernels.OverlapsPartly(ref MemoryMarshal.GetReference(x.Span), x.Length, ref MemoryMarshal.GetReference(destination.Span), x.Length))
                SoftmaxKernels.ThrowOverlap();
            if (parallelOptions is null)
                throw new ArgumentNullException(nameof(parallelOptions));
        }

        private void Run(ParallelOptions parallelOptions)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = (rows / rowsOfBlock) + (rows % rowsOfBlock == 0 ? 0 : 1);
            int degree = parallelOptions.MaxDegreeOfParallelism;
            int workers = Math.Min(count, degree < 0 ? Environment.ProcessorCount : degree);
            if (workers == 1 || count < FewestBlocks)
                Work(0);
            else
                Parallel.For(0, workers, parallelOptions, Work);
            // Blocks are asked for by number; a number beyond the last means that there was none left.
            if (blocks < count)
                cancellation.ThrowIfCancellationRequested();
        }

        // Blocks are taken when a thread is free for one, since threads may be slow, late, or other than expected in number.
        private void Work(int worker)
        {
            while (!cancellation.IsCancellationRequested)
            {
                long first = (long)(Interlocked.Increment(ref blocks) - 1) * rowsOfBlock;
                if (first >= rows)
                    return;
                int taken = Math.Min(rowsOfBlock, rows - (int)first);
                int start = (int)first * length;
                compute(
                    x.Span.Slice(start, taken * length),
                    labels.Length == 0 ? default : labels.Span.Slice((int)first, taken),
                    destination.Span.Slice(start, taken * length));
            }
        }
    }
}
