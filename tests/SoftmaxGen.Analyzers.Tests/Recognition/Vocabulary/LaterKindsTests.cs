using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>The numbers are those of the compiler that hosts the tests.</summary>
public class LaterKindsTests
{
    [Theory]
    [InlineData(LaterKinds.CollectionExpression, nameof(LaterKinds.CollectionExpression))]
    [InlineData(LaterKinds.ExpressionElement, nameof(LaterKinds.ExpressionElement))]
    [InlineData(LaterKinds.SpreadElement, nameof(LaterKinds.SpreadElement))]
    public void Syntax_has_its_number(SyntaxKind number, string name) => Assert.Equal(Enum.Parse<SyntaxKind>(name), number);

    [Fact]
    public void Operations_have_their_number() => Assert.Equal(LaterKinds.InlineArrayAccess, Enum.Parse<OperationKind>(nameof(LaterKinds.InlineArrayAccess)));
}
