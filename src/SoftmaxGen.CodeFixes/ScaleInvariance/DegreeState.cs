using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>What the variables and the objects are at a point of the program.</summary>
internal sealed record DegreeState(ImmutableDictionary<ISymbol, DegreeValue> Variables, ImmutableDictionary<AbstractObject, Contents> Heap)
{
    public static readonly DegreeState Empty = new(ImmutableDictionary.Create<ISymbol, DegreeValue>(SymbolEqualityComparer.Default), ImmutableDictionary<AbstractObject, Contents>.Empty);

    public DegreeState With(ISymbol variable, DegreeValue value) => this with { Variables = Variables.SetItem(variable, value) };

    public DegreeState With(AbstractObject @object, Contents contents) => this with { Heap = Heap.SetItem(@object, contents) };

    public DegreeState Map(Func<Contents, Contents> change) => this with { Heap = ImmutableDictionary.CreateRange(Heap.Select(one => new KeyValuePair<AbstractObject, Contents>(one.Key, change(one.Value)))) };

    /// <summary>Forgets a value number, as the place that it is named for is about to compute another value.</summary>
    public DegreeState Forget(string number, bool isFolded = false)
    {
        var forgotten = isFolded ? this : Map(contents => contents.Forget(number));
        foreach (var (variable, value) in Variables.Select(static one => (one.Key, one.Value)))
        {
            if (value.Number?.Contains(number) == true)
                forgotten = forgotten.With(variable, value with { Number = null });
            else if (value.Target is { } target && target.Path.Contains(number))
                forgotten = forgotten.Lose(variable, target);
        }

        return forgotten;
    }

    /// <summary>The state where the factor is 1.</summary>
    public DegreeState OfEveryDegree() => Map(static contents => contents.OfEveryDegree()) with
    {
        Variables = Variables.SetItems(Variables.Select(static one => new KeyValuePair<ISymbol, DegreeValue>(one.Key, one.Value.Fields is null && one.Value.Target is null ? one.Value with { Degree = one.Value.Degree.OfEveryDegree() } : one.Value))),
    };

    /// <summary>Another iteration of a loop starts, or the last one has ended.</summary>
    public DegreeState Pass(ulong loop)
    {
        var passed = Map(contents => contents.Pass(loop));
        return passed with
        {
            Variables = Variables.SetItems(Variables.Where(one => one.Value.Degree.Coverage.IsTerm && (one.Value.Degree.Coverage.Loops & loop) != 0)
                .Select(static one => new KeyValuePair<ISymbol, DegreeValue>(one.Key, one.Value with { Degree = one.Value.Degree.Plain() }))),
        };
    }

    /// <summary>Whatever number of elements a loop has left in a list, it is one number from here on.</summary>
    public DegreeState NameLengths(string point)
    {
        var named = this;
        foreach (var (@object, path) in Heap.SelectMany(static one => one.Value.UnknownLengths.Select(path => (one.Key, path))))
        {
            var number = IndexExpression.Unknown($"length of {@object.Name}{path} after {point}");
            named = named.Forget(number);
            named = named.With(@object, named.At(@object).WithLength(path, number));
        }

        return named;
    }

    /// <summary>Ends the scope of what is declared in some code.</summary>
    public DegreeState Leave(SyntaxNode scope)
    {
        var gone = Variables.Where(one => one.Key.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == scope.SyntaxTree && scope.Span.Contains(reference.Span))).ToList();
        var left = this with { Variables = Variables.RemoveRange(gone.Select(static one => one.Key)) };

