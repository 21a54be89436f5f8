using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of LINQ. Sequences are computed where they are gone through, as they are at run time.</content>
internal sealed partial class DegreeInterpreter
{
    private DegreeValue? Sequence(IInvocationOperation call, IMethodSymbol method, List<IOperation> arguments)
    {
        if (method.ContainingType.Name is not ("Enumerable" or "ParallelEnumerable") || method.ContainingNamespace.ToDisplayString() != "System.Linq")
            return null;
        if (method.Name == "Range")
            return Lazy(static () => DegreeValue.Invariant, Evaluate(arguments[1]).Number);
        if (method.Name == "Repeat")
        {
            var (repeated, times) = (Evaluate(arguments[0]), Evaluate(arguments[1]));
            return Lazy(() => repeated, times.Number);
        }

        if (method.Name == "Empty")
            return Lazy(static () => new(Degree.Bottom), "0");
        if (arguments.Count == 0)
            return null;

        var (source, type) = (Evaluate(arguments[0]), Unconverted(arguments[0]).Type);
        var length = source.Sequence is { } inner ? inner.Length : source.Target is { IsWhole: true } target ? LengthOf(target) : null;
        var rest = arguments.Skip(1).Select(Evaluate).ToList();
        var function = rest.LastOrDefault()?.Function;
        DegreeValue Element() => ElementOf(source, type);
        DegreeValue Mapped() => Each(call, () => function is null ? Element() : Apply(call, function, [Element()]));
        Degree All() => Mapped().Degree is var each ? each.WithCoverage(Unconditional(each).Coverage.Aggregate(_open)) : each;
        switch (method.Name)
        {
            case "AsEnumerable" or "AsParallel" or "AsSequential" or "AsOrdered" or "AsUnordered" or "WithDegreeOfParallelism":
                return source;
            case "Reverse" or "Distinct" or "OfType" when rest.Count == 0:
                return Lazy(Element, method.Name == "Reverse" ? length : null);
            case "Cast":
                return Lazy(() => Element() is var element && (element.Degree.IsInvariant || IsFloating(method.TypeArguments[0])) ? element : DegreeValue.Unknown, length);
            case "Select" when function is not null:
                return Lazy(() => Each(call, () => Apply(call, function, [Element(), DegreeValue.Invariant])), length);
            case "SelectMany" when rest.Count == 1 && function is not null:
                return Lazy(() => Each(call, () => ElementOf(Apply(call, function, [Element()]), ResultOf(function))), null);
            case "SelectMany" when rest is [{ Function: { } collections }, { Function: { } result }]:
                return Lazy(
                    () => Each(call, () =>
                    {
                        var outer = Element();
                        return Apply(call, result, [outer, ElementOf(Apply(call, collections, [outer]), ResultOf(collections))]);
                    }),
                    null);
            case "Where" or "TakeWhile" or "SkipWhile" or "Take" or "Skip" or "TakeLast" or "SkipLast" when rest.Count == 1:
                return Lazy(
                    () => Each(call, () =>
                    {
                        // The maximum is taken over all of them.
                        var element = Element();
                        RequireInvariant(function is null ? rest[0] : Apply(call, function, [element, DegreeValue.Invariant]), "a condition", call);
                        RequireInvariant(element, "some exponentials only", call);
                        return element;
                    }),
                    null);
            case "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" when rest.Count == 1 && function is not null:
                return Lazy(
                    () => Each(call, () =>
                    {
                        var element = Element();
                        if (DegreeOf(Apply(call, function, [element])).IsUnknown)
                            Disprove("an order", call);
                        return element;
                    }),
                    length);
            case "Order" or "OrderDescending" when rest.Count == 0:
                return Lazy(Element, length);
            case "Concat" or "Union" when rest.Count == 1:
                return Lazy(() => Fork(call, Element, () => ElementOf(rest[0], Unconverted(arguments[1]).Type)), null);
            case "Append" or "Prepend" when rest.Count == 1:
                return Lazy(() => Fork(call, Element, () => rest[0]), IndexExpression.Add(length, "1"));
            case "DefaultIfEmpty":
                return Lazy(() => Fork(call, Element, () => rest.Count == 0 ? new(Degree.Zero) : rest[0]), null);
            case "Zip":
                return Zip(call, rest, arguments, Element);
            case "ToArray" or "ToList" when rest.Count == 0:
                return Copied(call, Element(), length);
            case "Sum":
                return new(Degree.ZeroIn(_open).Join(All()));
            case "Average":
                return new(All() is var mean ? mean.WithCoverage(mean.Coverage.Weighted()) : mean);
            case "Max" when rest.Count == 0 || function is not null:
                return new(All());
            case "Min" when rest.Count == 0 || function is not null:
                return new(Mapped().Degree.Plain());
            case "MaxBy" or "MinBy" when rest.Count == 1 && function is not null:
                if (DegreeOf(Mapped()).IsUnknown)
                    Disprove("an order", call);
                return One(Element());
            case "Count" or "LongCount" or "Any" or "All":
                if (function is not null)
                    RequireInvariant(Mapped(), "a condition", call);
                return DegreeValue.OfNumber(method.Name == "Count" && function is null ? length : null);
            case "First" or "Last" or "Single" or "FirstOrDefault" or "LastOrDefault" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault":
                if (function is not null)
                    RequireInvariant(Mapped(), "a condition", call);
                else
                    rest.ForEach(argument => RequireInvariant(argument, "an index", call));
                return method.Name.EndsWith("OrDefault", StringComparison.Ordinal) ? Fork(call, () => One(Element()), static () => new(Degree.Zero)) : One(Element());
            case "Contains" when rest.Count == 1:
                return Compare(new(DegreeOf(Element())), rest[0]);
            case "Aggregate":
                return Aggregate(call, rest, Element);
            case "ToDictionary":
                return ToDictionary(call, rest, Element);
            default:
                return null;
        }

        DegreeValue Lazy(Func<DegreeValue> element, string? of) => DegreeValue.Invariant with { Sequence = new(call, element, of) };
    }

