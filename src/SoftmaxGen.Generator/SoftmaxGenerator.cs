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

        IncrementalValuesProvider<EmittedHost> hosts = targets
            .Select(static (target, cancellation) => HostEmitter.Emit(target, cancellation))
            .WithTrackingName(TrackingNames.Hosts);

        // Hosts for rows of any length share their code.
        IncrementalValuesProvider<EmittedHost> shared = targets
            .Where(static target => target.HasAnyLength)
            .Collect()
            .SelectMany(static (targets, _) => AnyLengthEmitter.Needed(targets))
            .Select(static (target, cancellation) => AnyLengthEmitter.Emit(target, cancellation))
            .WithTrackingName(TrackingNames.AnyLength);

        // Most edits of a host leave the set of kernels as it is, and then they are not emitted again.
        IncrementalValuesProvider<KernelSet> kernels = hosts
            .Select(static (host, _) => host.Kernels)
            .Collect()
            .Combine(shared.Select(static (shared, _) => shared.Kernels).Collect())
            .SelectMany(static (all, _) => KernelsEmitter.Needed(all.Left.AddRange(all.Right)))
            .WithTrackingName(TrackingNames.Kernels);

        context.RegisterSourceOutput(hosts, static (context, host) => context.AddSource(host.HintName, SourceText.From(host.Text, Encoding.UTF8)));
        context.RegisterSourceOutput(shared, static (context, shared) => context.AddSource(shared.HintName, SourceText.From(shared.Text, Encoding.UTF8)));
        context.RegisterSourceOutput(kernels, static (context, kernels) => context.AddSource(KernelsEmitter.HintName, SourceText.From(KernelsEmitter.Emit(kernels), Encoding.UTF8)));
    }

    private static bool IsCandidate(SyntaxNode node, CancellationToken cancellation) => node is TypeDeclarationSyntax;

    private static SoftmaxTarget? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        TargetParser.Parse((INamedTypeSymbol)context.TargetSymbol, context.SemanticModel.Compilation, cancellation);
}