        // Nothing names the elements any more that they stood for.
        return gone.Select(static one => one.Value.Number).OfType<string>().Where(static number => number.StartsWith("{assigned ", StringComparison.Ordinal) && !number.Contains('+') && !number.Contains('*'))
            .Aggregate(left, static (state, number) => state.Forget(number));
    }

    /// <summary>Whatever still leads to an object leads to what is not known any more.</summary>
    public DegreeState Lose(AbstractObject @object)
    {
        var lost = this;
        foreach (var (variable, value) in Variables.Select(static one => (one.Key, one.Value)))
        {
            if (value.Target is { } target && target.Object.Equals(@object))
                lost = lost.Lose(variable, target);
        }

        return lost;
    }

    public DegreeState? Join(DegreeState? other, IReadOnlyList<CountedLoop> loops)
    {
        if (other is null || ReferenceEquals(this, other))
            return this;
        var (one, two) = (this, other);
        var variables = ImmutableDictionary.CreateBuilder<ISymbol, DegreeValue>(SymbolEqualityComparer.Default);
        foreach (var variable in one.Variables.Keys.Where(two.Variables.ContainsKey))
            variables[variable] = Join(one.Variables[variable], two.Variables[variable], ref one, ref two);

        // What only one has is not in scope in the other, or comes from outside and is as it was.
        foreach (var (state, rest) in new[] { (this, other), (other, this) })
        {
            foreach (var variable in state.Variables.Keys.Where(key => !rest.Variables.ContainsKey(key)))
                variables[variable] = state.Variables[variable];
        }

        var heap = ImmutableDictionary.CreateBuilder<AbstractObject, Contents>();
        foreach (var @object in one.Heap.Keys.Concat(two.Heap.Keys).Distinct())
            heap[@object] = !one.Heap.TryGetValue(@object, out var a) ? two.Heap[@object] : !two.Heap.TryGetValue(@object, out var b) ? a : a.Join(b, loops);
        return new(variables.ToImmutable(), heap.ToImmutable());
    }

    public bool IsSame(DegreeState other) => Variables.Count == other.Variables.Count && Heap.Count == other.Heap.Count
        && Variables.All(one => other.Variables.TryGetValue(one.Key, out var value) && one.Value.IsSame(value))
        && Heap.All(one => other.Heap.TryGetValue(one.Key, out var contents) && one.Value.Equals(contents));

    public Contents At(AbstractObject @object) => Heap.TryGetValue(@object, out var contents) ? contents : Contents.Of(Degree.Unknown);

    /// <summary>The degree of all that a value leads to.</summary>
    public Degree Total(Reference target) => At(target.Object).Total(target.Path);

    /// <summary>Takes note that an object can be reached in a way that is not followed.</summary>
    public DegreeState Share(AbstractObject @object) => Heap.TryGetValue(@object, out var contents) ? With(@object, contents.Shared()) : this;

    private DegreeState Lose(ISymbol variable, Reference target) =>
        Share(target.Object).With(variable, Total(target).IsInvariant ? DegreeValue.Invariant : DegreeValue.Unknown);

    /// <summary>A value that is one or the other, in either state.</summary>
    public static DegreeValue Join(DegreeValue a, DegreeValue b, ref DegreeState one, ref DegreeState two)
    {
        if (a.IsSame(b))
            return a;

        // null, and what is not assigned yet.
        if (a.Degree.IsBottom && a.Target is null && a.Fields is null && a.Sequence is null)
            return b with { Constant = null, Number = null };
        if (b.Degree.IsBottom && b.Target is null && b.Fields is null && b.Sequence is null)
            return a with { Constant = null, Number = null };
        var degree = a.Degree.Join(b.Degree);
        if (a.Target != b.Target)
        {
            foreach (var target in new[] { a.Target, b.Target }.OfType<Reference>())
            {
                degree = degree.Join(one.Total(target).IsInvariant && two.Total(target).IsInvariant ? Degree.Invariant : Degree.Unknown);
                (one, two) = (one.Share(target.Object), two.Share(target.Object));
            }
        }

        if (a.Sequence?.Origin != b.Sequence?.Origin || a.Function != b.Function)
            degree = Degree.Unknown;
        var (first, second) = (one, two);
        var fields = a.Fields is { } some && b.Fields is { } others && some.Keys.All(others.ContainsKey) && some.Count == others.Count
            ? ImmutableDictionary.CreateRange(some.Select(field => new KeyValuePair<string, DegreeValue>(field.Key, Join(field.Value, others[field.Key], ref first, ref second))))
            : null;
        (one, two) = (first, second);
        return new(degree)
        {
            Constant = a.Constant.Equals(b.Constant) ? a.Constant : null,
            Number = a.Number == b.Number ? a.Number : null,
            Target = a.Target == b.Target ? a.Target : null,
            Function = a.Function == b.Function ? a.Function : null,
            Sequence = a.Sequence?.Origin == b.Sequence?.Origin ? a.Sequence : null,
            Fields = fields,
        };
    }
}
