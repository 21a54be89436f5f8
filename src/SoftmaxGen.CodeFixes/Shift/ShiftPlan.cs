using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.ScaleInvariance;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.Shift;

/// <summary>How the exponentials of a pattern are shifted by their maximum: which, by what, and where that is computed.</summary>
internal sealed record ShiftPlan(ImmutableArray<ShiftableExponential> Exponents, ImmutableArray<ExpressionSyntax> Logarithms, SyntaxNode Place, string Name, string Statements)
{
    private const int MaxRanges = 4;

    public static ShiftPlan? Create(SyntaxNode member, ImmutableArray<SoftmaxPattern> patterns, SemanticModel model, CancellationToken cancellationToken)
    {
        var sites = patterns.SelectMany(static pattern => pattern.Sites).Distinct().OrderBy(static site => site.Syntax.SpanStart).ToList();
        if (sites.Count == 0)
            return Refused("a pattern that is not found again");
        if (patterns.Any(static pattern => pattern.Kind == PatternKind.Sigmoid) || sites.Any(static site => !site.IsUnbounded))
            return Refused("a sigmoid, or an exponential that is bounded");
        var exponents = sites.Select(site => ShiftableExponential.Of(site, member, model, cancellationToken)).ToList();
        if (exponents.Any(static exponent => exponent is null) || exponents.Select(static exponent => exponent!.Exponential.Span).Distinct().Count() != exponents.Count)
            return Refused("an exponential elsewhere");
        var logarithms = patterns.Where(static pattern => pattern.Kind == PatternKind.LogSumExp).SelectMany(static pattern => pattern.Ends).Select(static end => end.Syntax as ExpressionSyntax).Distinct().ToList();
        if (logarithms.Any(logarithm => logarithm is not InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call || InvocationName.Of(call) is not "Log" || logarithm.SyntaxTree != member.SyntaxTree))
            return Refused("a logarithm of another kind");

        var ends = patterns.SelectMany(static pattern => pattern.Ends).Select(static end => end.Syntax).Distinct().ToList();
        return new Planner(member, ImmutableArray.CreateRange(exponents.OfType<ShiftableExponential>()), ImmutableArray.CreateRange(logarithms.OfType<ExpressionSyntax>()), ends, model, cancellationToken).Plan();
    }

    private static ShiftPlan? Refused(string reason)
    {
        System.Diagnostics.Debug.WriteLine(reason);
        return null;
    }

