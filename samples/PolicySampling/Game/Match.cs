using PolicySampling.Sampling;

namespace PolicySampling.Game;

/// <summary>Games between two players who share a policy, and differ in temperature.</summary>
/// <param name="Wins">Games that the first player won.</param>
/// <param name="Draws">Games that nobody won.</param>
/// <param name="Losses">Games that the second player won.</param>
/// <param name="Fingerprint">A hash of every move: equal games have equal ones.</param>
internal sealed record Match(int Wins, int Draws, int Losses, ulong Fingerprint)
{
    public static Match Play(int games, double firstTemperature, double secondTemperature, ulong seed)
    {
        SplitMix random = new(seed);
        int[] results = new int[3];
        ulong fingerprint = 14695981039346656037;
        Player first = Players.AtTemperature(firstTemperature);
        Player second = Players.AtTemperature(secondTemperature);
        for (int game = 0; game < games; game++)
        {
            Board board = Board.Empty;
            for (int player = 1; board.Winner == 0 && !board.IsFull; player = -player)
            {
                int move = Sampler.Inverse((player > 0 ? first : second)(board, player), random.NextDouble());
                board = board.With(move, player);
                fingerprint = (fingerprint ^ (uint)move) * 1099511628211;
            }

            results[board.Winner + 1]++;
        }

        return new Match(results[2], results[1], results[0], fingerprint);
    }
}
