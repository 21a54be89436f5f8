using System.Globalization;
using FixMe.Models;

// Inputs as they come in practice, and far from what a unit test with [1, 2, 3] shows.
AttentionHead head = new([[30, 0], [0, 30], [20, 20]], [[1, 0], [0, 1], [0.5, 0.5]]);
Print("attention", head.Attend([25, 10]));
Print("topics", TopicModel.Posterior([-2301.5, -2299.0, -2310.2]));
Print("evidence", TopicModel.Evidence([-2301.5, -2299.0, -2310.2]));
Print("clicks", [.. Ranking.ClickProbabilities([95.5f, 97.25f, 91f]).Select(p => (double)p)]);
Print("win", Ranking.WinProbability(150_000));
Print("policy", Policy.Distribution([-1200, -1201, -1203]));

static void Print(string what, params double[] results) =>
    Console.WriteLine($"{what,-10} {string.Join(' ', results.Select(x => x.ToString("F4", CultureInfo.InvariantCulture)))}");
