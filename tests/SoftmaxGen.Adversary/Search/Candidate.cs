using System.Numerics;
using SoftmaxGen.Adversary.Inputs;

namespace SoftmaxGen.Adversary.Search;

/// <summary>An input with its error.</summary>
internal sealed record Candidate<T>(Input<T> Input, Error Error)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
