using CsCheck;
using SoftmaxGen.Tests;

namespace SoftmaxGen.FixEquivalence.Tests.Programs;

/// <summary>Random programs of a grammar, each a class with <c>double[] Run(double[] x)</c>.</summary>
internal sealed class ProgramGen(Grammar grammar) : Gen<string>
{
    private const int Depth = 12;

    /// <summary>The program of a number: the same one for ever, so that a failure can be looked at again.</summary>
    public string Number(int number) =>
        $"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics.Tensors;

        public static class Program{number}
        {"{"}
        {Generate(new PCG((uint)number, 0), null, out _).TrimEnd('\n')}
        {"}"}

        """;

    public override string Generate(PCG random, Size? min, out Size size)
    {
        string text = grammar.Write("program", Depth, random);
        size = new Size((ulong)text.Length);
        return text;
    }
}
