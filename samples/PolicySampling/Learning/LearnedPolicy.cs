using PolicySampling.Game;

namespace PolicySampling.Learning;

/// <summary>Logits for each position that was met: 0 at first, and -infinity where a square is taken, which no step changes.</summary>
internal sealed class LearnedPolicy
{
    private readonly Dictionary<int, PositionLogits> positions = [];

    public PositionLogits this[Board board]
    {
        get
        {
            if (!positions.TryGetValue(board.Key, out PositionLogits? position))
                positions.Add(board.Key, position = new PositionLogits(board));
            return position;
        }
    }

    /// <summary>The entropy of the first move, in nat.</summary>
    public double EntropyOfFirstMove => Moves.Entropy(this[Board.Empty].Logits);

    public Player AsPlayer() => (board, _) =>
    {
        double[] p = new double[Moves.Length];
        Moves.Softmax(this[board].Logits, p);
        return p;
    };
}

/// <summary>What is learned about one position.</summary>
internal sealed class PositionLogits
{
    public PositionLogits(Board board)
    {
        for (int square = 0; square < Logits.Length; square++)
            Logits[square] = board.IsFree(square) ? 0 : double.NegativeInfinity;
    }

    public double[] Logits { get; } = new double[Moves.Length];

    /// <summary>The mean result of games through this position: what a move is compared with.</summary>
    public double Baseline { get; set; }
}
