using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SoftmaxGen.CodeFixes.LogSoftmax;
using SoftmaxGen.CodeFixes.Shift;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Recognition;
using SoftmaxGen.Usage;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary>A softmax in LINQ that ends in a new array: e^(x - anything) of each element over the sum of the same.</summary>
internal sealed record SoftmaxQuery(ElementCount Count, SyntaxNode Member, ExpressionSyntax Result, ExpressionSyntax Input, ITypeSymbol Element, IReadOnlyList<ILocalSymbol> Helpers) : GeneratedCall(Count)
{
    public override SyntaxNode Place => Result;

    public static SoftmaxQuery? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (MemberAnalysis.At(node, model, cancellationToken) is not { } analysis
            || analysis.Patterns.FirstOrDefault(pattern => pattern.Kind == PatternKind.Softmax && (pattern.Ends.Any(end => end.Syntax.Span == node.Span) || pattern.Sites.Any(site => site.Syntax.Span == node.Span))) is not { Ends.Length: 1 } softmax
            || ResultAround(softmax.End.Syntax) is not { } result || model.GetTypeInfo(result, cancellationToken).Type is not IArrayTypeSymbol { ElementType: var element }
            || StatementOf(result) is not { } statement || !Insertion.CanInsertBefore(statement, model, cancellationToken)
            || statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Span.End <= result.SpanStart && !Purity.IsPureCall(call, model, cancellationToken)))
            return null;

        var exponentials = softmax.Sites.Select(site => ShiftableExponential.Of(site, analysis.Member, model, cancellationToken)).OfType<ShiftableExponential>()
            .GroupBy(static exponent => (SyntaxNode)exponent.Exponential).ToDictionary(static group => group.Key, static group => group.First());
        var unfolding = new BackwardSlice(analysis.Member, exponentials, result, model, cancellationToken);
        if (unfolding.OfElements(result) is not { OriginalSum: { } sum, Source: { Collection: { } collection, Original: { } original } source } ratio
            || unfolding.OfTerms(sum) is not { Sum: null } term || !IsShifted(ratio) || !IsSame(ratio, term)
            || !SymbolEqualityComparer.Default.Equals(ElementType(source.Type), element)
            || CountOf(collection, original, model, cancellationToken) is not { } count)
            return null;
        return new(count, analysis.Member, result, collection, element, unfolding.Passed);
    }

    public override void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken)
    {
        var statement = StatementOf(Result)!;
        var creation = SyntaxFactory.ParseExpression($"new {Element.ToDisplayString()}[{Count.Text}]");
        var newLine = Insertion.NewLineOf(editor.OriginalRoot);
        IReadOnlyList<StatementSyntax> statements;
        if (statement is LocalDeclarationStatementSyntax { Parent: BlockSyntax, Declaration.Variables: [{ Initializer: { } initializer, Identifier.Text: var name }] } && initializer.Value == Result)
        {
            statements = Insertion.Parse(Statement(host, Input.ToString(), name), newLine);
            editor.ReplaceNode(Result, creation.WithTriviaFrom(Result));
            editor.InsertAfter(statement, statements);
        }
        else
        {
            name = UniqueNames.Unused(["probabilities", "softmax"], Result, model);
            var type = Style.PrefersVar(Member) ? "var" : $"{Element.ToDisplayString()}[]";
            statements = Insertion.Parse($"{type} {name} = {creation};\n{Statement(host, Input.ToString(), name)}", newLine);
            editor.ReplaceNode(Result, SyntaxFactory.IdentifierName(name).WithTriviaFrom(Result));
            editor.InsertBefore(statement, statements, model, cancellationToken);
        }

        editor.RemoveAll(DeadCode.Of(Member, Helpers, [], [(Result, statements[statements.Count - 1])], model, cancellationToken));
    }

    private static ElementCount? CountOf(ExpressionSyntax collection, ExpressionSyntax original, SemanticModel model, CancellationToken cancellationToken) =>
        new ConstantLength(model, cancellationToken).Of(original) is { } length ? length >= 2 ? ElementCount.Of(length) : null
        : collection is IdentifierNameSyntax ? ElementCount.Of($"{collection}.Length")
        : null;

    // From the quotient up to the array: e.Select(v => v / sum).ToArray(), (from v in e select v / sum).ToArray(), Array.ConvertAll(e, v => v / sum).
    private static InvocationExpressionSyntax? ResultAround(SyntaxNode quotient)
    {
        foreach (var call in quotient.Ancestors().TakeWhile(static node => node is not StatementSyntax).OfType<InvocationExpressionSyntax>())
        {
            if (InvocationName.Of(call) is "ToArray" or "ConvertAll")
                return call;
        }

        return null;
    }

    private static SyntaxNode? StatementOf(ExpressionSyntax result) => result.Ancestors().FirstOrDefault(InsertionPoint.IsPlace) switch
    {
        LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => result.Ancestors().First(InsertionPoint.IsPlace),
        _ => null,
    };

    // v, or v less what is the same for all.
    private static bool IsShifted(SoftmaxFormula ratio) => ratio.Exponent switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == ratio.Source!.Name,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: IdentifierNameSyntax name, Right: var shift } =>
            name.Identifier.ValueText == ratio.Source!.Name && !shift.Mentions(name.Identifier.ValueText),
        _ => false,
    };

    private static bool IsSame(SoftmaxFormula ratio, SoftmaxFormula term) => term.Source is { Collection: { } collection, Name: var name }
        && SyntaxFactory.AreEquivalent(collection, ratio.Source!.Collection)
        && SyntaxFactory.AreEquivalent(term.Exponent.With(name, SyntaxFactory.IdentifierName(ratio.Source.Name)), ratio.Exponent);
}
