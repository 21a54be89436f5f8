using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SoftmaxGen.CodeFixes.Infrastructure;
using SoftmaxGen.CodeFixes.Syntax;
using SoftmaxGen.Descriptors;

namespace SoftmaxGen.CodeFixes.Stability.Library;

/// <summary>Calls an accurate log(1 + x) or e^x - 1 instead of those of .NET; it is added to the type where it is not there yet.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AccurateLog1PFix)), Shared]
public sealed class AccurateLog1PFix : SoftmaxCodeFixProvider
{
    // W. Kahan: what 1 + x or e^x loses in rounding is made up for by dividing by what became of x in it.
    private const string Log1P = """

        // log(1 + x), accurate also where x is small.
        private static {0} {1}({0} x)
        {{
            {0} u = 1 + x;
            return u == 1 ? x : {0}.IsInfinity(u) ? u : {2}.Log(u) * (x / (u - 1));
        }}

        """;

    private const string Expm1 = """

        // e^x - 1, accurate also where x is small.
        private static {0} {1}({0} x)
        {{
            {0} u = {2}.Exp(x);
            return u == 1 ? x : u - 1 == -1 || {0}.IsInfinity(u) ? u - 1 : (u - 1) * (x / {2}.Log(u));
        }}

        """;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LogP1OfExponential);

    protected override string Title => "Call an accurate function";

    protected override string EquivalenceKey => EquivalenceKeys.AccurateLog1P;

    private protected override Document? Fix(BoundDocument document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (root, model) = (document.Root, document.Model);
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { ArgumentList.Arguments.Count: 1 } call
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_Double or SpecialType.System_Single } method
            || call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ({ OpenBraceToken.RawKind: not 0 } and (ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax)) || call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;

        var (keyword, math) = method.ContainingType.SpecialType == SpecialType.System_Double ? ("double", "System.Math") : ("float", "System.MathF");
        var (wish, text) = method.Name == "LogP1" ? ("Log1P", Log1P) : ("Expm1", Expm1);
        var existing = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(member => IsAddedBefore(member, keyword, wish));
        var name = existing is null ? UnusedMember(wish, type, model) : existing.Identifier.ValueText;

        var editor = new SyntaxEditor(root, document.Services);
        editor.ReplaceNode(call, (current, _) => ((InvocationExpressionSyntax)current).WithExpression(SyntaxFactory.IdentifierName(name)).WithTriviaFrom(current));
        if (existing is null)
        {
            var code = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, keyword, name, math).Replace("\r\n", "\n").Replace("\n", Insertion.NewLineOf(root));
            editor.AddMember(type, SyntaxFactory.ParseMemberDeclaration(code)!.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
        }

        return document.With(editor.GetChangedRoot());
    }

    private static bool IsAddedBefore(MethodDeclarationSyntax method, string keyword, string name) =>
        method.Identifier.ValueText.StartsWith(name, StringComparison.Ordinal) && method.ReturnType.ToString() == keyword && method.ParameterList.Parameters is [{ Type: { } parameter }] && parameter.ToString() == keyword
        && method.Body?.Statements is [LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier.ValueText: "u" }] }, ReturnStatementSyntax];

    private static string UnusedMember(string wish, TypeDeclarationSyntax type, SemanticModel model)
    {
        var name = wish;
        for (var number = 2; model.LookupSymbols(type.OpenBraceToken.Span.End, name: name).Length > 0; number++)
            name = wish + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }
}
