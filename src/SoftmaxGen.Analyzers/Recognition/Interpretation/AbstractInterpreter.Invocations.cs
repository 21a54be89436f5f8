using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private AbstractValue VisitInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var arguments = ImmutableArray.CreateRange(invocation.Arguments.Sort(static (a, b) => Ordinal(a).CompareTo(Ordinal(b))), static argument => argument.Value);
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return CallDelegate(invocation.Instance, arguments, invocation);

        var isExtension = method.IsExtensionMethod && invocation.Instance is null && arguments.Length > 0;
        return EvaluateCall(new(
            method.Name,
            method,
            isExtension ? arguments[0] : invocation.Instance,
            isExtension ? arguments.RemoveAt(0) : arguments,
            invocation));

        static int Ordinal(IArgumentOperation argument) => argument.Parameter?.Ordinal ?? 0;
    }

    private AbstractValue CallDelegate(IOperation? target, ImmutableArray<IOperation> arguments, IOperation operation)
    {
        var callable = Visit(target).Callable;
        var values = arguments.Select(Visit).ToList();
        return callable is null ? AbstractValue.Unknown.Vary(values.Aggregate(0UL, static (loops, value) => loops | value.Variance)) : Invoke(callable, values, operation);
    }

    private AbstractValue EvaluateCall(CallSite call)
    {
        var function = Meaning(call);
        var operands = new List<Operand>();
        foreach (var operand in call.Operands)
            operands.Add(new(operand, Visit(operand)));
        var body = call.Method is { } method ? BodyOf(method, operands.Exists(static operand => !operand.Value.Origins.IsEmpty)) : null;

        // A function in sight is what it computes. Operations of a tensor type are what they are called: their insides are kernels.
        if (body is not null && !IsOwnOperation(call.Method!, function))
        {
            var isStatic = call.Receiver is null || call.Method!.IsExtensionMethod;
            var result = Inline(call.Method!, body, call.Receiver, isStatic ? operands : operands.Skip(1).ToList(), call.Operation);
            var isOpaque = function == KnownFunction.Exp && !NumericTypes.IsNumber(call.Method!.ReturnType);
            if (function is (KnownFunction.None or KnownFunction.PassThrough) && result.Origins.IsEmpty && NameHints.IsLogarithmic(call.Name))
                return result.Add(ValueFacts.LogProbability);
            if (function is KnownFunction.None or KnownFunction.PassThrough || function == KnownFunction.Dot && !IsQuadraticForm(operands) || !result.Origins.IsEmpty || function == KnownFunction.Exp && !isOpaque || call.Method!.ReturnsVoid)
                return result;
        }

        var callables = operands.FindAll(static operand => operand.Value.Callable is not null);
        var variance = VarianceOf(operands);
        return (callables.Count > 0
            ? ApplyCallables(call, function, operands.FindAll(static operand => operand.Value.Callable is null), callables.ConvertAll(static operand => operand.Value.Callable!))
            : Apply(call, function, operands)).Vary(variance);
    }

    /// <summary>What the name of a function says. Those of a random number generator draw from a distribution of that name.</summary>
    private static KnownFunction Meaning(CallSite call)
    {
        var function = KnownFunctions.Find(call.Name);
        if (call.Operation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } || !NameHints.IsRandomSource(LastName(owner)))
            return function;
        return NameHints.IsUniform(call.Name) || NameHints.IsNextUnit(call.Name) ? KnownFunction.Random : function == KnownFunction.Exp ? KnownFunction.None : function;
    }

    // The text of a long chain of calls is long, and asked for at each of them.
    private static string LastName(ExpressionSyntax owner) => owner switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => LastName(access.Name),
        _ => "",
    };

    private static bool IsOwnOperation(IMethodSymbol method, KnownFunction function) =>
        function != KnownFunction.None && !method.ReturnsVoid && IsKindOf(method.ContainingType, method.ReturnType)
        && method.Parameters.Select(parameter => parameter.Type).Append(method.IsStatic ? null : method.ContainingType)
            .Any(type => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, method.ContainingType.OriginalDefinition));

    private static bool IsKindOf(INamedTypeSymbol type, ITypeSymbol other) =>
        type.AllInterfaces.Append(type).Append(type.BaseType).Any(kind => SymbolEqualityComparer.Default.Equals(kind?.OriginalDefinition, other.OriginalDefinition));

    /// <summary>Applies a function by the meaning of its name.</summary>
    private AbstractValue Apply(CallSite call, KnownFunction function, List<Operand> operands)
    {
        var arity = Arity(function);
        if (function == KnownFunction.Add && IsCollectionAdd(call, operands))
            function = KnownFunction.Store;

        switch (function)
        {
            case KnownFunction.Store:
                StoreArgument(call, operands);
                return call.IsForEffect ? AbstractValue.Unknown : PassThrough(operands);
            case KnownFunction.PassThrough or KnownFunction.None when NameHints.IsLogarithmic(call.Name):
                return Havoc(operands).Add(ValueFacts.LogProbability);
            case KnownFunction.PassThrough when IsConversion(call, operands):
                return operands[1].Value;
            case KnownFunction.PassThrough:
                return call.IsForEffect ? Havoc(operands) : PassThrough(operands);
            case KnownFunction.None:
                return Havoc(operands);
            case KnownFunction.Random:
                return Draw(operands).Vary(InnermostLoop);
        }

        if (operands.Count == 0)
            return AbstractValue.Unknown;
        var destination = call.IsForEffect ? TakeDestination(operands, arity) : null;
        var result = Calculate(call, function, operands, arity);
        if (destination is not null && Locate(destination) is { } place)
            Store(place, result, isScalar: false, isWhole: true);
        return result;
    }

    // Where the result goes: an argument more than the function needs, last or, where the last is a number, first; or else into the first operand itself.
    private static IOperation TakeDestination(List<Operand> operands, int arity)
    {
        if (operands.Count <= arity)
            return operands[0].Operation;
        var isLast = IsPlace(operands[operands.Count - 1]);
        var destination = operands[isLast ? operands.Count - 1 : 0].Operation;
        if (isLast || arity == 2 && !NumericTypes.IsScalar(destination.Type))
            operands.RemoveAt(isLast ? operands.Count - 1 : 0);
        return destination;
    }

    // Where the types are in error, a number is known by how it is written, or by being one over a sum.
    private static bool IsPlace(Operand operand) => !NumericTypes.IsScalar(operand.Operation.Type) && !operand.Value.HasRole(OriginRole.Reciprocal)
        && Unwrap(operand.Operation).Syntax is not (BinaryExpressionSyntax or LiteralExpressionSyntax);

    // numerics.ToDouble(x)
    private static bool IsConversion(CallSite call, List<Operand> operands) =>
        call.Receiver is not null && operands.Count == 2 && NameHints.FirstWord(call.Name) is "To" or "From" && operands[1].IsNumberLike && !operands[1].Value.IsConstant;

    private static AbstractValue PassThrough(List<Operand> operands)
    {
        var traced = operands.Where(operand => !operand.Value.Origins.IsEmpty).ToList();
        return traced.Count > 0 ? traced.Select(operand => operand.Value).Aggregate(static (a, b) => a.Join(b))
            : operands.Count > 0 ? operands.FirstOrDefault(operand => operand.Value.Address is not null).Value ?? operands[0].Value
            : AbstractValue.Unknown;
    }

    // What a function out of sight is given it may change.
    private AbstractValue Havoc(List<Operand> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.Value.Address is { } place && operand.Operation is not IInstanceReferenceOperation && operand.Value.Range.IsInformative)
                _state.Set(place, operand.Value.Copy() with { Range = Interval.All });
        }

        return AbstractValue.Unknown;
    }
}
