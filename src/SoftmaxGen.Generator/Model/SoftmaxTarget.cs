namespace SoftmaxGen.Model;

/// <summary>All that the emission needs to know of one <c>[Softmax(N)]</c>: plain values, compared by value.</summary>
/// <param name="Host">The partial type that receives the members.</param>
/// <param name="Length">N, the number of elements of a row.</param>
/// <param name="Methods">The members asked for.</param>
/// <param name="ElementTypes">The element types asked for.</param>
/// <param name="Accuracy">The accuracy asked for.</param>
/// <param name="Capabilities">What the project can compile.</param>
internal sealed record SoftmaxTarget(
    HostType Host,
    int Length,
    MethodSet Methods,
    ElementTypeSet ElementTypes,
    AccuracyMode Accuracy,
    Capabilities Capabilities)
{
    /// <summary>Whether rows are also shared out among threads: where that is asked for, and vectors say that the framework is recent.</summary>
    public bool HasParallelRows => Capabilities.Form == CodeForm.Vectors
        && (Methods & MethodSet.ParallelRows) == MethodSet.ParallelRows
        && (Methods & (MethodSet.Softmax | MethodSet.LogSoftmax | MethodSet.CrossEntropy)) != 0;
}
