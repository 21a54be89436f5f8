using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Emission;
using SoftmaxGen.Members;
using SoftmaxGen.Model;
using SoftmaxGen.Parsing;

namespace SoftmaxGen;

/// <summary>Emits fixed-size softmax methods for each <c>[Softmax(N)]</c>.</summary>
/// <remarks>It reports nothing: what is wrong with a target is told by an analyzer, from the same <see cref="TargetRules"/>.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class SoftmaxGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SoftmaxTarget> targets = context.SyntaxProvider
            .ForAttributeWithMetadataName(SoftmaxAttributes.MetadataName, IsCandidate, Parse)
            .WithTrackingName(TrackingNames.Parse)
            .SelectMany(static (target, _) => target is null ? Enumerable.Empty<SoftmaxTarget>() : [target])
            .WithTrackingName(TrackingNames.Targets);

        IncrementalValueProvider<Capabilities?> kernels = targets
            .Collect()
            .Select(static (all, _) => all.FirstOrDefault()?.Capabilities)
            .WithTrackingName(TrackingNames.Kernels);

        // A value where a host asks for it, and none where none does.
        IncrementalValuesProvider<string> parallelRows = targets
            .Collect()
            .SelectMany(static (all, _) => all.Any(static target => MemberTable.Of(target).Any(static member => member.IsParallel)) ? [ParallelRowsEmitter.Text] : Enumerable.Empty<string>());

        context.RegisterSourceOutput(targets, EmitHost);
        context.RegisterSourceOutput(parallelRows, static (context, text) => context.AddSource(ParallelRowsEmitter.HintName, SourceText.From(text, Encoding.UTF8)));
        context.RegisterSourceOutput(kernels, EmitKernels);
    }

    private static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    private static SoftmaxTarget? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        TargetParser.Parse((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation);

    private static void EmitHost(SourceProductionContext context, SoftmaxTarget target)
    {
        // The driver does not ask between one host and the next.
        context.CancellationToken.ThrowIfCancellationRequested();
        context.AddSource(target.Host.HintName, SourceText.From(HostEmitter.Emit(target), Encoding.UTF8));
    }

    private static void EmitKernels(SourceProductionContext context, Capabilities? capabilities)
    {
        if (capabilities is not null)
            context.AddSource(KernelsEmitter.HintName, SourceText.From(KernelsEmitter.Emit(capabilities), Encoding.UTF8));
    }
}
