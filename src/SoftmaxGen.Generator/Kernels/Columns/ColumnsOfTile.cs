namespace SoftmaxGen.Generated
{
    // What is a constant where the length of a column is one; without vectors, too.
    internal static partial class SoftmaxKernels
    {
        /// <summary>How many columns are computed at a time: whole lines of a cache, as many as fit half of a small first cache, one at least.</summary>
        public static int ColumnsOfTile(int length, int elementSize)
        {
            int fitting = 16384 / elementSize / length, line = 64 / elementSize;
            if (fitting < line)
                fitting = global::System.Math.Min(65536 / elementSize / length, line);
            return fitting >= line ? fitting / line * line : global::System.Math.Max(fitting, 1);
        }
    }
}
