using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of arrays, spans, lists, dictionaries and parallel loops.</content>
internal sealed partial class DegreeInterpreter
{
    private DegreeValue? Collection(IInvocationOperation call, IMethodSymbol method, List<IOperation> arguments)
    {
        if (method.ContainingType.Name == "Parallel")
            return Parallel(call, method, arguments);
        var isStatic = method.IsStatic;
        if (isStatic && method.ContainingType.Name is not ("Array" or "MemoryExtensions" or "CollectionsMarshal") || !isStatic && !IsCollection(method.ContainingType) && method.ContainingType.SpecialType != SpecialType.System_Array
            || isStatic && arguments.Count == 0)
            return null;
        var operand = isStatic ? arguments[0] : call.Instance!;
        if (Evaluate(operand) is not { Target: { } list } collection)
            return null;
        var type = Unconverted(operand).Type;
        var rest = (isStatic ? arguments.Skip(1) : arguments).ToList();
        DegreeValue All() => ElementOf(collection, type);
        switch (method.Name)
        {
            case "Add" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "TryAdd" or "Insert" when rest.Count > 0:
                var added = rest.Select(Evaluate).ToList();
                added.Take(added.Count - 1).ToList().ForEach(key => RequireInvariant(key, "a key", call));
                Add(list, added[added.Count - 1], call);
                return Resized();
            case "AddRange" when rest.Count == 1:
                Add(list, ElementOf(Evaluate(rest[0]), Unconverted(rest[0]).Type), call);
                return Resized();
            case "Clear" when rest.Count == 0:
                Replace(list, type is IArrayTypeSymbol or { Name: "Span" } ? Degree.ZeroIn(_open) : Degree.Bottom);
                return type is IArrayTypeSymbol or { Name: "Span" } ? DegreeValue.Invariant : Resized();
            case "Fill" when rest.Count == 1:
                Replace(list, Evaluate(rest[0]).Degree);
                return DegreeValue.Invariant;
            case "ToArray" or "ToList" or "Clone" when rest.Count == 0:
                return Copied(call, All(), list.IsWhole ? LengthOf(list) : null);
            case "AsSpan" or "AsMemory" or "AsReadOnly" or "Slice":
                rest.ForEach(bound => RequireInvariant(Evaluate(bound), "an index", call));
                return collection with { Target = list with { IsWhole = list.IsWhole && rest.Count == 0 }, IsNew = false };
            case "CopyTo" when rest.Count > 0 && Evaluate(rest[0]) is { Target: { } destination }:
                Add(destination, All(), call);
                return DegreeValue.Invariant;
            case "Copy" when isStatic && rest.Count > 1 && rest.Select(Evaluate).FirstOrDefault(static value => value.Target is not null) is { Target: { } destination }:
                Add(destination, All(), call);
                return DegreeValue.Invariant;
            case "ForEach" when rest.Count == 1 && Evaluate(rest[0]).Function is { } action:
                GoThrough(call, collection, type, (element, _) => Apply(call, action, [element]), static () => { });
                return DegreeValue.Invariant;
            case "ConvertAll" when rest.Count == 1 && Evaluate(rest[0]).Function is { } function:
                return Copied(call, Each(call, () => Apply(call, function, [All()])), LengthOf(list));
            case "Sort" or "Reverse" when rest.Count == 0 && IsNumber(ElementType(type)):
                Replace(list, All().Degree);
                return DegreeValue.Invariant;
            case "IndexOf" or "LastIndexOf" or "Contains" when rest.Count == 1:
                return Compare(new(DegreeOf(All())), Evaluate(rest[0])).Degree.IsInvariant ? DegreeValue.Invariant : DegreeValue.Unknown;
            case "GetLength" or "GetUpperBound" or "GetLowerBound" when rest.Count == 1 && Evaluate(rest[0]).Number is { } dimension && list.IsWhole && !list.Path.Contains('*'):
                return DegreeValue.OfNumber(IndexExpression.Unknown($"{method.Name} {dimension} of {list.Object.Name}{list.Path.Replace('{', '(').Replace('}', ')')}"));
            case "Dequeue" or "Pop" or "Peek" when rest.Count == 0:
                return One(All());
            case "ContainsKey" when rest.Count == 1:
                RequireInvariant(Evaluate(rest[0]), "a key", call);
                return DegreeValue.Invariant;
            case "TryGetValue" when rest.Count == 2:
                RequireInvariant(Evaluate(rest[0]), "a key", call);
                Store(rest[1], new(FieldOf(All(), "Value").Degree.Plain().Join(Degree.Zero)), call);
                return DegreeValue.Invariant;
            default:
                return null;
        }

        DegreeValue Resized()
        {
            if (_state is not null && _state.Heap.TryGetValue(list.Object, out var contents))
            {
                var changed = Elsewhere(contents, list, call);
                Update(state => state.With(list.Object, changed));
            }

            return DegreeValue.Invariant;
        }
    }

    private void Replace(Reference list, Degree degree)
    {
        if (list.IsWhole)
            Update(state => state.With(list.Object, state.At(list.Object).Fill(list.Path, degree)));
        else
            Update(state => state.With(list.Object, state.At(list.Object).Write(list.Path + "[*]", degree, _loops)));
    }

    private DegreeValue? Parallel(IInvocationOperation call, IMethodSymbol method, List<IOperation> arguments)
    {
        if (method.Name == "For" && arguments.Count == 3 && Evaluate(arguments[2]).Function is { } body)
        {
            var (from, to) = (Evaluate(arguments[0]), Evaluate(arguments[1]));
            var counted = from.Number is null || to.Number is null ? null
                : new CountedLoop(IndexExpression.Unknown($"counter {Id(call)}"), from.Number == "0" ? Contents.SpaceOf(to.Number) : $"{from.Number}<{to.Number}");
            Iterate(call, counted, static () => true, () => Apply(call, body, [DegreeValue.OfNumber(counted?.Counter), DegreeValue.Invariant]), static () => { });
            return DegreeValue.Invariant;
        }

        if (method.Name == "ForEach" && arguments.Count == 2 && Evaluate(arguments[1]).Function is { } action)
        {
            GoThrough(call, Evaluate(arguments[0]), Unconverted(arguments[0]).Type, (element, _) => Apply(call, action, [element, DegreeValue.Invariant, DegreeValue.Invariant]), static () => { });
            return DegreeValue.Invariant;
        }

        return null;
    }
}
