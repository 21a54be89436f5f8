using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Stability;

/// <summary>Recognises the softmax-like computations of each file once, and hands them to the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(StabilityDescriptors.UnstableSoftmax);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var bodies = new MethodBodies(start.Compilation);
            start.RegisterSemanticModelAction(context => Analyze(context, bodies));
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, MethodBodies bodies)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var token = context.CancellationToken;
        if (!ExponentialText.IsIn(tree.GetText(token)))
            return;
        foreach (var node in CandidateMembers.Find(tree.GetRoot(token), tree.GetText(token), token))
        {
            if (context.SemanticModel.GetOperation(node, token) is not { } body || context.SemanticModel.GetEnclosingSymbol(node.Span.Start + 0, token) is not { } member)
                continue;
            foreach (var pattern in Interpreter.Analyze(body, member, bodies, token))
            {
                if (pattern.Kind == PatternKind.Softmax && pattern.IsUnstable)
                    context.ReportDiagnostic(Diagnostic.Create(StabilityDescriptors.UnstableSoftmax, pattern.Unbounded.First().Syntax.GetLocation(), pattern.Unbounded.First().Syntax.ToString()));
            }
        }
    }
}
