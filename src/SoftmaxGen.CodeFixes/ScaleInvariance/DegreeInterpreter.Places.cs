using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Variables, fields and elements: what is read from them and stored in them.</content>
internal sealed partial class DegreeInterpreter
{
    /// <summary>A variable, or a place in an object; neither where it is not known.</summary>
    private readonly record struct AssignmentTarget(ISymbol? Variable, Reference? Place);

    private DegreeValue Variable(ISymbol variable)
    {
        if (_state is null)
            return DegreeValue.Invariant;
        variable = Aliased(variable);
        if (_state.Variables.TryGetValue(variable, out var value))
            return value;
        var type = TypeOf(variable);
        value = IsNumber(type) || type is null ? DegreeValue.OfNumber(IsInteger(type) ? IndexExpression.Unknown($"variable {variable.Name} {variable.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start}") : null)
            : type.TypeKind == TypeKind.Delegate ? DegreeValue.Invariant
            : DegreeValue.Invariant with { Target = Outside(variable.Name + variable.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start) };
        _state = _state.With(variable, value);
        return value;
    }

    private ISymbol Aliased(ISymbol variable) => _aliases.TryGetValue(variable, out var other) ? other : variable;

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>An object that code outside knows as well.</summary>
    private Reference Outside(string name)
    {
        var @object = new AbstractObject(name, IsOutside: true);
        if (_state is not null && !_state.Heap.ContainsKey(@object))
            _state = _state.With(@object, Contents.Of(Degree.Invariant, name));
        return new(@object, "");
    }

    /// <summary>An object made here. What still leads to the one that was made here before is lost.</summary>
    private DegreeValue Allocate(IOperation operation, Degree @default, string? length = null, bool isOutside = false)
    {
        var name = $"new {Id(operation)}";
        var @object = new AbstractObject(name, isOutside);
        if (_state is not null && _state.Heap.TryGetValue(@object, out var before))
        {
            if (isOutside && !before.IsInvariant)
                Disprove("what a call has returned is seen outside", operation);
            Update(state => state.Lose(@object).Forget("{length of " + name));
        }

        Update(state => state.With(@object, Contents.Of(@default, isOutside ? name : null).WithLength("", length ?? (isOutside ? IndexExpression.Unknown($"length of {name}") : null))));
        return DegreeValue.Invariant with { Target = new(@object, ""), IsNew = true };
    }

