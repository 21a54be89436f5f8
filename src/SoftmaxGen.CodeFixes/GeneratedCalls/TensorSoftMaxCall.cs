using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.Recognition;
using SoftmaxGen.Usage;

namespace SoftmaxGen.CodeFixes.GeneratedCalls;

/// <summary><c>TensorPrimitives.SoftMax(x, destination)</c>, which takes no empty x either.</summary>
internal sealed record TensorSoftMaxCall(ElementCount Count, InvocationExpressionSyntax Call) : GeneratedCall(Count)
{
    public override SyntaxNode Place => Call;

    public static TensorSoftMaxCall? Around(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments: [{ NameColon: null, Expression: var x }, { NameColon: null }] } call
            || InvocationName.Of(call) != "SoftMax" || ElementType(model.GetTypeInfo(x, cancellationToken).Type) is null)
            return null;
        return new ConstantLength(model, cancellationToken).Of(x) switch
        {
            null => new(ElementCount.Of($"{x}.Length"), call),
            >= 2 and var length => new(ElementCount.Of(length), call),
            _ => null,
        };
    }

    public override void Apply(SyntaxEditor editor, string host, SemanticModel model, CancellationToken cancellationToken) =>
        editor.ReplaceNode(Call.Expression, SyntaxFactory.ParseExpression($"{host}.Softmax").WithTriviaFrom(Call.Expression).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation));
}
