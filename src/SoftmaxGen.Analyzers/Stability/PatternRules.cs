using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>The rules that follow from the computations recognised in a member.</summary>
internal static class PatternRules
{
    // A clamp to a range this small is one on the data's own scale, and not there to keep an exponential from overflowing.
    private const double LargestHarmlessBound = 20;

    public static IEnumerable<Diagnostic> Diagnose(ImmutableArray<SoftmaxPattern> patterns)
    {
        var unstable = patterns.Where(static pattern => pattern.Kind == PatternKind.Softmax && pattern.IsUnstable).ToList();
        foreach (var pattern in patterns)
        {
            switch (pattern.Kind)
            {
                case PatternKind.Softmax when pattern.IsUnstable:
                    yield return Overflow(StabilityDescriptors.UnstableSoftmax, pattern);
                    break;

                // The sum of an unstable softmax is reported with it.
                case PatternKind.LogSumExp when pattern.IsUnstable && !unstable.Any(softmax => softmax.Sites.Intersect(pattern.Unbounded).Any()):
                    yield return Overflow(StabilityDescriptors.UnstableLogSumExp, pattern);
                    break;
                // In an entropy the digits that the logarithm lacks are lost beside larger terms.
                case PatternKind.LogSoftmax when pattern.Ends.FirstOrDefault(end => !IsWeighed(end.Syntax, patterns)) is { } logarithm:
                    yield return Diagnostic.Create(StabilityDescriptors.LogOfSoftmax, logarithm.Syntax.GetLocation());
                    break;
                case PatternKind.Entropy:
                    foreach (var product in pattern.Ends.Where(static end => !ZeroGuard.IsBefore(end.Syntax)))
                        yield return Diagnostic.Create(StabilityDescriptors.EntropyOfZero, product.Syntax.GetLocation(), OneLine(product.Syntax));
                    break;
                case PatternKind.Sigmoid when pattern.IsUnstable:
                    yield return Diagnostic.Create(StabilityDescriptors.OverflowingSigmoid, pattern.End.Syntax.GetLocation(), OneLine(pattern.End.Syntax));
                    break;
            }
        }

        foreach (var diagnostic in IneffectiveMaxima(patterns))
            yield return diagnostic;
    }

    // By its own probability, in place or by the name of a variable.
    private static bool IsWeighed(SyntaxNode logarithm, ImmutableArray<SoftmaxPattern> patterns)
    {
        var variable = logarithm.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } ? declarator.Identifier.ValueText : null;
        return patterns.Where(static pattern => pattern.Kind == PatternKind.Entropy).SelectMany(static pattern => pattern.Ends).Any(product => product.Syntax.Span.Contains(logarithm.Span)
            || variable is not null && product.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable));
    }

    private static Diagnostic Overflow(DiagnosticDescriptor rule, SoftmaxPattern pattern)
    {
        var first = pattern.Unbounded.First().Syntax;
        var others = pattern.Ends.Select(static end => end.Syntax)
            .Concat(pattern.Unbounded.Skip(1).Select(static site => site.Syntax))
            .Select(static syntax => syntax.GetLocation());
        return Diagnostic.Create(rule, first.GetLocation(), others, OneLine(first));
    }

    private static IEnumerable<Diagnostic> IneffectiveMaxima(ImmutableArray<SoftmaxPattern> patterns)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (var pattern in patterns.Where(static pattern => pattern.Kind is PatternKind.Softmax or PatternKind.LogSumExp))
        {
            foreach (var site in pattern.Sites)
            {
                if (site.Argument.Start is { } start && seen.Add(start.Syntax))
                    yield return Ineffective(start.Syntax, DiagnosticKeys.Start, $"The maximum starts at {start.Syntax}, and stays there when every input is smaller: every exponential then underflows");
                if (MaximumRange.Fault(site) is var (place, message) && seen.Add(place))
                    yield return Ineffective(place, DiagnosticKeys.Range, message);
                if (site.IsClamped && site.Argument.Range.High >= LargestHarmlessBound && seen.Add(site.Syntax))
                    yield return Ineffective(site.Syntax, DiagnosticKeys.Clamp, "The exponent is clamped where the maximum should be subtracted: inputs beyond the clamp all get the same probability");
            }

            // Where the exponents are bounded as well, a subtraction elsewhere is none of this rule's business.
            foreach (var subtraction in pattern.ShiftsOutside.Where(_ => pattern.IsUnstable))
            {
                if (seen.Add(subtraction.Syntax))
                    yield return Ineffective(subtraction.Syntax, DiagnosticKeys.Outside, "The maximum is subtracted from the exponential and not from its exponent: it shifts nothing");
            }
        }
    }

    private static Diagnostic Ineffective(SyntaxNode syntax, string reason, string message) => Diagnostic.Create(
        StabilityDescriptors.IneffectiveMaximum,
        syntax.GetLocation(),
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticKeys.Reason, reason),
        message);

    private static string OneLine(SyntaxNode syntax) => string.Join(" ", syntax.ToString().Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
