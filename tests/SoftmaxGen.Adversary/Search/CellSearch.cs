using System.Numerics;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Search;

internal sealed class CellSearch<TMember, T>(Cell<TMember, T> cell, Host<T> host) : ICellSearch
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int ShownElements = 20;

    private readonly Evaluation<TMember, T> evaluation = new(host);
    private readonly Laws<TMember, T> laws = new(host);
    private readonly Progress<T> progress = new();

    public Cell Cell => cell;

    public long Evaluations => progress.Evaluations;

    public IEnumerable<Found> Found => new[] { progress.Worst, progress.WorstSubnormal }.OfType<Candidate<T>>().Select(ToFound);

    public string? Violation => progress.Violation is { } violation ? $"{cell.Name}: {violation.Law}: {SavedInput.Of(violation.Candidate.Input).Describe<T>(ShownElements)}, T = {violation.Candidate.Input.Temperature}, label {violation.Candidate.Input.Label}" : null;

    public void RunRound(long evaluations) => new Climb<TMember, T>(evaluation, laws, cell.Range, progress).Run(cell.Length, Seed(), evaluations);

    public SavedProgress Save() => new(
        progress.Rounds,
        progress.Evaluations,
        [.. progress.Elite.Select(candidate => SavedInput.Of(candidate.Input))],
        progress.Worst is { } worst ? SavedInput.Of(worst.Input) : null,
        progress.WorstSubnormal is { } subnormal ? SavedInput.Of(subnormal.Input) : null);

    public void Restore(SavedProgress saved)
    {
        // What was found before is judged anew: the code may have changed since.
        progress.Restore(saved.Rounds, saved.Evaluations, [.. saved.Elite.Select(Judge)], saved.Worst is { } worst ? Judge(worst) : null, saved.WorstSubnormal is { } subnormal ? Judge(subnormal) : null);
    }

    public Error Repeat(SavedInput input) => Judge(input).Error;

    private Candidate<T> Judge(SavedInput saved)
    {
        var input = saved.ToInput<T>();
        return new(input, evaluation.Exact(input, evaluation.Quick(input).Result));
    }

    private Found ToFound(Candidate<T> candidate)
    {
        Quantity quantity = candidate.Error.IsSubnormal && cell.Quantity == Quantity.Probability ? Quantity.SubnormalProbability : cell.Quantity;
        return new(cell, Bounds.Of<T>(quantity, cell.Accuracy, cell.Length), Bounds.For<T>(quantity, cell.Accuracy, cell.Length), candidate.Error, progress.Evaluations, SavedInput.Of(candidate.Input));
    }

    // FNV-1a of the cell's name and the round: the same on every machine, as string hashes are not.
    private int Seed()
    {
        uint hash = 2166136261;
        foreach (char c in $"{cell.Name} {progress.Rounds}")
            hash = unchecked((hash ^ c) * 16777619);
        return (int)(hash & int.MaxValue);
    }
}
