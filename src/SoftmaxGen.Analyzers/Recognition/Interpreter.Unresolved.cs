using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

// Code the compiler could not bind, or has no operation for. What it does is read off its syntax; its parts are still operations.
internal sealed partial class Interpreter
{
    private Value VisitInvalid(IInvalidOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax => VisitUnresolvedCall(operation),
        _ => VisitUnnamed(operation),
    };

    private Value VisitUnnamed(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax when operation is IInvalidOperation:
                return VisitUnresolvedCall(operation);
            case MemberAccessExpressionSyntax access when operation is IInvalidOperation:
                return VisitUnresolvedMember(operation, access.Name.Identifier.ValueText);
            case IdentifierNameSyntax identifier when operation is IInvalidOperation:
                return VisitUnresolvedMember(operation, identifier.Identifier.ValueText);
            case ElementAccessExpressionSyntax:
                return Read(operation);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }:
                return Read(operation);
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                return FreshBuffer(operation, []);
            case CollectionExpressionSyntax:
                return FreshBuffer(operation, operation.ChildOperations.Select(Visit).ToList());
            case BaseObjectCreationExpressionSyntax or SpreadElementSyntax:
                return operation.ChildOperations.Select(Visit).Where(value => !value.Traces.IsEmpty).Aggregate((Value?)null, (all, value) => all?.Join(value) ?? value) ?? Value.Unknown;
            case BinaryExpressionSyntax binary when operation is IInvalidOperation && Children(operation) is [var left, var right]:
                return Combine(Kind(binary.Kind()), Visit(left), Visit(right), operation);
            case AssignmentExpressionSyntax when Children(operation) is [var target, var value]:
                return Assign(target, Visit(value));
            case CastExpressionSyntax or ParenthesizedExpressionSyntax when Children(operation) is [.., var inner]:
                return Visit(inner);
            case FixedStatementSyntax:
                return VisitChildren(operation);
            default:
                return VisitChildren(operation);
        }
    }

    private Location? LocateUnnamed(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case ElementAccessExpressionSyntax or PrefixUnaryExpressionSyntax when Children(operation) is [var collection, .. var indices]:
                VisitAll(indices);
                return LocateObject(collection);
            case MemberAccessExpressionSyntax access when Children(operation) is [var instance]:
                var name = access.Name.Identifier.ValueText;
                return LocateObject(instance) is not { } location ? null : FunctionNames.IsSameObject(name) ? location : location.Member(name);
            case MemberAccessExpressionSyntax or IdentifierNameSyntax when operation.Syntax.Parent is not InvocationExpressionSyntax:
                return new(typeof(Location), operation.Syntax.ToString());
            default:
                return Visit(operation).Address;
        }
    }

    private Value VisitUnresolvedMember(IOperation operation, string name)
    {
        if (operation.Syntax.Parent is ArgumentSyntax && FunctionNames.Find(name) is Function.Exp or Function.Negate)
            return new() { Callable = new(operation, null, name, null) };
        if (name == "E" && Children(operation).IsEmpty)
            return Value.Constant(Math.E);
        if (FunctionNames.IsSize(name))
            return new() { Range = Interval.NonNegative, Facts = Facts.Scalar };
        return LocateUnnamed(operation) is { } location ? Read(location, operation.Type, static () => Value.Unknown) : Value.Unknown;
    }

    private Value VisitUnresolvedCall(IOperation operation)
    {
        if (operation.Syntax is not InvocationExpressionSyntax syntax)
            return VisitChildren(operation);

        var arguments = ImmutableArray.CreateBuilder<IOperation>();
        IOperation? receiver = null;
        foreach (var child in operation.ChildOperations)
        {
            if (syntax.ArgumentList.Span.Contains(child.Syntax.Span))
                arguments.Add(child is IArgumentOperation argument ? argument.Value : child);
            else
                receiver = ReceiverIn(child, syntax);
        }

        if (receiver is not null && CalledName(syntax) is null)
            return CallDelegate(receiver, arguments.ToImmutable(), operation);
        return Run(new(CalledName(syntax) ?? "", null, receiver, arguments.ToImmutable(), operation));
    }

    // The called expression is x.Name: the receiver is x, when that is a value.
    private static IOperation? ReceiverIn(IOperation called, InvocationExpressionSyntax syntax)
    {
        if (called is IDynamicMemberReferenceOperation dynamic)
            return dynamic.Instance;
        if (called is IMethodReferenceOperation method)
            return method.Instance;
        return called.Syntax == syntax.Expression && called.Syntax is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or IdentifierNameSyntax or GenericNameSyntax
            ? called.ChildOperations.FirstOrDefault()
            : called;
    }

    private static string? CalledName(InvocationExpressionSyntax syntax) => syntax.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static ImmutableArray<IOperation> Children(IOperation operation) => ImmutableArray.CreateRange(operation.ChildOperations);

    private static BinaryOperatorKind Kind(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression => BinaryOperatorKind.Add,
        SyntaxKind.SubtractExpression => BinaryOperatorKind.Subtract,
        SyntaxKind.MultiplyExpression => BinaryOperatorKind.Multiply,
        SyntaxKind.DivideExpression => BinaryOperatorKind.Divide,
        SyntaxKind.LessThanExpression => BinaryOperatorKind.LessThan,
        SyntaxKind.GreaterThanExpression => BinaryOperatorKind.GreaterThan,
        _ => BinaryOperatorKind.None,
    };
}
