using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>Whether the arguments of the attribute make sense.</summary>
internal static class OptionRules
{
    /// <summary>The largest N whose Jacobian, N * N elements, still fits a span.</summary>
    public const int MaxJacobianLength = 46340;

    public static IEnumerable<TargetViolation> Violations(TargetCandidate candidate) =>
        Length(candidate).Concat(Options(candidate));

    private static IEnumerable<TargetViolation> Length(TargetCandidate candidate)
    {
        int length = candidate.Target.Length;
        Location location = (AttributeReader.LengthArgument(candidate.Attribute) ?? (SyntaxNode)candidate.Attribute).GetLocation();
        if (candidate.Target.HasAnyLength)
            yield break;
        if (length < 1)
            yield return new(ViolationKind.LengthTooSmall, location, Text(length));
        else if (length > MaxJacobianLength && candidate.Target.Methods.HasFlag(MethodSet.Jacobian))
            yield return new(ViolationKind.LengthTooLarge, location, Text(length), Text(MaxJacobianLength));
    }

    private static IEnumerable<TargetViolation> Options(TargetCandidate candidate)
    {
        (SoftmaxTarget target, AttributeSyntax syntax) = (candidate.Target, candidate.Attribute);
        return Option(nameof(target.Methods), Flags(target.Methods & AllMethods, (int)(target.Methods & ~AllMethods)), Methods(target))
            .Concat(Option(nameof(target.ElementTypes), Flags(target.ElementTypes & AllElementTypes, (int)(target.ElementTypes & ~AllElementTypes)), ElementTypes(target)))
            .Concat(Option(nameof(target.Accuracy), Text((int)target.Accuracy), Accuracy(target.Accuracy)));

        IEnumerable<TargetViolation> Option(string name, string value, string? problem)
        {
            if (problem is not null && AttributeReader.OptionArgument(syntax, name) is { } argument)
                yield return new(ViolationKind.UnknownOption, argument.GetLocation(), name, value, problem);
        }
    }

    // Rows | 0x4000000: by their names, and by their bits where they have none.
    private static string Flags(Enum known, int others)
    {
        string bits = "0x" + others.ToString("X", CultureInfo.InvariantCulture);
        return others == 0 ? known.ToString().Replace(", ", " | ")
            : Convert.ToInt32(known, CultureInfo.InvariantCulture) == 0 ? bits
            : known.ToString().Replace(", ", " | ") + " | " + bits;
    }

    private const MethodSet Forms = MethodSet.ParallelRows | MethodSet.ReductionRows | MethodSet.Columns;

    private const MethodSet AllMethods = MethodSet.All | Forms;

    private const ElementTypeSet AllElementTypes = ElementTypeSet.All | ElementName.OfSixteenBits;

    private static string? Methods(SoftmaxTarget target) => Methods(target.Methods, target.Length);

    private static string? Methods(MethodSet methods, int length) =>
        (methods & ~AllMethods) != 0 ? "has flags that SoftmaxMethods does not define"
        : (methods & ~Forms) == 0 ? "selects no method"
        : methods.HasFlag(MethodSet.Columns) && length > MemberDescription.MaxColumnLength ? $"has Columns, which are of at most {MemberDescription.MaxColumnLength} elements each"
        : null;

    private static string? ElementTypes(SoftmaxTarget target) =>
        (target.ElementTypes & ~AllElementTypes) != 0 ? "has flags that SoftmaxElementTypes does not define"
        : target.ElementTypes == 0 ? "selects no element type"
        : null;

    private static string? Accuracy(AccuracyMode accuracy) =>
        accuracy is < AccuracyMode.Default or > AccuracyMode.Precise ? "is no member of SoftmaxAccuracy" : null;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
