using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private readonly Stack<AbstractLocation> _creations = new();

    private AbstractValue VisitProperty(IPropertyReferenceOperation property)
    {
        if (property.Arguments.IsEmpty && NameHints.IsSize(property.Property.Name))
        {
            Visit(property.Instance);
            return new() { Range = Interval.NonNegative, Facts = ValueFacts.Scalar };
        }

        if (NameHints.IsTimeSpan(property.Property.Name))
        {
            Visit(property.Instance);
            return AbstractValue.NonNegative;
        }

        return Getter(property) is { } getter
            ? Inline(property.Property.GetMethod!, getter, property.Instance, property.Arguments.Select(argument => new Operand(argument.Value, Visit(argument.Value))).ToList(), property)
            : Read(property);
    }

    private AbstractValue VisitConversion(IConversionOperation conversion)
    {
        var value = Visit(conversion.Operand);
        return NumericTypes.IsScalar(conversion.Type) ? value.Copy() : value;
    }

    private AbstractValue VisitBinary(IBinaryOperation binary)
    {
        var (a, b) = (Visit(binary.LeftOperand), Visit(binary.RightOperand));
        var value = Combine(binary.OperatorKind, a, b, binary);
        if (binary.Syntax.IsKind(SyntaxKind.SubtractExpression) && !value.Range.IsInformative && value.Origins.IsEmpty)
            value = Ordered(binary, value);
        return value.Origins.IsEmpty && !value.Range.IsInformative && ProductForms.Square(binary) is var (squared, others, isNegated)
            ? value with { Range = SquareTimes(squared, others, isNegated) }
            : value;
    }

    private Interval SquareTimes(IOperation squared, IEnumerable<IOperation> others, bool isNegated)
    {
        var square = AbstractValue.In(Visit(squared).Range.Square());
        var product = others.Aggregate(square, (value, factor) => _arithmetic.Multiply(value, Visit(factor), factor, sameOperand: false));
        return isNegated ? -product.Range : product.Range;
    }

    private AbstractValue Combine(BinaryOperatorKind kind, AbstractValue a, AbstractValue b, IOperation operation) =>
        Calculate(kind, a, b, operation).Vary(a.Variance | b.Variance);

    private AbstractValue Calculate(BinaryOperatorKind kind, AbstractValue a, AbstractValue b, IOperation operation)
    {
        // Pointer arithmetic stays in its buffer.
        if (operation.Type?.TypeKind == TypeKind.Pointer)
            return a.Address is null ? b : a;

        var (left, right) = operation switch
        {
            IBinaryOperation binary => (binary.LeftOperand, binary.RightOperand),
            ICompoundAssignmentOperation compound => (compound.Target, compound.Value),
            _ => ((IOperation?)null, (IOperation?)null),
        };

        // Where the types are in error the compiler names no operator.
        switch (kind == BinaryOperatorKind.None ? OperatorOf(operation.Syntax) : kind)
        {
            case BinaryOperatorKind.Add when operation.Type?.SpecialType != SpecialType.System_String:
                return AreElements(left, right) ? AggregateTransfer.Sum(ArithmeticTransfer.Add(a, b)) with { Range = a.Range + b.Range } : ArithmeticTransfer.Add(a, b, left, right);
            case BinaryOperatorKind.Subtract:
                var difference = ArithmeticTransfer.Subtract(a, b, right);
                return _collector.IsShiftOutside(a, b, operation) ? difference with { Origins = a.Origins } : difference;
            case BinaryOperatorKind.Multiply:
                return _arithmetic.Multiply(a, b, operation, operation is IBinaryOperation product && SyntaxFactory.AreEquivalent(product.LeftOperand.Syntax, product.RightOperand.Syntax));
            case BinaryOperatorKind.Divide:
                return _arithmetic.Divide(a, b, operation);
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                _origins.Comparison(a, b, operation);
                return AbstractValue.Unknown;
            case BinaryOperatorKind.Remainder when a.Range.IsNonNegative:
                return AbstractValue.NonNegative;
            default:
                return AbstractValue.Unknown;
        }
    }

    // e[0] + e[1] + e[2]: what is known of one element is known of all, yet they are several exponentials.
    private static bool AreElements(IOperation? left, IOperation? right)
    {
        if (left is null || right is null)
            return false;
        left = Unwrap(left) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand: var last } ? Unwrap(last) : Unwrap(left);
        return left.Syntax is ElementAccessExpressionSyntax one && Unwrap(right).Syntax is ElementAccessExpressionSyntax other
            && SyntaxFactory.AreEquivalent(one.Expression, other.Expression) && !SyntaxFactory.AreEquivalent(one.ArgumentList, other.ArgumentList);
    }

    private static BinaryOperatorKind OperatorOf(SyntaxNode syntax) => syntax.Kind() switch
    {
        SyntaxKind.AddExpression or SyntaxKind.AddAssignmentExpression => BinaryOperatorKind.Add,
        SyntaxKind.SubtractExpression or SyntaxKind.SubtractAssignmentExpression => BinaryOperatorKind.Subtract,
        SyntaxKind.MultiplyExpression or SyntaxKind.MultiplyAssignmentExpression => BinaryOperatorKind.Multiply,
        SyntaxKind.DivideExpression or SyntaxKind.DivideAssignmentExpression => BinaryOperatorKind.Divide,
        SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => BinaryOperatorKind.LessThan,
        SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => BinaryOperatorKind.GreaterThan,
        _ => BinaryOperatorKind.None,
    };

    private AbstractValue VisitUnary(IUnaryOperation unary)
    {
        var value = Visit(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Minus or UnaryOperatorKind.None when unary.Syntax.IsKind(SyntaxKind.UnaryMinusExpression) => ArithmeticTransfer.Negate(value),
            UnaryOperatorKind.Plus or UnaryOperatorKind.Hat => value,
            _ => AbstractValue.Unknown.Vary(value.Variance),
        };
    }

    private AbstractValue VisitCompound(ICompoundAssignmentOperation assignment)
    {
        var before = Visit(assignment.Target);
        var operand = Visit(assignment.Value);
        if (assignment.OperatorMethod is { IsStatic: false } method && BodyOf(method, followsNumbers || !operand.Origins.IsEmpty) is { } body)
            return Inline(method, body, assignment.Target, [new(assignment.Value, operand)], assignment);
        var value = Combine(assignment.OperatorKind, before, IsCentred(operand, assignment) ? operand.WithFacts(operand.Facts & ~ArithmeticTransfer.Shifts) : operand, assignment);
        if (assignment.Syntax.IsKind(SyntaxKind.AddAssignmentExpression) && _frame.LoopDepth > 0 && operand.Origins.IsEmpty && !operand.IsConstant
            && NumericTypes.IsFloating(assignment.Target.Type) && !IsElement(assignment.Target))
            value = value.Add(ValueFacts.Total);
        if (assignment.Syntax.IsKind(SyntaxKind.AddAssignmentExpression) && !before.Origins.IsEmpty)
            value = AggregateTransfer.Sum(value) with { Range = value.Range, Facts = value.Facts };
        return Assign(assignment.Target, value);
    }

    // sum += weight[k] * (x[k] - mean[k]): what differs from addend to addend is the maximum of no row.
    private bool IsCentred(AbstractValue addend, ICompoundAssignmentOperation assignment) =>
        addend.Has(ValueFacts.ShiftedByGuess) && addend.Subtrahend is { } subtrahend && !IsElement(assignment.Target)
        && assignment.Syntax.IsKind(SyntaxKind.AddAssignmentExpression) && (VarianceOf(subtrahend) & InnermostLoop) != 0;

    /// <summary>x = x + e with an exponential in x already, from the iteration before, is a sum.</summary>
    private AbstractValue Accumulated(ISimpleAssignmentOperation assignment, AbstractValue value)
    {
        if (value.Origins.IsEmpty)
            return value;
        var terms = Unwrap(assignment.Value) switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.None, Syntax.RawKind: (int)SyntaxKind.AddExpression } sum =>
                new[] { sum.LeftOperand, sum.RightOperand },
            IInvocationOperation call when KnownFunctions.Find(call.TargetMethod.Name) == KnownFunction.Add => call.Arguments.Select(argument => argument.Value),
            IInvalidOperation { Syntax: InvocationExpressionSyntax syntax } call when KnownFunctions.Find(InvocationName.Of(syntax) ?? "") == KnownFunction.Add => call.ChildOperations,
            _ => [],
        };
        return terms.Any(term => IsSame(term, assignment.Target)) && !Visit(assignment.Target).Origins.IsEmpty
            ? AggregateTransfer.Sum(value) with { Range = value.Range, Facts = value.Facts }
            : value;
    }

    private AbstractValue VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        var before = Visit(increment.Target);
        var one = AbstractValue.Constant(1);
        var after = increment.Kind == OperationKind.Increment ? ArithmeticTransfer.Add(before, one) : ArithmeticTransfer.Subtract(before, one);

        // A pointer that moves stays in its buffer.
        if (increment.Type?.TypeKind == TypeKind.Pointer)
            return before;
        Assign(increment.Target, after.Vary(before.Variance));
        return before;
    }

    private AbstractValue VisitTuple(ITupleOperation tuple)
    {
        var elements = ImmutableArray.CreateRange(tuple.Elements.Select(Visit));
        return elements.Aggregate(AbstractValue.Unknown, static (a, b) => a.Join(b)) with { Elements = elements, Address = null };
    }

    private AbstractValue VisitConditionalAccess(IConditionalAccessOperation access)
    {
        Visit(access.Operation);
        _conditionalInstances.Push((LocateObject(access.Operation) ?? AbstractLocation.Of(access), VarianceOf(access.Operation)));
        var value = Visit(access.WhenNotNull);
        _conditionalInstances.Pop();
        return value;
    }
}
