using System.Numerics;
using System.Runtime.InteropServices;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;

namespace SoftmaxGen.Adversary.Search;

/// <summary>What is promised besides errors: rows together have the bits of rows alone, equal logits have equal results, and NaN is not lost.</summary>
internal sealed class Laws<TMember, T>(Host<T> host)
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int n = host.Length;

    /// <summary>The first law that one of these inputs breaks. The worst inputs of a search are as good as any.</summary>
    public (string Law, Candidate<T> Candidate)? FirstBroken(IReadOnlyList<Candidate<T>> candidates, Random random)
    {
        T[][] results = [.. candidates.Select(candidate => Results(candidate.Input))];
        if (TMember.HasRows && FirstOtherRow(candidates, results) is { } row)
            return ("a row among others has other bits", row);
        for (int i = 0; i < candidates.Count; i++)
        {
            if (TMember.HasResultForEachLogit && !EqualLogitsHaveEqualResults(candidates[i].Input.X, results[i]))
                return ("equal logits have other results", candidates[i]);
            if (!TMember.Uses.HasFlag(Uses.Probabilities) && !KeepsNaN(candidates[i].Input, random))
                return ("a NaN is lost", candidates[i]);
        }

        return null;
    }

    private T[] Results(Input<T> input)
    {
        T[] given = TMember.Uses.HasFlag(Uses.Probabilities) ? new T[n] : [], destination = new T[TMember.DestinationLength(n)];
        if (given.Length > 0)
            host.Member<Map<T>>("Softmax")(input.X, given);
        TMember.Call(host, input, given, destination);
        return destination;
    }

    private Candidate<T>? FirstOtherRow(IReadOnlyList<Candidate<T>> candidates, T[][] results)
    {
        T[] rows = [.. candidates.SelectMany(candidate => candidate.Input.X)], together = new T[rows.Length];
        TMember.CallRows(host, rows, candidates.Select(candidate => candidate.Input.Label).ToArray(), together);
        for (int i = 0; i < results.Length; i++)
        {
            if (!MemoryMarshal.AsBytes(together.AsSpan(i * n, n)).SequenceEqual(MemoryMarshal.AsBytes(results[i].AsSpan())))
                return candidates[i];
        }

        return null;
    }

    private static bool EqualLogitsHaveEqualResults(T[] x, T[] results)
    {
        Dictionary<T, T> resultOf = [];
        for (int i = 0; i < x.Length; i++)
        {
            if (resultOf.TryGetValue(x[i], out T result) && !result.Equals(results[i]))
                return false;
            resultOf[x[i]] = results[i];
        }

        return true;
    }

    private bool KeepsNaN(Input<T> input, Random random)
    {
        Input<T> poisoned = input.Copy();
        poisoned.X[random.Next(n)] = T.NaN;
        return Array.TrueForAll(Results(poisoned), T.IsNaN);
    }
}
