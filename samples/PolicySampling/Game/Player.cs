namespace PolicySampling.Game;

/// <summary>The probability of each square in a position, as one of the players has it; 0 where a square is taken.</summary>
internal delegate ReadOnlySpan<double> Player(Board board, int player);

internal static class Players
{
    /// <summary>The policy of this program at a temperature. What it has computed for a position it keeps.</summary>
    public static Player AtTemperature(double temperature)
    {
        Dictionary<int, double[]> known = [];
        return (board, player) =>
        {
            if (!known.TryGetValue(board.Key, out double[]? p))
            {
                p = new double[Moves.Length];
                Policy.Logits(board, player, p);
                Moves.Softmax(p, temperature, p);
                known.Add(board.Key, p);
            }

            return p;
        };
    }
}