    private AssignmentTarget Locate(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: { IsRef: true } local } when !_aliases.ContainsKey(local):
                return new(null, _state is not null && _state.Variables.TryGetValue(local, out var alias) ? alias.Target : null);
            case ILocalReferenceOperation { Local: var local }:
                return new(Aliased(local), null);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return new(Aliased(parameter), null);
            case IVariableDeclaratorOperation { Symbol: var declared }:
                return new(declared, null);
            case IDeclarationExpressionOperation declaration:
                return Locate(declaration.Expression);
            case IArrayElementReferenceOperation element:
                return Element(Evaluate(element.ArrayReference), element.Indices);
            case IPropertyReferenceOperation { Arguments: { IsEmpty: false } arguments, Instance: { } instance } indexer when IsCollection(indexer.Property.ContainingType):
                return Element(Evaluate(instance), arguments.Select(static argument => argument.Value));
            case IFieldReferenceOperation { Instance: null } field:
                return new(null, Outside($"static {field.Field.ContainingType}") with { Path = $".{field.Field.Name}" });
            case IFieldReferenceOperation { Instance: { } instance } field:
                return Member(Evaluate(instance), field.Field.Name);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: null } property when IsAutomatic(property.Property):
                return new(null, Outside($"static {property.Property.ContainingType}") with { Path = $".{property.Property.Name}" });
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property when IsAutomatic(property.Property):
                return Member(Evaluate(instance), property.Property.Name);
            case IConversionOperation conversion:
                return Locate(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Locate(parenthesized.Operand);
            default:
                return default;
        }

        AssignmentTarget Element(DegreeValue collection, IEnumerable<IOperation> indices)
        {
            var numbers = new List<string?>();
            foreach (var index in indices)
            {
                var value = Evaluate(index);
                RequireInvariant(value, "an index", index);
                numbers.Add(value.Number ?? (value.Fields is null && value.Target is null ? KeyOf(index) : null));
            }

            return collection.Target is not { } list ? default
                : new(null, list with { Path = $"{list.Path}[{(list.IsWhole && numbers.All(static number => number is not null) ? string.Join(",", numbers) : "*")}]" });
        }

        static AssignmentTarget Member(DegreeValue instance, string name) => new(null, instance.Target is { } target ? target with { Path = $"{target.Path}.{name}", IsWhole = true } : null);
    }

    // A constant key of a dictionary.
    private static string? KeyOf(IOperation index) => index.ConstantValue is { HasValue: true, Value: string key } ? IndexExpression.Unknown($"key {key}") : null;

    private DegreeValue Load(IOperation operation, ITypeSymbol? type)
    {
        if (_state is null)
            return DegreeValue.Invariant;
        return Locate(operation) switch
        {
            { Variable: { } variable } => Variable(variable),
            { Place: { } place } => WithLoop(ReadPlace(place, type), place),
            _ => LoadUnknown(operation),
        };
    }

    // Whatever can be known by it.
    private DegreeValue LoadUnknown(IOperation operation)
    {
        var degree = operation.ChildOperations.Select(Evaluate).Aggregate(Degree.Invariant, (total, value) => total.Join(DegreeOf(value)));
        return degree.IsInvariant ? DegreeValue.Invariant : DegreeValue.Unknown;
    }

    private DegreeValue ReadPlace(Reference place, ITypeSymbol? type)
    {
        if (_state is null || !_state.Heap.TryGetValue(place.Object, out var contents))
            return DegreeValue.Invariant;
        if (type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements })
            return DegreeValue.OfFields(elements.Select((element, at) => new KeyValuePair<string, DegreeValue>($"Item{at + 1}", ReadPlace(place with { Path = $"{place.Path}.Item{at + 1}" }, element.Type))));
        if (type is INamedTypeSymbol { IsAnonymousType: true } anonymous)
            return DegreeValue.OfFields(anonymous.GetMembers().OfType<IPropertySymbol>().Select(member => new KeyValuePair<string, DegreeValue>(member.Name, ReadPlace(place with { Path = $"{place.Path}.{member.Name}" }, member.Type))));
        if (IsNumber(type) || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
        {
            return new(contents.Read(place.Path, _loops))
            {
                Number = IsInteger(type) && !place.Path.Contains('[') ? contents.Length(place.Path + "#") : null,
            };
        }

        return type is { IsValueType: true } && !IsCollection(type) ? new(contents.Total(place.Path)) : DegreeValue.Invariant with { Target = place with { IsWhole = true } };
    }

    private void Store(IOperation target, DegreeValue value, IOperation where)
    {
        if (_state is null)
            return;
        if (target is IDiscardOperation)
            return;
        switch (Locate(target))
        {
            case { Variable: { } variable }:
                Assign(variable, value, where);
                break;
            case { Place: { } place }:
                // Any element: several may meet in one.
                WritePlace(place, place.Path.Contains('*') ? One(value) : value, target.Type, where);
                break;
            default:
                foreach (var child in target.ChildOperations)
                    RequireInvariant(Evaluate(child), "a place that is not known", where);
                RequireInvariant(value, "a value stored in a place that is not known", where);
                RequireInvariantOutside(where);
                break;
        }
    }

    private void Assign(ISymbol variable, DegreeValue value, IOperation where)
    {
        if (_state is null)
            return;
        variable = Aliased(variable);
        var type = TypeOf(variable);
        var old = _state.Variables.TryGetValue(variable, out var before) ? before.Degree : Degree.Bottom;
        value = value.Degree.Coverage.IsTerm ? value with { Degree = Unconditional(value.Degree, old) } : Unconditional(value);
        Lose(old, value.Degree);
        if (value.Number is null && IsInteger(type) && value.Degree.IsInvariant)
        {
            var number = IndexExpression.Unknown($"assigned {Id(where)} {variable.Name}");
            Update(state => state.Forget(number));
            value = value with { Number = number };
        }

        Update(state => state.With(variable, value with { IsNew = false }));
    }

    private void WritePlace(Reference place, DegreeValue value, ITypeSymbol? type, IOperation where)
    {
        if (_state is null || !_state.Heap.TryGetValue(place.Object, out var contents))
            return;
        if (contents.IsShared && !IsInvariant(value))
            Disprove("a value stored where it is seen in another way", where);
        if (value.Fields is { } fields)
        {
            foreach (var field in fields)
                WritePlace(place with { Path = $"{place.Path}.{field.Key}" }, field.Value, null, where);
            return;
        }

        if (value.Target is { } target && !IsNumber(type))
        {
            StoreReference(place, target, value, where);
            return;
        }

        if (value.Sequence is not null || value.Function is not null)
            RequireInvariant(value, "a sequence that is kept", where);
        var old = contents.Cell(place.Path) ?? Degree.Bottom;
        var degree = Stored(Unconditional(value.Degree, old), place);
        Lose(old, degree);
        Update(state => state.With(place.Object, contents.Write(place.Path, degree, _loops)));
        if (IsInteger(type) && !place.Path.Contains('['))
            Update(state => state.With(place.Object, state.At(place.Object).WithLength(place.Path + "#", value.Number)));
    }

    private void StoreReference(Reference place, Reference target, DegreeValue value, IOperation where)
    {
        if (value.IsNew)
        {
            Update(state => state.With(place.Object, state.At(place.Object).Graft(place.Path, state.At(target.Object))));
            return;
        }

        // Seen under two names from here on.
        RequireInvariant(value, "a collection that is kept in another", where);
        if (!target.Object.Equals(place.Object))
            Update(state => state.Share(target.Object));
        Update(state => state.With(place.Object, state.At(place.Object).Graft(place.Path, Contents.Of(Degree.Invariant).Shared())));
        RequireInvariantOutside(where);
    }

    private void Deconstruct(IOperation target, DegreeValue value, IOperation where)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        if (target is not ITupleOperation tuple)
        {
            Store(target, value, where);
            return;
        }

        if (value.Fields is null)
            RequireInvariant(value, "what is taken apart", where);
        for (var at = 0; at < tuple.Elements.Length; at++)
            Deconstruct(tuple.Elements[at], value.Fields is { } fields ? fields.TryGetValue($"Item{at + 1}", out var field) ? field : fields.Values.ElementAtOrDefault(at) ?? DegreeValue.Unknown : DegreeValue.Invariant, where);
    }

    private string? LengthOf(Reference list) => _state is not null && _state.Heap.TryGetValue(list.Object, out var contents) && !list.Path.Contains('[') ? contents.Length(list.Path)
        : _state is not null && !list.Path.Contains('*') ? IndexExpression.Unknown($"length of {list.Object.Name}{list.Path.Replace('{', '(').Replace('}', ')')}") : null;

    private DegreeValue ElementOf(DegreeValue collection, ITypeSymbol? type) =>
        collection.Sequence is { } sequence ? sequence.Element()
        : collection.Target is { } target ? type is INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "SortedDictionary" or "ConcurrentDictionary", TypeArguments: [_, var held] }
            ? DegreeValue.OfFields([new("Key", DegreeValue.Invariant), new("Value", Each(ReadPlace(target with { Path = target.Path + "[*]" }, held), target))])
            : Each(ReadPlace(target with { Path = target.Path + "[*]" }, ElementType(type)), target)
        : collection with { Number = null, Constant = null };

    private static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => type?.AllInterfaces.FirstOrDefault(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
    };

    private static bool IsListLike(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 }
        || type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "List" or "IList" or "IReadOnlyList" or "ImmutableArray" or "Collection" or "ObservableCollection", TypeArguments.Length: 1 };

    private static bool IsCollection(ITypeSymbol? type) => type is IArrayTypeSymbol || IsListLike(type) || type is INamedTypeSymbol
    {
        Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "SortedDictionary" or "ConcurrentDictionary" or "Memory" or "ReadOnlyMemory" or "ICollection" or "IReadOnlyCollection" or "Queue" or "Stack" or "LinkedList" or "ArraySegment" or "HashSet",
        ContainingNamespace: { } space,
    } && space.ToDisplayString().StartsWith("System", StringComparison.Ordinal);

    private bool IsAutomatic(IPropertySymbol property) => !property.IsVirtual && !property.IsAbstract && !property.IsOverride
        && property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax || reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors }
            && accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null));
}
