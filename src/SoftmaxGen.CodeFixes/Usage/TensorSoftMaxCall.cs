using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.Recognition;
using SoftmaxGen.Usage;

namespace SoftmaxGen.CodeFixes.Usage;

/// <summary><c>TensorPrimitives.SoftMax(x, destination)</c>, where x has a constant length.</summary>
internal sealed record TensorSoftMaxCall(int Length, InvocationExpressionSyntax Call) : GeneratedCall(Length)
{
    public override SyntaxNode Place => Call;

    public static TensorSoftMaxCall? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: [{ NameColon: null, Expression: var x }, { NameColon: null }] } call
            && InvocationName.Of(call) == "SoftMax" && ElementType(model.GetTypeInfo(x, cancellationToken).Type) is not null
            && new ConstantLength(model, cancellationToken).Of(x) is >= 2 and var length
            ? new(length, call)
            : null;

    public override void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken) =>
        editor.ReplaceNode(Call.Expression, SyntaxFactory.ParseExpression($"{host}.Softmax").WithTriviaFrom(Call.Expression).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation));
}