    public SyntaxNode Apply(BoundDocument document, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        var editor = new SyntaxEditor(root, document.Services);
        foreach (var exponent in Exponents)
        {
            if (exponent is { Argument: { } span, Destination: { } destination })
                editor.ReplaceNode(span, (_, _) => destination.WithTriviaFrom(span));
            else if (exponent.Argument is { } argument)
                editor.ReplaceNode(argument, (current, _) => ShiftableExponential.Shift((ExpressionSyntax)current, Name));
            else
                editor.ReplaceNode(exponent.Exponential, (current, _) => Lambda((ExpressionSyntax)current, model, exponent.Exponential));
        }

        foreach (var logarithm in Logarithms)
        {
            editor.ReplaceNode(logarithm, (current, _) => SyntaxFactory.ParenthesizedExpression(
                    SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, SyntaxFactory.IdentifierName(Name), ((ExpressionSyntax)current).WithoutTrivia()))
                .WithTriviaFrom(current).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation));
        }

        editor.InsertBefore(Place, Insertion.Parse(Statements, Insertion.NewLineOf(root)), model, cancellationToken);
        foreach (var exponent in Exponents.Where(static exponent => exponent.Destination is not null))
        {
            var subtract = ((InvocationExpressionSyntax)exponent.Exponential).SiblingFunction("Subtract");
            var shift = Insertion.Parse($"{subtract}({exponent.Argument!.WithoutTrivia()}, {Name}, {exponent.Destination!.WithoutTrivia()});", Insertion.NewLineOf(root));
            editor.InsertBefore(exponent.Exponential.Parent!, shift, model, cancellationToken);
        }

        return editor.GetChangedRoot();
    }

    private ExpressionSyntax Lambda(ExpressionSyntax group, SemanticModel model, SyntaxNode original)
    {
        var variable = UniqueNames.UnusedParameter(original, model);
        return SyntaxFactory.ParseExpression($"{variable} => {group.WithoutTrivia()}({variable} - {Name})").WithTriviaFrom(group);
    }

    private sealed class Planner(SyntaxNode member, ImmutableArray<ShiftableExponential> exponents, ImmutableArray<ExpressionSyntax> logarithms, List<SyntaxNode> ends, SemanticModel model, CancellationToken cancellationToken)
    {
        public ShiftPlan? Plan()
        {
            var nodes = exponents.Select(static exponent => (SyntaxNode)exponent.Exponential).Concat(ends).ToList();
            for (var body = InsertionPoint.Before(nodes, member); body is not null && member.Span.Contains(body.Span); body = InsertionPoint.Around(body, member))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Plan(body is StatementSyntax ? FirstStatement(body) : body) is { } plan)
                    return plan;
            }

            return null;
        }

        private ShiftPlan? Plan(SyntaxNode place)
        {
            if (!Insertion.CanInsertBefore(place, model, cancellationToken))
                return Refused("a place without statements");
            if (Ranges(place, out var counted) is not { Count: > 0 } ranges)
                return Refused("a range that is not known");
            bool IsValid(SyntaxNode outer) => ranges.All(range => range.Copier.IsValidBefore(outer));
            if (!IsValid(place))
                return Refused("an exponent that is not known before");
            var code = new ShiftedCode([.. exponents.Select(static exponent => exponent.Exponential)], [.. logarithms], place, counted);
            if (ScaleInvarianceProof.Of(code, member, model, cancellationToken) is not { } proof)
                return null;
            var used = ranges.SelectMany(static range => range.Copier.Used).ToList();
            place = InsertionPoint.Hoist(place, member, outer => Insertion.CanInsertBefore(outer, model, cancellationToken) && IsValid(outer), used, model, cancellationToken);

            var name = UniqueNames.Unused(["max", "maximum", "largest"], place, model);
            var type = exponents.FirstOrDefault(static exponent => exponent.Type.SpecialType == SpecialType.System_Double)?.Type ?? exponents[0].Type;
            var typeName = type.ToMinimalDisplayString(model, place.SpanStart);
            var text = new MaximumStatements(name, type, typeName, MaximumStatements.MaxFunction(exponents[0], type, typeName), Style.PrefersVar(member), !logarithms.IsEmpty || proof.HasGuard);
            return new(exponents, logarithms, place, name, text.Of(ranges));
        }

        // Behind the start of the sums, in front of the first exponential.
        private SyntaxNode FirstStatement(SyntaxNode first)
        {
            var start = exponents[0].Exponential;
            return start.AncestorsAndSelf().FirstOrDefault(node => node.Parent == first.Parent) ?? first;
        }

        private List<IterationSpace>? Ranges(SyntaxNode place, out Dictionary<SyntaxNode, CountedExponential> counted)
        {
            counted = [];
            var all = new List<(ShiftableExponential Exponent, IterationSpace Range)>();
            foreach (var exponent in exponents)
            {
                var top = Top(place, exponent.Exponential);
                if (top is null || IterationSpace.Of(exponent, top, place, place.Parent is BlockSyntax or SwitchSectionSyntax ? place.Parent : top, model, cancellationToken) is not { } range || IsChangedFirst(range, exponent, top))
                    return null;
                all.Add((exponent, range));
            }

            // The exponentials above the fraction bar are among those below it.
            var below = all.Where(one => !ends.Any(end => end.Span.Contains(one.Exponent.Exponential.Span) && IsNumerator(end, one.Exponent.Exponential))).ToList();
            var summed = below.Where(static one => one.Range.IsRepeated).ToList();
            if (summed.Count == 0)
                summed = all.Where(static one => one.Range.IsRepeated).ToList();
            if (summed.Any(one => ends.Any(end => one.Range.Loops.Any(loop => loop.Span.Contains(end.Span)) && !end.Span.Contains(one.Exponent.Exponential.Span)) || !IsSummedOver(one.Range)))
                return null;
            var groups = (summed.Count > 0 ? summed : all).GroupBy(static one => one.Range.Sequence ?? one.Range.Loop(static element => element)).ToList();
            foreach (var (exponent, range, at) in groups.SelectMany(static (group, at) => group.Select(one => (one.Exponent, one.Range, at))))
                counted[exponent.Exponential] = new(1u << (at & 31), range.Outermost ?? exponent.Exponential);
            var distinct = groups.Select(static group => group.First().Range).ToList();
            return distinct.Count > MaxRanges || summed.Count == 0 && distinct.Count < 2 ? null : distinct;
        }

        // One loop is what is summed over; of several it is not sure which, unless the sum is in the innermost, and starts in front of all.
        private bool IsSummedOver(IterationSpace range) => range.Loops.Count <= 1 || range.Loops[range.Loops.Count - 1].DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(addition =>
            addition.IsKind(SyntaxKind.AddAssignmentExpression) && range.Loops.All(loop => loop.Span.Contains(addition.Span))
            && addition.Left is IdentifierNameSyntax && model.GetSymbolInfo(addition.Left, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol
            && range.Loops.All(loop => !IsStartedIn(loop, model.GetSymbolInfo(addition.Left, cancellationToken).Symbol!)));

        private bool IsStartedIn(SyntaxNode loop, ISymbol sum) => sum.DeclaringSyntaxReferences.Any(reference => loop.Span.Contains(reference.Span))
            || loop.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(start => start.IsKind(SyntaxKind.SimpleAssignmentExpression) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(start.Left, cancellationToken).Symbol, sum));

        // for (...) { x[i] *= 2; e[i] = Math.Exp(x[i]); }
        private bool IsChangedFirst(IterationSpace range, ShiftableExponential exponent, SyntaxNode top) => range.Copier.Used.Any(symbol => Writes.References(symbol, top, model, cancellationToken).Any(use =>
            use.SpanStart < exponent.Exponential.SpanStart && Writes.IsWritten(use) && use.Ancestors().OfType<AssignmentExpressionSyntax>().FirstOrDefault()?.Span.Contains(exponent.Exponential.Span) != true));

        private static bool IsNumerator(SyntaxNode end, SyntaxNode exponential) => end switch
        {
            BinaryExpressionSyntax quotient => quotient.Left.Span.Contains(exponential.Span),
            _ => false,
        };

        private static SyntaxNode? Top(SyntaxNode place, SyntaxNode exponential) => place switch
        {
            LambdaExpressionSyntax lambda => lambda.ExpressionBody,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            _ => exponential.AncestorsAndSelf().FirstOrDefault(node => node.Parent == place.Parent),
        };
    }
}
