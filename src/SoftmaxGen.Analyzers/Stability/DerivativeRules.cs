using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>
/// SMX1007: s (1 - s) as the derivative of a softmax; SMX2002: its whole Jacobian multiplied by a vector.
/// Both are read off the syntax: the probabilities mostly come from elsewhere.
/// </summary>
internal static class DerivativeRules
{
    private static readonly string[] DerivativeWords = ["eriv", "rime", "radient", "Grad", "grad", "ackward", "ackprop"];

    private static readonly string[] LayerWords = ["output", "layer", "activation", "activator", "function", "neuron", "node"];

    public static IEnumerable<Diagnostic> Diagnose(SyntaxNode root, SourceText text, ISet<SyntaxNode> softmaxes)
    {
        if (!ExponentialText.Contains(text, "oftmax") && !ExponentialText.Contains(text, "oftMax") && softmaxes.Count == 0)
            return [];
        return root.DescendantNodes(static node => node is not (BaseMethodDeclarationSyntax or StatementSyntax or ExpressionSyntax)).OfType<BaseMethodDeclarationSyntax>()
            .SelectMany(member => Diagnose(member, text, softmaxes.Contains(member)));
    }

    private static IEnumerable<Diagnostic> Diagnose(SyntaxNode member, SourceText text, bool computesSoftmax)
    {
        // A product with a vector is added up.
        var isDerivative = computesSoftmax || IsDerivativeOfSoftmax(member);
        if (!isDerivative && !ExponentialText.Contains(text, member.Span, "+=") || Formulas(member) is not { } formulas)
            yield break;

        var products = formulas.FindAll(static node => node.IsKind(SyntaxKind.MultiplyExpression));
        var diagonal = products.Find(IsDiagonal) ?? formulas.Find(IsWrittenOut);
        if (diagonal is null && !products.Exists(IsJacobian))
            yield break;

        var hasOffDiagonal = products.Exists(IsOffDiagonal) || products.Exists(IsJacobian);
        if (diagonal is not null && !hasOffDiagonal && !formulas.Exists(IsJacobianInParts) && isDerivative)
            yield return Diagnostic.Create(StabilityDescriptors.DiagonalDerivative, diagonal.GetLocation(), diagonal.ToString());
        else if (hasOffDiagonal && ProductWithVector(member) is { } product)
            yield return Diagnostic.Create(UsageDescriptors.FullJacobian, product.GetLocation());
    }

    private static List<BinaryExpressionSyntax>? Formulas(SyntaxNode member)
    {
        var formulas = new List<BinaryExpressionSyntax>();
        var nesting = new NestingLimit(member);
        foreach (var node in member.DescendantNodes())
        {
            if (nesting.IsTooDeepAt(node))
                return null;
            if (node is BinaryExpressionSyntax formula)
                formulas.Add(formula);
        }

        return formulas;
    }

    // s (1 - s), of one and the same s, with other factors before it or without.
    private static bool IsDiagonal(BinaryExpressionSyntax product) =>
        ComplementOf(product.Right) is { } right && Factors(product.Left).Any(factor => SyntaxFactory.AreEquivalent(factor, right))
        || ComplementOf(product.Left) is { } left && SyntaxFactory.AreEquivalent(product.Right.Bare(), left);

    // s - s s
    private static bool IsWrittenOut(BinaryExpressionSyntax difference) =>
        difference.IsKind(SyntaxKind.SubtractExpression) && difference.Left.Bare() is var s and not LiteralExpressionSyntax
        && difference.Right.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } square
        && SyntaxFactory.AreEquivalent(square.Left.Bare(), s) && SyntaxFactory.AreEquivalent(square.Right.Bare(), s);

    private static IEnumerable<ExpressionSyntax> Factors(ExpressionSyntax expression) =>
        expression.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product
            ? Factors(product.Left).Append(product.Right.Bare())
            : [expression.Bare()];

    private static ExpressionSyntax? ComplementOf(ExpressionSyntax expression) =>
        expression.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: LiteralExpressionSyntax { Token.Value: 1 or 1f or 1d or 1m }, Right: var right } ? right.Bare() : null;

    // s_i s_j, of two elements of one collection.
    private static bool IsOffDiagonal(BinaryExpressionSyntax product) =>
        Element(product.Left) is { } left && Element(product.Right) is { } right
        && SyntaxFactory.AreEquivalent(left.Expression, right.Expression) && !SyntaxFactory.AreEquivalent(left.ArgumentList, right.ArgumentList);

    // s_i (delta_ij - s_j).
    private static bool IsJacobian(BinaryExpressionSyntax product) =>
        Element(product.Left) is { } left && product.Right.Bare() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.SubtractExpression, Left: var delta, Right: var other }
        && delta.Bare() is not LiteralExpressionSyntax && Element(other) is { } right
        && SyntaxFactory.AreEquivalent(left.Expression, right.Expression) && !SyntaxFactory.AreEquivalent(left.ArgumentList, right.ArgumentList);

    // Something tells i from j, or the sum over all outputs is subtracted elsewhere.
    private static bool IsJacobianInParts(BinaryExpressionSyntax comparison) =>
        comparison is { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Left: IdentifierNameSyntax, Right: IdentifierNameSyntax };

    private static bool IsDerivativeOfSoftmax(SyntaxNode member)
    {
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => "",
        };
        var type = member.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
        return IsLayer(type) && !Has(name, "sigmoid") && !Has(name, "logistic")
            || (Has(name, "softmax") || Has(type, "softmax")) && DerivativeWords.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);

        // Softmax, SoftMaxLayer, SoftmaxActivationFunction
        static bool IsLayer(string type) => Has(type, "softmax")
            && LayerWords.Aggregate(type.ToLowerInvariant().Replace("softmax", ""), static (rest, word) => rest.Replace(word, "")).Length == 0;

        static bool Has(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    // sum += jacobian[i, j] * v[j], where the matrix was filled in the same member.
    private static BinaryExpressionSyntax? ProductWithVector(SyntaxNode member)
    {
        var matrices = new HashSet<string>(member.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(static assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right.DescendantNodesAndSelf().OfType<BinaryExpressionSyntax>().Any(node =>
                node.IsKind(SyntaxKind.MultiplyExpression) && (IsOffDiagonal(node) || IsJacobian(node))))
            .Select(static assignment => MatrixOf(assignment.Left)).OfType<string>());
        return member.DescendantNodes().OfType<BinaryExpressionSyntax>().FirstOrDefault(product =>
            product.IsKind(SyntaxKind.MultiplyExpression) && IsAdded(product)
            && (MatrixOf(product.Left) is { } left && matrices.Contains(left) && Element(product.Right) is not null
                || MatrixOf(product.Right) is { } right && matrices.Contains(right) && Element(product.Left) is not null));
    }

    private static bool IsAdded(BinaryExpressionSyntax product) =>
        product.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression };

    // m[i, j], m[i][j] or m[i * n + j].
    private static string? MatrixOf(ExpressionSyntax expression) => expression.Bare() switch
    {
        ElementAccessExpressionSyntax { Expression: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax jagged } } => jagged.Identifier.ValueText,
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax name, ArgumentList.Arguments: var indices }
            when indices.Count == 2 || indices is [{ Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } }] => name.Identifier.ValueText,
        _ => null,
    };

    private static ElementAccessExpressionSyntax? Element(ExpressionSyntax expression) => expression.Bare() switch
    {
        ElementAccessExpressionSyntax element => element,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: var operand } => Element(operand),
        _ => null,
    };
}
