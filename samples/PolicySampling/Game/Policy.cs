namespace PolicySampling.Game;

/// <summary>What a player thinks of each move: a logit for each square, and -infinity where a move is illegal.</summary>
internal static class Policy
{
    public static void Logits(Board board, int player, Span<double> logits)
    {
        for (int square = 0; square < logits.Length; square++)
            logits[square] = board.IsFree(square) ? board.Promise(square, player) : double.NegativeInfinity;
    }
}
