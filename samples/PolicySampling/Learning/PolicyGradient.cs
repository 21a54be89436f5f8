using PolicySampling.Game;
using PolicySampling.Sampling;

namespace PolicySampling.Learning;

/// <summary>
/// The policy gradient of R. J. Williams (REINFORCE, Machine Learning 8, 1992) with a baseline, and a bonus on the entropy, which keeps moves from being given up early.
/// A step goes down the gradient of -advantage · log p(move) - bonus · entropy.
/// </summary>
internal sealed class PolicyGradient(Player opponent, double bonus, ulong seed)
{
    private const double Rate = 0.1;

    private const double BaselineRate = 0.05;

    private readonly SplitMix random = new(seed);
    private readonly double[] p = new double[Moves.Length];
    private readonly double[] ofMove = new double[Moves.Length];
    private readonly double[] ofEntropy = new double[Moves.Length];

    public LearnedPolicy Policy { get; } = new();

    /// <summary>Plays games as the first player, and learns from each.</summary>
    public void Play(int games)
    {
        List<(PositionLogits Position, int Move)> own = [];
        for (int game = 0; game < games; game++)
        {
            own.Clear();
            Board board = Board.Empty;
            for (int player = 1; board.Winner == 0 && !board.IsFull; player = -player)
            {
                int move;
                if (player > 0)
                {
                    PositionLogits position = Policy[board];
                    Moves.Softmax(position.Logits, p);
                    move = Sampler.Inverse(p, random.NextDouble());
                    own.Add((position, move));
                }
                else
                {
                    move = Sampler.Inverse(opponent(board, player), random.NextDouble());
                }

                board = board.With(move, player);
            }

            foreach ((PositionLogits position, int move) in own)
                Step(position, move, board.Winner);
        }
    }

    private void Step(PositionLogits position, int move, int result)
    {
        double advantage = result - position.Baseline;
        position.Baseline += BaselineRate * advantage;

        // A taken square has the gradient 0 of both terms.
        Moves.LogProbabilityGradient(position.Logits, move, ofMove);
        Moves.EntropyGradient(position.Logits, ofEntropy);
        for (int square = 0; square < Moves.Length; square++)
            position.Logits[square] += Rate * ((advantage * ofMove[square]) + (bonus * ofEntropy[square]));
    }
}
