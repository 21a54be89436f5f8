using System.Numerics;

namespace SoftmaxGen.Adversary.Search;

/// <summary>What the search of one cell has come to: what it goes on from after an interruption.</summary>
internal sealed class Progress<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int EliteSize = 4;

    public int Rounds { get; private set; }

    public long Evaluations { get; private set; }

    /// <summary>The worst inputs of the rounds so far.</summary>
    public IReadOnlyList<Candidate<T>> Elite { get; private set; } = [];

    /// <summary>The worst of the normal results, confirmed in 256 bits.</summary>
    public Candidate<T>? Worst { get; private set; }

    /// <summary>The worst of the subnormal ones, which have a promise of their own.</summary>
    public Candidate<T>? WorstSubnormal { get; private set; }

    /// <summary>A law that does not hold, and the input.</summary>
    public (string Law, Candidate<T> Candidate)? Violation { get; set; }

    public bool IsRecord(Error error) => error.IsWorseThan((error.IsSubnormal ? WorstSubnormal : Worst)?.Error ?? Error.None);

    public void Record(Candidate<T> candidate)
    {
        if (!IsRecord(candidate.Error))
            return;
        if (candidate.Error.IsSubnormal)
            WorstSubnormal = candidate;
        else
            Worst = candidate;
    }

    public void Finish(IEnumerable<Candidate<T>> population, long evaluations)
    {
        Rounds++;
        Evaluations += evaluations;
        Elite = [.. Elite.Concat(population).OrderByDescending(candidate => candidate.Error.Share).DistinctBy(candidate => candidate.Error.Share).Take(EliteSize)];
    }

    public void Restore(int rounds, long evaluations, IReadOnlyList<Candidate<T>> elite, Candidate<T>? worst, Candidate<T>? worstSubnormal)
    {
        Rounds = rounds;
        Evaluations = evaluations;
        Elite = elite;
        Worst = worst;
        WorstSubnormal = worstSubnormal;
    }
}
