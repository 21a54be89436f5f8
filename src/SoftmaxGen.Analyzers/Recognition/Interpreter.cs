using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>
/// Runs a member on abstract values: what each variable, array or sequence may hold, and which exponentials went into it.
/// Statements are run in order, branches are joined, loops are run twice; helpers and lambdas are run where they are called.
/// </summary>
internal sealed partial class Interpreter(MethodBodies bodies, bool followsNumbers, CancellationToken cancellationToken)
{
    private const int MaxSteps = 15_000;
    private const int MaxDepth = 200;

    private readonly Findings _findings = new();
    private readonly Dictionary<(SyntaxNode Place, SyntaxNode Exp), ExpSite> _sites = new();
    private Arithmetic _arithmetic = null!;
    private State _state = new();
    private Frame _frame = null!;
    private int _steps;
    private int _depth;

    // What is only seen from here on is not understood.
    private bool IsExhausted => _steps > MaxSteps;

    /// <param name="feeders">Other members of the type, whose fields the member finds filled.</param>
    public static ImmutableArray<SoftmaxPattern> Analyze(
        IOperation body, ISymbol member, MethodBodies bodies, CancellationToken cancellationToken, IReadOnlyCollection<IOperation>? feeders = null)
    {
        // Helpers without exponentials can only explain away what is found without them, and to bind them costs most of the time.
        var patterns = new Interpreter(bodies, followsNumbers: false, cancellationToken).Run(body, member, feeders ?? []);
        return !patterns.Any(IsDoubtful) ? patterns : new Interpreter(bodies, followsNumbers: true, cancellationToken).Run(body, member, feeders ?? []);
    }

    // What is proven stable without the helpers stays so with them.
    private static bool IsDoubtful(SoftmaxPattern pattern) =>
        pattern.IsUnstable || pattern.Kind == PatternKind.LogSoftmax || pattern.Sites.Any(static site => site.Argument.Start is not null || site.IsClamped);

    private ImmutableArray<SoftmaxPattern> Run(IOperation body, ISymbol member, IReadOnlyCollection<IOperation> feeders)
    {
        _arithmetic = new(_findings);
        _frame = new(caller: null, Location.Of((object?)member.ContainingType ?? member), rootCall: null);
        _findings.InAnalysedMember = operation => _frame.RootCall ?? operation;

        // Twice, as what is called for one neuron after the other adds to what is there.
        foreach (var feeder in feeders)
        {
            RunBody(feeder, new(_frame, _frame.This, rootCall: null));
            RunBody(feeder, new(_frame, _frame.This, rootCall: null));
        }

        Visit(body);
        RunUncalledLambdas();
        return _findings.Patterns();
    }

    private Value Visit(IOperation? operation)
    {
        if (operation is null)
            return Value.Unknown;
        if (++_steps > MaxSteps || _depth > MaxDepth)
            return Value.Unknown;

        cancellationToken.ThrowIfCancellationRequested();
        _depth++;
        var value = operation.ConstantValue is { HasValue: true, Value: { } constant } && Number(constant) is { } number
            ? Value.Constant(number)
            : Evaluate(operation);
        _depth--;
        return value;
    }

    private static double? Number(object constant) => constant switch
    {
        double value => value,
        float value => value,
        int value => value,
        long value => value,
        uint value => value,
        ulong value => value,
        short value => value,
        ushort value => value,
        byte value => value,
        sbyte value => value,
        decimal value => (double)value,
        _ => null,
    };

    private Value Evaluate(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
                or IInstanceReferenceOperation or IConditionalAccessInstanceOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
                or IImplicitIndexerReferenceOperation:
                return Read(operation);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case IConversionOperation conversion:
                return VisitConversion(conversion);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IUnaryOperation unary:
                return VisitUnary(unary);
            case ISimpleAssignmentOperation assignment:
                if (assignment.Target is ILocalReferenceOperation or IFieldReferenceOperation && assignment.Value.ConstantValue.HasValue && Locate(assignment.Target) is { } started)
                    _starts[started] = assignment.Value;
                return Assign(assignment.Target, Accumulated(assignment, Visit(assignment.Value)).Add(IsRunningMaximum(assignment) ? Facts.Max : Facts.None));
            case ICompoundAssignmentOperation assignment:
                return VisitCompound(assignment);
            case IIncrementOrDecrementOperation increment:
                return VisitIncrement(increment);
            case ICoalesceAssignmentOperation assignment:
                return Assign(assignment.Target, Visit(assignment.Target).Join(Visit(assignment.Value)));
            case IDeconstructionAssignmentOperation assignment:
                return Deconstruct(assignment.Target, Visit(assignment.Value));
            case IDeclarationExpressionOperation declaration:
                return Visit(declaration.Expression);
            case ITupleOperation tuple:
                return VisitTuple(tuple);
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IDynamicInvocationOperation invocation:
                return VisitUnresolvedCall(invocation);
            case IObjectCreationOperation creation:
                return VisitObjectCreation(creation);
            case IAnonymousObjectCreationOperation creation:
                return VisitAnonymousObject(creation);
            case IArrayCreationOperation creation:
                return VisitArrayCreation(creation);
            case IDelegateCreationOperation creation:
                return Visit(creation.Target);
            case IAnonymousFunctionOperation lambda:
                return VisitLambda(lambda);
            case IMethodReferenceOperation method:
                return new() { Callable = new(method, method.Method, method.Method.Name, method.Instance) };
            case ITranslatedQueryOperation query:
                return Visit(query.Operation);
            case IAwaitOperation wait:
                return Visit(wait.Operation);
            case ICoalesceOperation coalesce:
                return Visit(coalesce.Value).Join(Visit(coalesce.WhenNull));
            case IConditionalAccessOperation access:
                return VisitConditionalAccess(access);
            case IAddressOfOperation address:
                return Visit(address.Reference);
            case IInvalidOperation invalid:
                return VisitInvalid(invalid);
            default:
                return Execute(operation);
        }
    }

    private Value VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child);
        return Value.Unknown;
    }
}
