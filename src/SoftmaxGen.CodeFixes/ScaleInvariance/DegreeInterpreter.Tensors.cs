using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Transfer functions of TensorPrimitives: one operation on all elements of spans.</content>
internal sealed partial class DegreeInterpreter
{
    private DegreeValue? Tensor(IInvocationOperation call, IMethodSymbol method, List<IOperation> arguments)
    {
        if (!IsTensor(call))
            return null;
        DegreeValue Element(int at) => IsNumber(arguments[at].Type) ? Evaluate(arguments[at]) : ElementOf(Evaluate(arguments[at]), Spanned(arguments[at]).Type);
        switch (method.Name, arguments.Count)
        {
            case ("Sum" or "Max", 1):
                var all = Each(call, () => Element(0)).Degree;
                return new(Degree.ZeroIn(_open).Join(all.WithCoverage(Unconditional(all).Coverage.Aggregate(_open))));
            case ("Exp", 2):
                return Fill(Each(call, () => OfExponential(Element(0))));
            case ("Add" or "Subtract" or "Multiply" or "Divide", 3):
                return Fill(Each(call, () => Combine(KindOf(method.Name), Element(0), Element(1), null, call)));
            default:
                return null;
        }

        DegreeValue OfExponential(DegreeValue exponent)
        {
            RequireInvariant(exponent, "an exponent", call);
            if (!code.Exponentials.Contains(call.Syntax))
                return DegreeValue.Invariant;
            _met.Add(call.Syntax);
            return new(this.OfExponential(call.Syntax));
        }

        // Elements of a longer destination keep what was in them.
        DegreeValue Fill(DegreeValue value)
        {
            if (Evaluate(arguments[arguments.Count - 1]).Target is not { } destination)
                return Unproved("a destination that is not known", call);
            if (Evaluate(arguments[0]).Target is not { } source || source != destination && !HasSameLength(source, destination))
                return Unproved("a destination that may be longer", call);
            Replace(destination, value.Degree);
            return DegreeValue.Invariant;
        }
    }

    private static bool IsTensor(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.ContainingType: { Name: "TensorPrimitives", ContainingNamespace: { Name: "Tensors", ContainingNamespace.Name: "Numerics" } } };

    private bool HasSameLength(Reference one, Reference other) => one.IsWhole && other.IsWhole && LengthOf(one) is { } length && length == LengthOf(other);

    // An array is converted to a span by an operator.
    private static IOperation Spanned(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static BinaryOperatorKind KindOf(string function) => function switch
    {
        "Add" => BinaryOperatorKind.Add,
        "Subtract" => BinaryOperatorKind.Subtract,
        "Multiply" => BinaryOperatorKind.Multiply,
        _ => BinaryOperatorKind.Divide,
    };
}
