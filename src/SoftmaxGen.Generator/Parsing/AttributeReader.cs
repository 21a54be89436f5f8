using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Model;

namespace SoftmaxGen.Parsing;

/// <summary>From the arguments of the attribute to the model.</summary>
internal static class AttributeReader
{
    /// <summary>What the attribute asks for; <see langword="null"/> if the compiler has an error for it.</summary>
    public static SoftmaxTarget? Read(AttributeData attribute, AttributeSyntax syntax, Compilation compilation, HostType host)
    {
        int length = 0;
        bool hasAnyLength = attribute is { AttributeConstructor: not null, ConstructorArguments: [] };
        if (!hasAnyLength)
        {
            if (attribute is not { AttributeConstructor: not null, ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: int given }] })
                return null;
            length = given;
        }

        var target = new SoftmaxTarget(host, length, DefaultMethods(length), ElementTypeSet.All, AccuracyMode.Default, CapabilityReader.Of(compilation)) { HasAnyLength = hasAnyLength };
        foreach (KeyValuePair<string, TypedConstant> option in attribute.NamedArguments)
        {
            if (option.Value is not { Kind: TypedConstantKind.Enum, Value: int value })
                return null;
            target = option.Key switch
            {
                nameof(SoftmaxTarget.Methods) => target with { Methods = (MethodSet)value },
                nameof(SoftmaxTarget.ElementTypes) => target with { ElementTypes = (ElementTypeSet)value },
                nameof(SoftmaxTarget.Accuracy) => target with { Accuracy = (AccuracyMode)value },
                _ => target,
            };
        }

        return HasOptionErrors(attribute, syntax, compilation) ? null : target;
    }

    // Who asks for nothing gets what there can be.
    private static MethodSet DefaultMethods(int length) => length > OptionRules.MaxJacobianLength ? MethodSet.Default & ~MethodSet.Jacobian : MethodSet.Default;

    // Errors that don't show in the values: an unknown name is left out, a repeated one and an integer without a cast are kept.
    private static bool HasOptionErrors(AttributeData attribute, AttributeSyntax syntax, Compilation compilation)
    {
        AttributeArgumentSyntax[] options = [.. Arguments(syntax).Where(static argument => argument.NameEquals is not null)];
        return options.Length != attribute.NamedArguments.Select(static option => option.Key).Distinct().Count()
            || options.Any(option => IsInteger(option.Expression, compilation));
    }

    // The semantic model is dear to ask on every key stroke, and is asked only where there is a number.
    private static bool IsInteger(ExpressionSyntax expression, Compilation compilation) =>
        expression.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.NumericLiteralExpression))
        && !compilation.GetSemanticModel(expression.SyntaxTree).GetConversion(expression).IsImplicit;

    /// <summary>The expression that gives N.</summary>
    public static ExpressionSyntax? LengthArgument(AttributeSyntax syntax) =>
        Arguments(syntax).FirstOrDefault(static argument => argument.NameEquals is null)?.Expression;

    /// <summary>The expression that an option is set to.</summary>
    public static ExpressionSyntax? OptionArgument(AttributeSyntax syntax, string option) =>
        Arguments(syntax).FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option)?.Expression;

    private static IEnumerable<AttributeArgumentSyntax> Arguments(AttributeSyntax syntax) =>
        syntax.ArgumentList?.Arguments ?? Enumerable.Empty<AttributeArgumentSyntax>();
}
