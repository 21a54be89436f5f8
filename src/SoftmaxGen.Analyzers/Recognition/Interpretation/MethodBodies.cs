using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Recognition;

/// <summary>The bodies of the members whose source is in the compilation, bound once each.</summary>
internal sealed class MethodBodies(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<ISymbol, bool> _isExponential = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);

    public IOperation? Find(ISymbol member, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty)
            return null;
        if (_bodies.TryGetValue(member, out var body))
            return body;

        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            body = Bind(reference.GetSyntax(cancellationToken), cancellationToken);
            if (body is not null)
                break;
        }

        _bodies[member] = body;
        return body;
    }

    /// <summary>The one model of a file: a member under analysis may be another's helper, and what one model has bound the next would bind again.</summary>
    public SemanticModel Share(SemanticModel model) => _models.GetOrAdd(model.SyntaxTree, model);

    /// <summary>The part of a declaration that does something, or null where there is none.</summary>
    public static SyntaxNode? ExecutablePart(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method.Body is null && method.ExpressionBody is null ? null : method,
        AccessorDeclarationSyntax accessor => accessor.Body is null && accessor.ExpressionBody is null ? null : accessor,
        PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
        PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } =>
            accessors.FirstOrDefault(accessor => accessor.Keyword.Text == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null)),
        ArrowExpressionClauseSyntax arrow => arrow,
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer,
        _ => null,
    };

    /// <summary>Whether a helper takes an exponential itself, by its text.</summary>
    public bool IsExponential(ISymbol member) => _isExponential.GetOrAdd(member, static member =>
        member.DeclaringSyntaxReferences.Any(reference => ExponentialText.IsIn(reference.SyntaxTree.GetText(), reference.Span)));

    private IOperation? Bind(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var part = ExecutablePart(declaration);
        return part is null || NestingLimit.IsTooDeep(part) ? null : Model(part.SyntaxTree).GetOperation(part, cancellationToken);
    }

    // A helper may stand in another file than the member under analysis. One model is kept for each such file, so nothing is bound twice.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
}
