using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

// Code the compiler could not bind, or has no operation for. What it does is read off its syntax; its parts are still operations.
internal sealed partial class AbstractInterpreter
{
    private AbstractValue Recover(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax when operation is IInvalidOperation:
                return VisitUnresolvedCall(operation);
            case MemberAccessExpressionSyntax access:
                return VisitUnresolvedMember(operation, access.Name.Identifier.ValueText);
            case SimpleNameSyntax name:
                return VisitUnresolvedMember(operation, name.Identifier.ValueText);
            case ElementAccessExpressionSyntax:
                return Read(operation);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression }:
                return Read(operation);
            case StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                return FreshBuffer(operation, []);
            case { RawKind: (int)LaterKinds.CollectionExpression }:
                return FreshBuffer(operation, operation.ChildOperations.Select(Visit).ToList());
            case BaseObjectCreationExpressionSyntax or { RawKind: (int)LaterKinds.SpreadElement }:
                return operation.ChildOperations.Select(Visit).Where(value => !value.Origins.IsEmpty).Aggregate((AbstractValue?)null, (all, value) => all?.Join(value) ?? value) ?? AbstractValue.Unknown;
            case BinaryExpressionSyntax when operation is IInvalidOperation && Children(operation) is [var left, var right]:
                return Combine(BinaryOperatorKind.None, Visit(left), Visit(right), operation);
            case AssignmentExpressionSyntax when Children(operation) is [var target, var value]:
                return Assign(target, Visit(value));
            case CastExpressionSyntax or ParenthesizedExpressionSyntax when Children(operation) is [.., var inner]:
                return Visit(inner);
            default:
                return VisitChildren(operation);
        }
    }

    private AbstractLocation? LocateUnbound(IOperation operation)
    {
        switch (operation.Syntax)
        {
            case ElementAccessExpressionSyntax access:
                // The indices may come before the collection.
                VisitAll(operation.ChildOperations.Where(child => child.Syntax != access.Expression));
                return LocateObject(operation.ChildOperations.FirstOrDefault(child => child.Syntax == access.Expression));
            case PrefixUnaryExpressionSyntax when Children(operation) is [var pointer]:
                return LocateObject(pointer);
            case MemberAccessExpressionSyntax member when Children(operation) is [var instance]:
                var name = member.Name.Identifier.ValueText;
                return LocateObject(instance) is not { } location ? null : NameHints.IsSameObject(name) ? location : location.Member(name);
            case MemberAccessExpressionSyntax or SimpleNameSyntax when operation.Syntax.Parent is not InvocationExpressionSyntax:
                return new(typeof(AbstractLocation), operation.Syntax.ToString());
            default:
                return Visit(operation).Address;
        }
    }

    private AbstractValue VisitUnresolvedMember(IOperation operation, string name)
    {
        if (NameHints.IsSize(name))
            return new() { Range = Interval.NonNegative, Facts = ValueFacts.Scalar };
        if (NameHints.IsTimeSpan(name))
            return AbstractValue.NonNegative;
        if (operation.Syntax.Parent is ArgumentSyntax && MethodGroup(operation, name) is { } callable)
            return new() { Callable = callable };
        if (name == "value" && operation.Syntax is MemberAccessExpressionSyntax { Expression: var generator } && NameHints.IsRandomSource(LastName(generator)))
            return new() { Range = Interval.Unit, Facts = ValueFacts.Random };
        if (name == "E" && Children(operation).IsEmpty)
            return AbstractValue.Constant(Math.E);
        return LocateUnbound(operation) is { } location ? Read(location, operation.Type, () => Named(name)).Vary(VarianceOf(operation)) : AbstractValue.Unknown;
    }

    private Callable? MethodGroup(IOperation operation, string name)
    {
        var method = operation.SemanticModel?.GetMemberGroup(operation.Syntax, cancellationToken).OfType<IMethodSymbol>().FirstOrDefault();
        return method is not null || KnownFunctions.Find(name) is KnownFunction.Exp or KnownFunction.Negate or KnownFunction.Log or KnownFunction.Square or KnownFunction.NonNegative
            ? new(operation, method, name, null)
            : null;
    }

    private AbstractValue VisitUnresolvedCall(IOperation operation)
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

        if (receiver is not null && InvocationName.Of(syntax) is null)
            return CallDelegate(receiver, arguments.ToImmutable(), operation);
        return EvaluateCall(new(InvocationName.Of(syntax) ?? "", MeantMethod(operation, syntax, arguments.Count), receiver, arguments.ToImmutable(), operation));
    }

    // A call may be in error for one of its arguments only, or since its method is declared twice. Which of them is meant does not depend on the order of files.
    private IMethodSymbol? MeantMethod(IOperation operation, InvocationExpressionSyntax syntax, int arguments)
    {
        if (operation.SemanticModel?.GetSymbolInfo(syntax, cancellationToken) is not { } symbols)
            return null;
        return symbols.CandidateSymbols.Add(symbols.Symbol!).OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Length == arguments && !method.DeclaringSyntaxReferences.IsEmpty)
            .OrderByDescending(method => method.DeclaringSyntaxReferences[0].SyntaxTree == syntax.SyntaxTree)
            .ThenBy(static method => method.DeclaringSyntaxReferences[0].SyntaxTree.FilePath, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // The called expression is x.Name: the receiver is x, when that is a value.
    private static IOperation? ReceiverIn(IOperation called, InvocationExpressionSyntax syntax)
    {
        if (called is IDynamicMemberReferenceOperation dynamic)
            return dynamic.Instance;
        if (called is IMethodReferenceOperation method)
            return method.Instance;
        if (called is not IInvalidOperation and not { Kind: OperationKind.None })
            return called;
        return called.Syntax == syntax.Expression ? called.ChildOperations.FirstOrDefault() is { } receiver ? ReceiverIn(receiver, syntax) : null
            : called.Type is not null && called.ChildOperations.Count == 0 || syntax.ArgumentList.Arguments.Count > 0 && IsUnknownName(called) ? null
            : called;
    }

    // Name, or Name.Space.Name, of which nothing is known: a type, rather than a value.
    private static bool IsUnknownName(IOperation operation) => operation.Syntax switch
    {
        SimpleNameSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => name.Length > 0 && char.IsUpper(name[0]) && Children(operation) is [IInvalidOperation { Syntax: var inner } child]
            && (inner is SimpleNameSyntax { Identifier.ValueText: var first } ? first.Length > 0 && char.IsUpper(first[0]) : IsUnknownName(child)),
        _ => false,
    };

    private static ImmutableArray<IOperation> Children(IOperation operation) => ImmutableArray.CreateRange(operation.ChildOperations);
}