    /// <summary>Computes something for each element, to a fixpoint of what it changes.</summary>
    private DegreeValue Each(IOperation call, Func<DegreeValue> compute)
    {
        var result = new DegreeValue(Degree.Bottom);
        Iterate(call, null, static () => true, () => result = compute(), static () => { });
        return result;
    }

    private static ITypeSymbol? ResultOf(IOperation function) => function switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue is { } value ? Unconverted(value).Type : lambda.Symbol.ReturnType,
        IMethodReferenceOperation group => group.Method.ReturnType,
        _ => null,
    };

    private DegreeValue Copied(IOperation call, DegreeValue element, string? length)
    {
        var copy = Allocate(call, Degree.Bottom, length);
        Add(copy.Target!.Value, element, call);
        return copy;
    }

    private DegreeValue? Zip(IInvocationOperation call, List<DegreeValue> rest, List<IOperation> arguments, Func<DegreeValue> element)
    {
        var other = Unconverted(arguments[1]).Type;
        Func<DegreeValue>? zipped = rest switch
        {
            [var second] => () => DegreeValue.OfFields([new("Item1", element()), new("Item2", ElementOf(second, other))]),
            [var second, { Function: { } function }] => () => Each(call, () => Apply(call, function, [element(), ElementOf(second, other)])),
            _ => null,
        };
        return zipped is null ? null : DegreeValue.Invariant with { Sequence = new(call, zipped, null) };
    }

    private DegreeValue? Aggregate(IInvocationOperation call, List<DegreeValue> rest, Func<DegreeValue> element)
    {
        var (seed, function) = rest switch
        {
            [{ Function: { } only }] => (element(), only),
            [var start, { Function: { } step }] => (start, step),
            [var start, { Function: { } step }, { Function: not null }] => (start, step),
            _ => (DegreeValue.Unknown, null),
        };
        if (function is null)
            return null;
        var total = seed with { Constant = null, Number = null };
        for (var iteration = 0; ; iteration++)
        {
            var next = Each(call, () => Apply(call, function, [total, element()]));
            if (_state is null)
                return DegreeValue.Invariant;
            var (one, two) = (_state, _state);
            var joined = DegreeState.Join(total, next, ref one, ref two);
            _state = one.Join(two, _loops);
            if (joined.IsSame(total))
                break;
            total = iteration > MaxIterations ? Unproved("a total that does not settle", call) : joined with { Constant = null, Number = null };
        }

        return rest.Count == 3 ? Apply(call, rest[2].Function!, [total]) : total;
    }

    private DegreeValue? ToDictionary(IInvocationOperation call, List<DegreeValue> rest, Func<DegreeValue> element)
    {
        if (rest.Count is 0 or > 2 || rest.Any(static part => part.Function is null))
            return null;
        var dictionary = Allocate(call, Degree.Bottom);
        Each(call, () =>
        {
            var one = element();
            RequireInvariant(Apply(call, rest[0].Function!, [one]), "a key", call);
            Add(dictionary.Target!.Value, rest.Count == 2 ? Apply(call, rest[1].Function!, [one]) : one, call);
            return one;
        });
        return dictionary;
    }
}
