using PolicySampling;
using PolicySampling.Game;
using PolicySampling.Learning;
using PolicySampling.Report;

namespace SoftmaxGen.Samples.Tests.PolicySampling;

public class LearningTests
{
    [Fact]
    public void A_policy_gradient_learns_and_the_entropy_bonus_helps()
    {
        LearningRun run = LearningRun.Run(LearningRun.Bonus, seed: 1);
        LearningRun withoutBonus = LearningRun.Run(bonus: 0, seed: 1);

        Assert.Equal(Math.Log(9), run.Stages[0].EntropyOfFirstMove, 1e-12);
        Assert.True(run.Stages[0].Outcome.Score < -0.6);
        Assert.True(run.Stages[^1].Outcome.Score > 0.55);
        Assert.True(run.Stages[^1].Outcome.Score > withoutBonus.Stages[^1].Outcome.Score + 0.1);
        Assert.All(run.Stages, stage => Assert.True(stage.Outcome.Score < run.Best.Score));
    }

    [Fact]
    public void Outcomes_are_exact()
    {
        // Two players who choose any free square with the same probability; the fractions are from a computation in rational numbers.
        Player uniform = Players.AtTemperature(1e12);
        Outcome outcome = Outcome.Between(uniform, uniform);
        Assert.Equal(737.0 / 1260, outcome.Won, 1e-9);
        Assert.Equal(8.0 / 63, outcome.Drawn, 1e-9);
        Assert.Equal(121.0 / 420, outcome.Lost, 1e-9);
    }

    [Fact]
    public void Learning_leaves_taken_squares_masked()
    {
        PolicyGradient learner = new(Players.AtTemperature(4), bonus: 0.1, seed: 1);
        learner.Play(200);
        Board board = Board.Empty.With(4, 1).With(0, -1);
        PositionLogits position = learner.Policy[board];
        Assert.All(Enumerable.Range(0, Moves.Length), square => Assert.Equal(board.IsFree(square), double.IsFinite(position.Logits[square])));
        Assert.Contains(position.Logits, logit => double.IsFinite(logit) && logit != 0);
    }

    [Fact]
    public void A_low_temperature_overflows_without_a_shift_only()
    {
        Assert.Contains(OverflowSection.Textbook([23, 5], 0.01), double.IsNaN);
        double[] logits = [23, 5, 3, 5, 6, 0, 0, 0, double.NegativeInfinity];
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0], OverflowSection.Generated(logits, 0.01));
    }
}
