using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

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

    /// <summary>Whether a helper takes an exponential itself, by its text.</summary>
    public bool IsExponential(ISymbol member) => _isExponential.GetOrAdd(member, static member =>
        member.DeclaringSyntaxReferences.Any(reference => ExponentialText.IsIn(reference.SyntaxTree.GetText(), reference.Span)));

    private IOperation? Bind(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var part = MemberDeclarations.ExecutablePart(declaration);
        return part is null || NestingLimit.IsTooDeep(part) ? null : Model(part.SyntaxTree).GetOperation(part, cancellationToken);
    }

    // A helper may stand in another file than the member under analysis. One model is kept for each such file, so nothing is bound twice.
#pragma warning disable RS1030
    private SemanticModel Model(SyntaxTree tree) => _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
}
