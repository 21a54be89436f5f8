namespace SoftmaxGen.Generated
{
    /// <summary>How a row is added up: in the lanes and chunks that vectors would have, in the same order, so that sums have the same bits.</summary>
    internal readonly struct ScalarCut
    {
        public const int ChunkBlocks = 8;

        /// <summary>The elements of a 64-byte vector of doubles, or of the largest one that the row fills.</summary>
        public readonly int Lanes;

        /// <summary>The number of a lane's elements but for the tail.</summary>
        public readonly int Blocks;

        /// <summary>How often a lane's sum is closed, each time after so many elements of the row.</summary>
        public readonly int Chunks, Chunk;

        /// <summary>The number of a lane's elements after that.</summary>
        public readonly int RestBlocks;

        /// <summary>Where the vector that ends at the last element starts, and its first lane that no vector before it holds.</summary>
        public readonly int Tail, FirstTailLane;

        public ScalarCut(int length)
        {
            Lanes = length >= 8 ? 8 : length >= 4 ? 4 : length >= 2 ? 2 : 1;
            Blocks = length / Lanes;
            Chunk = ChunkBlocks * Lanes;
            Chunks = length / Chunk;
            RestBlocks = length / Lanes % ChunkBlocks;
            Tail = length - Lanes;
            FirstTailLane = Lanes - (length % Lanes);
        }
    }
}
