using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generator.Tests.Infrastructure;

namespace SoftmaxGen.Generator.Tests.Incrementality;

/// <summary>What the pipeline caches must not keep a compilation alive.</summary>
public class CachedModelTests
{
    private static readonly CSharpCompilation Compilation = new Consumer().Compile(
        """
        using SoftmaxGen;
        [Softmax(3)] static partial class Small { }
        partial class Outer<T> { [Softmax(17, Methods = SoftmaxMethods.Softmax)] partial record struct Nested(int X); }
        """);

    [Fact]
    public void Steps_hold_no_symbol_syntax_location_or_compilation()
    {
        GeneratorRunResult result = new Consumer().Driver(trackSteps: true).RunGenerators(Compilation).GetRunResult().Results.Single();

        string[] names = [TrackingNames.Parse, TrackingNames.Targets, TrackingNames.Hosts, TrackingNames.Kernels];
        object[] outputs = [.. names.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs).Select(output => output.Value)];

        Assert.Equal(2 + 2 + 2 + 1, outputs.Length);
        Assert.Empty(outputs.SelectMany(ObjectGraph.ForbiddenPaths));
    }

    [Fact]
    public void Walker_finds_what_is_hidden_deep_in_a_model()
    {
        SyntaxTree tree = Compilation.SyntaxTrees[0];
        INamedTypeSymbol symbol = Compilation.GetTypeByMetadataName("Small")!;
        object[] secrets =
        [
            symbol, Compilation, tree, tree.GetRoot(), tree.GetRoot().GetFirstToken(), tree.GetRoot().GetLocation(),
            Compilation.GetSemanticModel(tree), symbol.GetAttributes()[0], symbol.GetAttributes()[0].ConstructorArguments[0],
        ];

        Assert.All(secrets, secret => Assert.Single(ObjectGraph.ForbiddenPaths(new Model(ImmutableArray.Create<object>("a", new Holder(secret))))));
        Assert.Single(ObjectGraph.ForbiddenPaths(new Func<string>(() => symbol.Name)));
        Assert.Empty(ObjectGraph.ForbiddenPaths(new Model(ImmutableArray.Create<object>("a", new Holder(1)))));
    }

    private sealed record Model(ImmutableArray<object> Items);

    private abstract class Base(object secret)
    {
        private readonly object secret = secret;

        public override string ToString() => $"{secret}";
    }

    private sealed class Holder(object secret) : Base(secret);
}
