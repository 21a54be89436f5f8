using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class Interpreter
{
    private const double LowestStart = -1000;
    private readonly Stack<Location> _conditionalInstances = new();
    private readonly Dictionary<Location, IOperation> _starts = new();

    /// <summary>The place an expression names, if it names one; an element is in the place of its collection.</summary>
    private Location? Locate(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return Location.Of(local.Local);
            case IParameterReferenceOperation parameter:
                return Location.Of(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when _creations.Count > 0:
                return _creations.Peek();
            case IInstanceReferenceOperation:
                return _frame.This;
            case IConditionalAccessInstanceOperation when _conditionalInstances.Count > 0:
                return _conditionalInstances.Peek();
            case IFieldReferenceOperation field:
                return LocateMember(field.Instance, field.Field);
            case IPropertyReferenceOperation { Arguments.Length: > 0 } indexer:
                VisitAll(indexer.Arguments);
                return LocateObject(indexer.Instance);
            case IPropertyReferenceOperation property:
                return LocateMember(property.Instance, property.Property);
            case IArrayElementReferenceOperation element:
                VisitAll(element.Indices);
                return LocateObject(element.ArrayReference);
            case IImplicitIndexerReferenceOperation element:
                Visit(element.Argument);
                return LocateObject(element.Instance);
            case IDynamicIndexerAccessOperation element:
                return LocateObject(element.Operation);
            case IDynamicMemberReferenceOperation member:
                return LocateObject(member.Instance)?.Member(member.MemberName);
            case IConversionOperation conversion:
                return Locate(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Locate(parenthesized.Operand);
            case IAddressOfOperation address:
                return Locate(address.Reference);
            case IDeclarationExpressionOperation declaration:
                return Locate(declaration.Expression);
            case IInvalidOperation or { Kind: OperationKind.None }:
                return LocateUnnamed(operation);
            case null:
                return null;
            default:
                return Visit(operation).Address;
        }
    }

    private Location? LocateObject(IOperation? operation) => Locate(operation) is { } location ? _state.Resolve(location) : null;

    private Location? LocateMember(IOperation? instance, ISymbol member)
    {
        if (instance is null)
            return Location.Of(member.ContainingType is { } type ? type : member).Member(member.Name);
        if (LocateObject(instance) is not { } location)
            return null;
        return FunctionNames.IsSameObject(member.Name) ? location : location.Member(member.Name);
    }

    private void VisitAll(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Visit(operation);
    }

    private Value Read(IOperation operation) => Locate(operation) is { } location
        ? Read(location, operation.Type, () => Initial(operation))
        : operation switch
        {
            // An element of what a call returned.
            IArrayElementReferenceOperation element => Visit(element.ArrayReference).Copy(),
            IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => Visit(indexer.Instance).Copy(),
            _ => Value.Unknown,
        };

    private Value Read(Location location, ITypeSymbol? type, Func<Value> initial)
    {
        var place = _state.Resolve(location);
        var value = _state.TryGet(place, out var known) ? known : initial();
        return NumericTypes.IsScalar(type) ? Typed(value, type) : value with { Address = place };
    }

    /// <summary>The same value as a number of a type, whose range it cannot leave.</summary>
    private static Value Typed(Value value, ITypeSymbol? type)
    {
        var range = NumericTypes.Range(type);
        return range.IsInformative && !value.Range.IsInformative ? value.Copy() with { Range = range } : value.Copy();
    }

    /// <summary>What a place holds that nothing has been written to.</summary>
    private Value Initial(IOperation operation)
    {
        if (operation is IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } member
            && InitializerOf(member.Member) is { } initializer)
            return initializer;

        if (operation is IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part, Instance: { } tuple })
            return PartOf(Visit(tuple), part);

        var facts = Facts.None;
        if (NumericTypes.IsNumber(operation.Type) && IsOneForAll(operation))
            facts |= Facts.Scalar;
        if (FunctionNames.IsLogarithmic(NameOf(operation)))
            facts |= Facts.LogProbability;
        return new() { Range = NumericTypes.Range(operation.Type), Facts = facts };
    }

    private static Value PartOf(Value tuple, IFieldSymbol part)
    {
        var name = (part.CorrespondingTupleField ?? part).Name;
        return int.TryParse(name.Substring("Item".Length), out var number) && number <= tuple.Elements.Length ? tuple.Elements[number - 1] : tuple.Copy();
    }

    private static string NameOf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: true } } indexer => indexer.Instance is { } instance ? NameOf(instance) : "",
        IMemberReferenceOperation member => member.Member.Name.TrimStart('_'),
        IArrayElementReferenceOperation element => NameOf(element.ArrayReference),
        ILocalReferenceOperation local => local.Local.Name,
        _ => "",
    };

    // A temperature or a rate: a parameter or a member of one, or of this; not what is read from each element of a collection.
    private static bool IsOneForAll(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction },
        IInstanceReferenceOperation => true,
        IFieldReferenceOperation field => field.Instance is null || IsOneForAll(field.Instance),
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Instance is null || IsOneForAll(property.Instance),
        _ => false,
    };

    private Value? InitializerOf(ISymbol member)
    {
        if (_frame.Depth > MaxInlining || bodies.Find(member, cancellationToken) is not { Parent: null } body
            || body is not (IFieldInitializerOperation or IPropertyInitializerOperation))
            return null;
        return Visit(((ISymbolInitializerOperation)body).Value);
    }

    private Value Assign(IOperation target, Value value)
    {
        value = WithStart(target, value);
        switch (target)
        {
            case IDiscardOperation:
                return value;
            case ITupleOperation or IDeclarationExpressionOperation { Expression: ITupleOperation }:
                return Deconstruct(target, value);
            case ILocalReferenceOperation { Local: var local }:
                AssignVariable(local, local.Type, value, isReference: false);
                return value;
            case IParameterReferenceOperation { Parameter: var parameter }:
                AssignVariable(parameter, parameter.Type, value, isReference: false);
                return value;
        }

        if (Locate(target) is not { } location)
            return value;
        if (IsElement(target))
            Store(location, value, NumericTypes.IsScalar(target.Type), isWhole: IsRunningIndex(target));
        else
            Set(location, target.Type, value);
        return value;
    }

    // m = max(m, x), where m was a constant before.
    private Value WithStart(IOperation target, Value value)
    {
        if (!value.Has(Facts.Max) || value.Start is not null || Locate(target) is not { } location || IsElement(target))
            return value;
        return _state.TryGet(_state.Resolve(location), out var before) && StartOf(location, before) is { } start ? value with { Start = start } : value;
    }

    /// <summary>The constant a maximum is started at, when it is not below everything the data can be.</summary>
    private IOperation? StartOf(Location location, Value before) =>
        before.IsConstant && before.Range.Low > LowestStart && _starts.TryGetValue(location, out var start) ? start : null;

    private void AssignVariable(ISymbol variable, ITypeSymbol type, Value value, bool isReference)
    {
        var location = Location.Of(variable);
        if (isReference && value.Address is not null)
            _state.Set(location, value);
        else
            Set(location, type, value);
    }

    private void Set(Location location, ITypeSymbol? type, Value value)
    {
        // Through a ref variable a number goes to the place it stands for.
        if (NumericTypes.IsScalar(type))
            _state.Set(_state.Resolve(location), value.Copy());
        else
            _state.Set(location, value.Address == location ? value.Copy() : value);
    }

    /// <summary>Puts a value into a collection. <paramref name="isWhole"/>: in a loop that is taken to reach every element.</summary>
    private void Store(Location collection, Value value, bool isScalar, bool isWhole)
    {
        var place = _state.Resolve(collection);
        if (isScalar || value.Address == place)
            value = value.Copy();
        if (!isWhole)
            value = (_state.TryGet(place, out var before) ? before : Value.Unknown).Join(value);
        _state.Set(place, value);
    }

    private static bool IsElement(IOperation target) => target switch
    {
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } or IImplicitIndexerReferenceOperation
            or IDynamicIndexerAccessOperation => true,
        IInvalidOperation or { Kind: OperationKind.None } =>
            target.Syntax is ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax,
        _ => false,
    };

    private bool IsRunningIndex(IOperation target) =>
        _frame.LoopDepth > 0 && (target.Syntax is not ElementAccessExpressionSyntax access
            || access.ArgumentList.Arguments.Any(argument => argument.Expression is not LiteralExpressionSyntax));

    private Value Deconstruct(IOperation target, Value value)
    {
        target = target is IDeclarationExpressionOperation { Expression: var expression } ? expression : target;
        if (target is not ITupleOperation tuple)
            return Assign(target, value);
        for (var i = 0; i < tuple.Elements.Length; i++)
            Assign(tuple.Elements[i] is IDeclarationExpressionOperation inner ? inner.Expression : tuple.Elements[i],
                value.Elements.Length == tuple.Elements.Length ? value.Elements[i] : value.Copy());
        return value;
    }
}
