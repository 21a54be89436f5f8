using System.Numerics;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Reference;

namespace SoftmaxGen.Adversary.Search;

/// <summary>One search: of a member, an element type, an accuracy, a length and a range of temperatures.</summary>
internal abstract record Cell(string Member, Quantity Quantity, SoftmaxElementTypes Type, SoftmaxAccuracy Accuracy, int Length, TemperatureRange Range)
{
    /// <summary>Its name, as that of a file.</summary>
    public string Name => $"{Member}{(Range == TemperatureRange.None ? "" : $"-{Range}")}-{Type}-{Accuracy}-{Length}";

    /// <summary>The methods that its host must have.</summary>
    public abstract SoftmaxMethods Methods { get; }

    /// <summary>Whether the bound holds for every input.</summary>
    public abstract bool HoldsAlways { get; }

    /// <summary>A new search, or one that goes on.</summary>
    public abstract ICellSearch Start(HostCompiler hosts);
}

/// <summary>A search under way.</summary>
internal interface ICellSearch
{
    Cell Cell { get; }

    long Evaluations { get; }

    /// <summary>The worst results, of normal and of subnormal ones.</summary>
    IEnumerable<Found> Found { get; }

    /// <summary>A law that does not hold, whatever the errors.</summary>
    string? Violation { get; }

    void RunRound(long evaluations);

    SavedProgress Save();

    void Restore(SavedProgress saved);

    /// <summary>The error of an input that was saved, as it is now.</summary>
    Error Repeat(SavedInput input);
}

/// <summary>The worst result of a cell.</summary>
/// <param name="Promise">What is promised of such results.</param>
/// <param name="Limit">The bound on this machine.</param>
internal sealed record Found(Cell Cell, Bound Promise, double Limit, Error Error, long Evaluations, SavedInput Input)
{
    public bool BreaksPromise => Error.Share > 1;
}

internal sealed record Cell<TMember, T>(SoftmaxAccuracy Accuracy, int Length, TemperatureRange Range) : Cell(
    TMember.Name, TMember.Quantity, typeof(T) == typeof(float) ? SoftmaxElementTypes.Single : SoftmaxElementTypes.Double, Accuracy, Length, Range)
    where TMember : struct, IMember
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override SoftmaxMethods Methods => TMember.Methods | (TMember.Uses.HasFlag(Uses.Probabilities) ? SoftmaxMethods.Softmax : SoftmaxMethods.None);

    public override bool HoldsAlways => TMember.HoldsAlways(Type);

    public override ICellSearch Start(HostCompiler hosts) => new CellSearch<TMember, T>(this, hosts.Host<T>(Length, Accuracy));
}
