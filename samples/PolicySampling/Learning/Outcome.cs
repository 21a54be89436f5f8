using PolicySampling.Game;

namespace PolicySampling.Learning;

/// <summary>How games between two players end, from the first player's side: exact probabilities, by going through all positions.</summary>
internal readonly record struct Outcome(double Won, double Drawn, double Lost)
{
    public double Score => Won - Lost;

    public static Outcome Between(Player first, Player second) => new Positions(first, second).From(Board.Empty, 1);

    /// <summary>The most that any first player can score against this second one.</summary>
    public static Outcome BestAgainst(Player second) => new Positions(null, second).From(Board.Empty, 1);

    // Without a first player, the move with the best outcome is the one that counts.
    private sealed class Positions(Player? first, Player second)
    {
        private readonly Dictionary<int, Outcome> known = [];

        public Outcome From(Board board, int player)
        {
            if (board.Winner != 0)
                return board.Winner > 0 ? new Outcome(1, 0, 0) : new Outcome(0, 0, 1);
            if (board.IsFull)
                return new Outcome(0, 1, 0);
            if (!known.TryGetValue(board.Key, out Outcome outcome))
            {
                outcome = (player > 0 ? first : second) is { } mover ? Expected(board, player, mover) : Best(board, player);
                known.Add(board.Key, outcome);
            }

            return outcome;
        }

        private Outcome Expected(Board board, int player, Player mover)
        {
            double[] p = mover(board, player).ToArray();
            Outcome sum = default;
            for (int square = 0; square < p.Length; square++)
            {
                if (p[square] == 0)
                    continue;
                Outcome next = From(board.With(square, player), -player);
                sum = new Outcome(sum.Won + (p[square] * next.Won), sum.Drawn + (p[square] * next.Drawn), sum.Lost + (p[square] * next.Lost));
            }

            return sum;
        }

        private Outcome Best(Board board, int player) => Enumerable.Range(0, Moves.Length)
            .Where(board.IsFree)
            .Select(square => From(board.With(square, player), -player))
            .MaxBy(outcome => outcome.Score);
    }
}
