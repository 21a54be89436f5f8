using PolicySampling;
using PolicySampling.Game;
using PolicySampling.Sampling;

namespace SoftmaxGen.Samples.Tests.PolicySampling;

public class SamplingTests
{
    [Fact]
    public void Taken_squares_are_never_drawn_and_the_rest_as_often_as_likely()
    {
        double[] logits = new double[Moves.Length];
        double[] p = new double[Moves.Length];
        Policy.Logits(Application.Position, 1, logits);
        Moves.Softmax(logits, 10, p);
        Assert.Equal(1, p.Sum(), 1e-15);
        Assert.All([0, 2, 4, 8], square => Assert.Equal(0, p[square]));

        const int Draws = 100_000;
        foreach (double[] shares in new[] { Frequencies.Inverse(logits, 10, Draws, seed: 1), Frequencies.GumbelMax(logits, 10, Draws, seed: 1) })
        {
            for (int square = 0; square < p.Length; square++)
            {
                // Five standard deviations; exact where nothing may be drawn. The seed is fixed, so this holds always or never.
                double tolerance = 5 * Math.Sqrt(p[square] * (1 - p[square]) / Draws);
                Assert.InRange(shares[square], p[square] - tolerance, p[square] + tolerance);
            }
        }
    }

    [Fact]
    public void Rounding_never_draws_an_illegal_action() =>
        Assert.Equal(1, Sampler.Inverse([0.25, 0.5, 0], random: 0.9999));

    [Theory]
    [InlineData(0.25, 0x5dd1ddca14b51dda)]
    [InlineData(1, 0x812970f16890ff79)]
    [InlineData(1000, 0x032ba2c1c9eea955)]
    public void Games_are_the_same_to_the_bit_on_every_machine(double temperature, ulong fingerprint) =>
        Assert.Equal(fingerprint, Match.Play(Application.Games, temperature, 4, Application.Seed).Fingerprint);

    [Fact]
    public void A_cold_player_beats_a_hot_one()
    {
        Match match = Match.Play(500, 0.25, 1000, seed: 1);
        Assert.True(match.Wins > 400 && match.Wins + match.Draws + match.Losses == 500, match.ToString());
    }
}
