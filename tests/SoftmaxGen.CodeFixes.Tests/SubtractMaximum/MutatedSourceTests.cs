using SoftmaxGen.CodeFixes.Tests.Infrastructure;

namespace SoftmaxGen.CodeFixes.Tests.SubtractMaximum;

/// <summary>Whatever becomes of the source: a fix never throws, and never leaves more errors than it found.</summary>
public class MutatedSourceTests
{
    private const int MutantsPerSeed = 30;

    private static readonly string[] Scraps = ["(", ")", "{", "}", ";", "x", "max", "Math.Exp(x[0])", " / ", " + ", "=> ", "v => ", "await ", "if (x.Length > 0) ", "for (;;) ", "#if A\n", "/* */", "// \n", "return ", "\"", "1e-9", "ref ", "?", "sum"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Fixes_hold_on_mutated_sources(int seed)
    {
        Random random = new(seed);
        string[] sources = [.. Idioms.All.Values.Concat(FixCases.Read("Logarithms.txt").Values).Concat(FixCases.Read("ConstantLengths.txt").Values).Select(idiom => idiom.Before)];
        for (int mutant = 0; mutant < MutantsPerSeed; mutant++)
        {
            FixedProject project = FixedProject.Of(Mutate(sources[random.Next(sources.Length)], random));
            int errors = (await project.ErrorsAsync()).Count;
            foreach (string key in (await project.OffersAsync()).Select(offer => offer.Action.EquivalenceKey!).Distinct())
                Assert.True((await (await project.FixAsync(key)).ErrorsAsync()).Count <= errors, project.Text);
        }
    }

    /// <summary>Found among random programs.</summary>
    [Fact]
    public async Task Where_the_formatter_throws_nothing_is_offered()
    {
        FixedProject project = FixedProject.Of("""
            using System;
            using System.Collections.Generic;
            using System.Numerics.Tensors;
            file partial class @class<T> where T : struct
            {
            namespace Run
            {
            [Softmax(1000)]
            internal sealed partial struct Softmax
            {
            public static void ReadOnlySpan<float> x, Span<float> destination) { }
            }
            }
            double @double => 0;
            async static Task Softmax this double[] x, params double[] p)
            {
            x[i] >>>= Math.Max(Math.Exp(-x[i]) * ((Func<double, double>)(v => x is [0x7fffffff, .., var last] ? last : MathF..(this.Weights) / sum))(*(x + i)), 1 / (1 + Math.Pow(Math.E, t * v)Task);
            TensorPrimitives.SoftMax(x, p);
                await ).Yield();
            }
            }
            """);
        Assert.NotEmpty(await project.DiagnoseAsync());
        Assert.Empty(await project.OffersAsync());
    }

    /// <summary>Found among random programs, and made shorter.</summary>
    [Fact]
    public async Task Where_it_would_throw_after_the_fix_nothing_is_offered_either()
    {
        FixedProject project = FixedProject.Of("""
            using System
            static class{double MyExp(double v)=>Pow(Math.E v)x(double[]x{e sum foreach(double v in x sum+=MyExp(v;() ,[]=Exp(x[])/sum
            """);
        Assert.NotEmpty(await project.DiagnoseAsync());
        Assert.Empty(await project.OffersAsync());
    }

    private static string Mutate(string source, Random random)
    {
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(source.Length);
            source = random.Next(3) switch
            {
                0 => source.Remove(at, Math.Min(random.Next(1, 12), source.Length - at)),
                1 => source.Insert(at, Scraps[random.Next(Scraps.Length)]),
                _ => source[..at] + source[Math.Min(at + random.Next(1, 60), source.Length - 1)..],
            };
        }

        return source;
    }
}
