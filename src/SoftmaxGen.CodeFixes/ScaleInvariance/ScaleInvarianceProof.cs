using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>That a member computes the same after the shift.</summary>
/// <param name="HasGuard">Whether the code asks whether a sum is zero, or nearly.</param>
internal sealed record ScaleInvarianceProof(bool HasGuard)
{
    /// <summary>A proof for the innermost function around the shifted code that there is one for.</summary>
    public static ScaleInvarianceProof? Of(ShiftedCode code, SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(member, cancellationToken) is not { } operation)
            return null;
        var bodies = new MethodBodies(model.Compilation);
        bodies.Share(model);
        var functions = operation.DescendantsAndSelf()
            .Where(part => part == operation || part is IAnonymousFunctionOperation or ILocalFunctionOperation)
            .Where(part => Contains(part.Syntax, code.Place) && code.Exponentials.Concat(code.Logarithms).All(node => part.Syntax.Span.Contains(node.Span)))
            .OrderBy(static part => part.Syntax.Span.Length);
        foreach (var function in functions)
        {
            var interpreter = new DegreeInterpreter(code, symbol => bodies.Find(symbol, cancellationToken), cancellationToken);
            if (interpreter.Proves(function))
                return new(interpreter.HasGuard);
            System.Diagnostics.Debug.WriteLine(interpreter.Reason);
        }

        return null;
    }

    private static bool Contains(SyntaxNode function, SyntaxNode place) => function.Span.Contains(place.Span);
}
