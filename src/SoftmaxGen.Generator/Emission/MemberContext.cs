using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>What a member is emitted for.</summary>
/// <param name="Target">The host and its options.</param>
/// <param name="Element">The element type.</param>
/// <param name="Member">The member.</param>
/// <param name="Writer">Where the text goes.</param>
internal sealed record MemberContext(SoftmaxTarget Target, string Element, MemberDescription Member, SourceWriter Writer)
{
    /// <summary>N.</summary>
    public RowLength Length { get; init; } = new(Target.Length);

    /// <summary>The precision of the members that return a row.</summary>
    public ElementPrecision Precision => ElementPrecision.For(Element, Target.Accuracy);

    /// <summary>For logarithms of sums, which may be as small as the rounding errors that Fast leaves out of a sum.</summary>
    public ElementPrecision ArithmeticOfLogarithms =>
        Target.Accuracy == AccuracyMode.Precise ? ElementPrecision.For(Element, AccuracyMode.Precise)
        : new(Element, Length <= MostInDouble ? "double" : Element, AccuracyMode.Default);

    // So few floats are computed in double precision as fast, which then needs no care for what is rounded.
    private const int MostInDouble = 16;

    /// <summary>The kernel of a stem for predictions and draws, which is in the precision of Default: for Precise, and for rows so short that it takes no longer, the one with the terms of Precise.</summary>
    /// <param name="stem">The stem.</param>
    /// <param name="isExact">Whether both have the same result.</param>
    public string KernelOfDraws(string stem, bool isExact = false) =>
        (Target.Accuracy == AccuracyMode.Precise && !isExact) || (!Length.IsAny && Length < HalfBlock) ? stem + "Precisely" : Length.IsAny ? stem + "OfAny" : stem;

    private int HalfBlock => Element == "float" ? 32 : 16;

    /// <summary>The method in the host or, with short names, in the class behind it.</summary>
    public string Signature(bool qualified) => Member.Signature(Element, Target.Capabilities.Form, qualified);
}
