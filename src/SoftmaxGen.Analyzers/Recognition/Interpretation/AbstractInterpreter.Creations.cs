using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private AbstractValue VisitObjectCreation(IObjectCreationOperation creation)
    {
        var given = creation.Arguments.Select(argument => (Argument: argument, Value: Visit(argument.Value))).ToList();
        var arguments = given.Select(argument => (Operation: argument.Argument.Value, argument.Value)).ToList();

        // What a collection is made of it holds; an object of the code's own is more than its arguments.
        if (creation.Constructor is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false } && !NumericTypes.IsNumber(creation.Type) && arguments.Count(argument => !NumericTypes.IsInteger(argument.Operation.Type)) > 1)
            arguments.Clear();
        var traced = arguments.Where(argument => !argument.Value.Origins.IsEmpty).Select(argument => argument.Value).ToList();
        var data = arguments.Where(argument => !NumericTypes.IsInteger(argument.Operation.Type)).Select(argument => argument.Value).ToList();
        var content = traced.Count > 0 ? traced.Aggregate(static (a, b) => a.Join(b))
            : data.Count > 0 ? data.Aggregate(static (a, b) => a.Join(b))
            : creation.Initializer is null && IsBuiltInCollection(creation.Type) ? AbstractValue.Constant(0)
            : AbstractValue.Unknown;

        // A span or a view over memory is that memory.
        if (creation.Type is { IsRefLikeType: true } && content.Address is not null)
            return content;

        var place = AbstractLocation.Of(creation);
        _state.Set(place, content.Copy());
        FillMembers(creation.Constructor, given, place);
        VisitInitializer(creation.Initializer, place);
        return (_state.TryGet(place, out var value) ? value : content) with { Address = NumericTypes.IsScalar(creation.Type) && creation.Initializer is null ? null : place };
    }

    private AbstractValue VisitAnonymousObject(IAnonymousObjectCreationOperation creation)
    {
        var place = AbstractLocation.Of(creation);
        _state.Set(place, AbstractValue.Unknown);
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment)
                Set(place.Member(property.Name), property.Type, Visit(assignment.Value));
        }

        return AbstractValue.Unknown with { Address = place };
    }

    // A constructor is taken to put each argument into the member of the same name.
    private void FillMembers(IMethodSymbol? constructor, List<(IArgumentOperation Argument, AbstractValue Value)> arguments, AbstractLocation place)
    {
        if (constructor is not { DeclaringSyntaxReferences.IsEmpty: false, ContainingType: var type })
            return;
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && type.GetMembers().FirstOrDefault(IsMeant) is { } member)
                Set(place.Member(member.Name), parameter.Type, value);

            bool IsMeant(ISymbol member) => (member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol)
                && member.Name.TrimStart('_').Equals(argument.Parameter.Name, StringComparison.OrdinalIgnoreCase);
        }
    }

    private void VisitInitializer(IOperation? initializer, AbstractLocation place)
    {
        if (initializer is null)
            return;
        _creations.Push(place);
        VisitChildren(initializer);
        _creations.Pop();
    }

    private static bool IsBuiltInCollection(ITypeSymbol? type) =>
        type?.ContainingNamespace is { } space && space.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal);

    private AbstractValue VisitArrayCreation(IArrayCreationOperation creation)
    {
        VisitAll(creation.DimensionSizes);
        return FreshBuffer(creation, creation.Initializer is { } initializer ? Elements(initializer) : []);

        IEnumerable<AbstractValue> Elements(IArrayInitializerOperation list) => list.ElementValues.SelectMany(element =>
            element is IArrayInitializerOperation inner ? Elements(inner) : [Visit(element)]);
    }

    private AbstractValue FreshBuffer(IOperation operation, IEnumerable<AbstractValue> elements)
    {
        var place = AbstractLocation.Of(operation);
        var content = elements.Aggregate((AbstractValue?)null, static (all, element) => all?.Join(element) ?? element) ?? AbstractValue.Constant(0);
        if (content.Address == place)
            content = content.Copy();
        _state.Set(place, content);
        return content with { Address = place };
    }
}
