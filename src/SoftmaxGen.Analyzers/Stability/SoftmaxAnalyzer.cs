using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SoftmaxGen.Descriptors;
using SoftmaxGen.Recognition;
using SoftmaxGen.Stability.Library;
using SoftmaxGen.Usage;

namespace SoftmaxGen.Stability;

/// <summary>Recognises the softmax-like computations of each file once, and hands them to the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        StabilityDescriptors.UnstableSoftmax,
        StabilityDescriptors.TensorSoftMax,
        StabilityDescriptors.UnstableLogSumExp,
        StabilityDescriptors.LogOfSoftmax,
        StabilityDescriptors.OverflowingSigmoid,
        StabilityDescriptors.IneffectiveMaximum,
        StabilityDescriptors.DiagonalDerivative,
        StabilityDescriptors.LongerDestination,
        StabilityDescriptors.SixteenBitSum,
        StabilityDescriptors.LogP1OfExponential,
        StabilityDescriptors.EntropyOfZero,
        UsageDescriptors.UseGenerated,
        UsageDescriptors.FullJacobian);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Generated code is left alone but for what a #line maps to a user's text, such as the code in a .razor file.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // A file at a time: an operation action would make the compiler build the operations of every member there is.
        context.RegisterCompilationStartAction(static start =>
        {
            var bodies = new MethodBodies(start.Compilation);
            start.RegisterSemanticModelAction(context =>
            {
                SyntaxTree tree = context.SemanticModel.SyntaxTree;
                bool isGenerated = GeneratedCode.Is(tree, context.Options, context.CancellationToken);
                if (isGenerated && !UserText.MayBeIn(tree, context.CancellationToken))
                    return;
                foreach (var diagnostic in Diagnose(context.SemanticModel, bodies, context.CancellationToken))
                {
                    if (!isGenerated || UserText.IsAt(diagnostic.Location))
                        context.ReportDiagnostic(diagnostic);
                }
            });
        });
    }

    private static List<Diagnostic> Diagnose(SemanticModel model, MethodBodies bodies, CancellationToken cancellationToken)
    {
        var text = model.SyntaxTree.GetText(cancellationToken);
        if (!ExponentialText.IsIn(text))
            return [];

        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var diagnostics = new List<Diagnostic>(TensorSoftMaxRules.Diagnose(root, text, model, cancellationToken));
        diagnostics.AddRange(LogP1Rule.Diagnose(root, text, model, cancellationToken));
        var softmaxes = new HashSet<SyntaxNode>();
        foreach (var (member, patterns) in MemberAnalysis.In(model, bodies, cancellationToken))
        {
            if (patterns.Any(static pattern => pattern.Kind == PatternKind.Softmax))
                softmaxes.Add(member);
            diagnostics.AddRange(PatternRules.Diagnose(patterns));
            diagnostics.AddRange(UseGeneratedRule.Diagnose(patterns, cancellationToken));
        }

        // What feeds several members is found with each of them.
        diagnostics.AddRange(DerivativeRules.Diagnose(root, text, softmaxes));
        return diagnostics.GroupBy(static diagnostic => (diagnostic.Id, diagnostic.Location)).Select(static group => group.First()).ToList();
    }
}
