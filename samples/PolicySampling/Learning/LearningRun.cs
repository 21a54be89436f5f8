using PolicySampling.Game;

namespace PolicySampling.Learning;

/// <summary>A policy while it learns.</summary>
/// <param name="Stages">How it plays after some games.</param>
/// <param name="Best">The best that there is against the same opponent.</param>
internal sealed record LearningRun(IReadOnlyList<LearningStage> Stages, Outcome Best)
{
    public const double OpponentTemperature = 4;

    public const double Bonus = 0.1;

    private static readonly int[] Games = [0, 1000, 3000, 10_000, 30_000];

    public static LearningRun Run(double bonus, ulong seed)
    {
        Player opponent = Players.AtTemperature(OpponentTemperature);
        PolicyGradient learner = new(opponent, bonus, seed);
        List<LearningStage> stages = [];
        int played = 0;
        foreach (int games in Games)
        {
            learner.Play(games - played);
            played = games;
            stages.Add(new LearningStage(games, Outcome.Between(learner.Policy.AsPlayer(), opponent), learner.Policy.EntropyOfFirstMove));
        }

        return new LearningRun(stages, Outcome.BestAgainst(opponent));
    }
}

/// <summary>How a policy plays after some games.</summary>
internal sealed record LearningStage(int Games, Outcome Outcome, double EntropyOfFirstMove);
