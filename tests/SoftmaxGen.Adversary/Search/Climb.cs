using System.Numerics;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;

namespace SoftmaxGen.Adversary.Search;

/// <summary>
/// An evolutionary search with a population in which the worst is replaced (μ + 1), tournament selection, and coordinate search for some of the children.
/// Every round has a seed of its own and begins with fresh samples of the families, or goes on from the best that there are.
/// </summary>
internal sealed class Climb<TMember, T>(Evaluation<TMember, T> evaluation, Laws<TMember, T> laws, TemperatureRange range, Progress<T> progress)
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int PopulationSize = 16;
    private const int PopulationOfLongRows = 4;
    private const int SamplesForEach = 12;
    private const int ChildrenOfLongRow = 50;
    private const int Tournament = 3;
    private const int FreshEvery = 2;

    private static readonly bool HasVector = TMember.Uses.HasFlag(Uses.Vector);

    // A masked element has a result that is exact, or not finite.
    private static readonly bool MayBeMasked = TMember.Scaling != 0;

    /// <summary>One round; the same for the same seed and progress.</summary>
    public void Run(int length, int seed, long evaluations)
    {
        Random random = new(seed);
        Mutation<T> mutation = new(random, range);
        long end = evaluation.Count + evaluations;
        List<Candidate<T>> population = [];
        if (progress.Rounds % FreshEvery != 0)
            population.AddRange(progress.Elite);
        int size = IsLong(length) ? PopulationOfLongRows : PopulationSize;
        for (int i = 0; i < SamplesForEach * size && evaluation.Count < end; i++)
            Insert(population, Judge(Sampling.Sample<T>(random, length, range, MayBeMasked)));

        Candidate<T> parent = population[0];
        for (int child = 0; evaluation.Count < end; child++)
        {
            Candidate<T> other = population[random.Next(population.Count)];
            if (!IsLong(length) || child % ChildrenOfLongRow == 0)
                parent = Select(population, random);
            else if (population[0].Error.IsWorseThan(parent.Error))
                parent = population[0];
            if (random.Next(8) == 0)
                SearchCoordinate(population, parent, random, end);
            else
                Insert(population, Judge(mutation.Apply(parent.Input, other.Input, HasVector)));
        }

        progress.Violation ??= laws.FirstBroken(population, random);
        progress.Finish(population, evaluations);
    }

    private static bool IsLong(int length) => length >= Format<T>.LongRow;

    private static Candidate<T> Select(List<Candidate<T>> population, Random random)
    {
        int best = random.Next(population.Count);
        for (int i = 1; i < Tournament; i++)
            best = Math.Min(best, random.Next(population.Count));
        return population[best];
    }

    // Twice as far for as long as it gets worse, from a single step of the format on or from many.
    private void SearchCoordinate(List<Candidate<T>> population, Candidate<T> from, Random random, long end)
    {
        int index = random.Next(from.Input.Length);
        long steps = (1L << random.Next(Format<T>.Precision - 2)) * (1 - (2 * random.Next(2)));
        Candidate<T> current = from;
        while (evaluation.Count < end)
        {
            Candidate<T> next = Judge(Mutation<T>.Moved(current.Input, index, steps));
            if (!next.Error.IsWorseThan(current.Error))
                break;
            current = next;
            steps *= 2;
            if (Math.Abs(steps) > 1L << (Format<T>.Precision + 6))
                break;
        }

        if (current != from)
            Insert(population, current);
    }

    // Sorted, the worst input first; of those with the same error one is enough.
    private static void Insert(List<Candidate<T>> population, Candidate<T> candidate)
    {
        int at = 0;
        while (at < population.Count && !candidate.Error.IsWorseThan(population[at].Error))
        {
            if (population[at].Error.Share == candidate.Error.Share)
                return;
            at++;
        }

        int size = IsLong(candidate.Input.Length) ? PopulationOfLongRows : PopulationSize;
        if (at >= size)
            return;
        population.Insert(at, candidate);
        if (population.Count > size)
            population.RemoveAt(size);
    }

    private Candidate<T> Judge(Input<T> input)
    {
        Error error = evaluation.Quick(input);
        if (progress.IsRecord(error))
        {
            error = evaluation.Exact(input, error.Result);
            progress.Record(new(input, error));
        }

        return new(input, error);
    }
}
