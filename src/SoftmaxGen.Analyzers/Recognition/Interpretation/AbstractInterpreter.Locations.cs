using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private const double LowestStart = -1000;
    private readonly Stack<(AbstractLocation Location, ulong Variance)> _conditionalInstances = new();
    private readonly Dictionary<AbstractLocation, IOperation> _starts = new();

    /// <summary>The place an expression names, if it names one; an element is in the place of its collection.</summary>
    private AbstractLocation? Locate(IOperation? operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return AbstractLocation.Of(local.Local);
            case IParameterReferenceOperation parameter:
                return AbstractLocation.Of(parameter.Parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when _creations.Count > 0:
                return _creations.Peek();
            case IInstanceReferenceOperation:
                return _frame.This;
            case IConditionalAccessInstanceOperation when _conditionalInstances.Count > 0:
                return _conditionalInstances.Peek().Location;
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
            case { Kind: LaterKinds.InlineArrayAccess } when Children(operation) is [var instance, var index]:
                Visit(index);
                return LocateObject(instance);
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
                return LocateUnbound(operation);
            case null:
                return null;
            default:
                return Visit(operation).Address;
        }
    }

    private AbstractLocation? LocateObject(IOperation? operation) => Locate(operation) is { } location ? _state.Resolve(location) : null;

    private AbstractLocation? LocateMember(IOperation? instance, ISymbol member)
    {
        if (instance is null)
            return AbstractLocation.Of(member.ContainingType is { } type ? type : member).Member(member.Name);
        if (LocateObject(instance) is not { } location)
            return null;
        return NameHints.IsSameObject(member.Name) ? location : location.Member(member.Name);
    }

    private void VisitAll(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Visit(operation);
    }

    private AbstractValue Read(IOperation operation) => Locate(operation) is { } location
        ? Read(location, operation.Type, () => Initial(operation)).Vary(VarianceOf(operation))
        : operation switch
        {
            // An element of what a call returned.
            IArrayElementReferenceOperation element => Visit(element.ArrayReference).Copy().Vary(VarianceOf(operation)),
            IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => Visit(indexer.Instance).Copy().Vary(VarianceOf(operation)),
            _ => AbstractValue.Unknown,
        };

    private AbstractValue Read(AbstractLocation location, ITypeSymbol? type, Func<AbstractValue> initial)
    {
        var place = _state.Resolve(location);
        var value = _state.TryGet(place, out var known) || IsPartOfExponential(place, type, out known) ? known : initial();
        return NumericTypes.IsScalar(type) ? Typed(value, type) : value with { Address = place };
    }

    // The number in an object that was made an exponential as a whole.
    private bool IsPartOfExponential(AbstractLocation place, ITypeSymbol? type, out AbstractValue whole)
    {
        whole = AbstractValue.Unknown;
        return place.Owner is { } owner && (type is null or IErrorTypeSymbol || NumericTypes.IsFloating(type))
            && _state.TryGet(_state.Resolve(owner), out whole) && !whole.Origins.IsEmpty;
    }

    // What a field writer puts into a member of other objects, such as the nodes of a tree, the analysed member may find in any object of that type.
    private void Share(IOperation target, AbstractValue value)
    {
        if (_isFillingFields && !value.Origins.IsEmpty && MemberOfOther(target) is { } member)
            Store(AbstractLocation.Of(member), value, isScalar: true, isWhole: false);
    }

    private bool IsShared(IOperation operation, out AbstractValue value)
    {
        value = AbstractValue.Unknown;
        return _hasFieldWriters && MemberOfOther(operation) is { } member && _state.TryGet(AbstractLocation.Of(member), out value);
    }

    // node.Share, node.Share[i]
    private static ISymbol? MemberOfOther(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => MemberOfOther(element.ArrayReference),
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } list } => MemberOfOther(list),
        IMemberReferenceOperation { Instance: not (null or IInstanceReferenceOperation), Member: var member } => member.OriginalDefinition,
        _ => null,
    };

    /// <summary>The same value as a number of a type, whose range it cannot leave.</summary>
    private static AbstractValue Typed(AbstractValue value, ITypeSymbol? type)
    {
        var range = Interval.Of(type);
        return range.IsInformative && !value.Range.IsInformative ? value.Copy() with { Range = range } : value.Copy();
    }

    /// <summary>What a place holds that nothing has been written to.</summary>
    private AbstractValue Initial(IOperation operation)
    {
        if (operation is IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } member
            && InitializerOf(member.Member) is { } initializer)
            return initializer;

        if (operation is IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } part, Instance: { } tuple })
            return PartOf(Visit(tuple), part);

        if (IsShared(operation, out var shared))
            return shared;

        var named = Named(NameOf(operation));
        return new()
        {
            Range = named.Range,
            Facts = named.Facts | (NumericTypes.IsNumber(operation.Type) && IsOneForAll(operation) && VarianceOf(operation) == 0 ? ValueFacts.Scalar : ValueFacts.None),
        };
    }

    /// <summary>What a name says of a value of which nothing else is known.</summary>
    private static AbstractValue Named(string name) => new()
    {
        Range = NameHints.IsNonNegative(name) ? Interval.NonNegative : Interval.All,
        Facts = NameHints.IsLogarithmic(name) ? ValueFacts.LogProbability : ValueFacts.None,
    };

    /// <summary>What a variable holds: where that comes from out of sight, its name tells more.</summary>
    private static AbstractValue Named(string variable, IOperation origin, AbstractValue value)
    {
        if (!value.Origins.IsEmpty || value.Callable is not null)
            return value;
        var named = Named(variable);
        var isOpaque = !value.Range.IsInformative && value.Facts == ValueFacts.None && Unwrap(origin).Syntax is InvocationExpressionSyntax;
        return (isOpaque && named.Range.IsInformative ? value with { Range = named.Range } : value).Add(named.Facts);
    }

    private static AbstractValue PartOf(AbstractValue tuple, IFieldSymbol part)
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

    private AbstractValue? InitializerOf(ISymbol member)
    {
        if (_frame.Depth > MaxInlining || bodies.Find(member, cancellationToken) is not { Parent: null } body
            || body is not (IFieldInitializerOperation or IPropertyInitializerOperation))
            return null;
        return Visit(((ISymbolInitializerOperation)body).Value);
    }
}
