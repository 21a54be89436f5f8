using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

/// <summary>
/// Runs a member on abstract values: what each variable, array or sequence may hold, and which exponentials went into it.
/// Statements are run in order, branches are joined, loops are run twice; helpers and lambdas are run where they are called.
/// </summary>
internal sealed partial class AbstractInterpreter(MethodBodies bodies, bool followsNumbers, CancellationToken cancellationToken)
{
    private const int MaxSteps = 15_000;
    private const int MaxDepth = 200;

    private readonly PatternCollector _collector = new();
    private readonly Dictionary<(SyntaxNode Place, SyntaxNode Exp), ExponentialSite> _sites = new();
    private OriginTransfer _origins = null!;
    private ArithmeticTransfer _arithmetic = null!;
    private AbstractState _state = new();
    private CallFrame _frame = null!;
    private bool _hasFieldWriters;
    private bool _isFillingFields;
    private int _steps;
    private int _depth;

    // What is only seen from here on is not understood.
    private bool IsExhausted => _steps > MaxSteps;

    /// <param name="fieldWriters">Other members of the type, whose fields the member finds filled.</param>
    public static ImmutableArray<SoftmaxPattern> Analyze(
        IOperation body, ISymbol member, MethodBodies bodies, CancellationToken cancellationToken, IReadOnlyCollection<IOperation>? fieldWriters = null)
    {
        // Helpers without exponentials can only explain away what is found without them, and to bind them costs most of the time.
        var patterns = new AbstractInterpreter(bodies, followsNumbers: false, cancellationToken).Run(body, member, fieldWriters ?? []);
        return !patterns.Any(IsDoubtful) ? patterns : new AbstractInterpreter(bodies, followsNumbers: true, cancellationToken).Run(body, member, fieldWriters ?? []);
    }

    // What is proven stable without the helpers stays so with them.
    private static bool IsDoubtful(SoftmaxPattern pattern) =>
        pattern.IsUnstable || pattern.Kind == PatternKind.LogSoftmax || pattern.Sites.Any(static site => site.Argument.Start is not null || site.IsClamped);

    private ImmutableArray<SoftmaxPattern> Run(IOperation body, ISymbol member, IReadOnlyCollection<IOperation> fieldWriters)
    {
        _origins = new(_collector);
        _arithmetic = new(_origins);
        _frame = new(caller: null, AbstractLocation.Of((object?)member.ContainingType ?? member), rootCall: null);
        _collector.InAnalysedMember = operation => _frame.RootCall ?? operation;

        // Twice, as what is called for one neuron after the other adds to what is there.
        _hasFieldWriters = _isFillingFields = fieldWriters.Count > 0;
        foreach (var fieldWriter in fieldWriters)
        {
            RunBody(fieldWriter, new(_frame, _frame.This, rootCall: null));
            RunBody(fieldWriter, new(_frame, _frame.This, rootCall: null));
        }

        _isFillingFields = false;

        Visit(body);
        RunUncalledLambdas();
        return _collector.Patterns();
    }

    private AbstractValue Visit(IOperation? operation)
    {
        if (operation is null)
            return AbstractValue.Unknown;
        if (++_steps > MaxSteps || _depth > MaxDepth)
            return AbstractValue.Unknown;

        cancellationToken.ThrowIfCancellationRequested();
        _depth++;
        var value = operation.ConstantValue is { HasValue: true, Value: { } constant } && Number(constant) is { } number
            ? AbstractValue.Constant(number)
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

    // The one place that knows which operation is interpreted where: expressions first, then statements.
    private AbstractValue Evaluate(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.FieldReference or OperationKind.ArrayElementReference
                or OperationKind.InstanceReference or OperationKind.ConditionalAccessInstance or OperationKind.DynamicMemberReference
                or OperationKind.DynamicIndexerAccess or OperationKind.ImplicitIndexerReference or LaterKinds.InlineArrayAccess:
                return Read(operation);
            case OperationKind.PropertyReference:
                return VisitProperty((IPropertyReferenceOperation)operation);
            case OperationKind.Conversion:
                return VisitConversion((IConversionOperation)operation);
            case OperationKind.Parenthesized:
                return Visit(((IParenthesizedOperation)operation).Operand);
            case OperationKind.Binary:
                return VisitBinary((IBinaryOperation)operation);
            case OperationKind.Unary:
                return VisitUnary((IUnaryOperation)operation);
            case OperationKind.SimpleAssignment:
                return VisitAssignment((ISimpleAssignmentOperation)operation);
            case OperationKind.CompoundAssignment:
                return VisitCompound((ICompoundAssignmentOperation)operation);
            case OperationKind.Increment or OperationKind.Decrement:
                return VisitIncrement((IIncrementOrDecrementOperation)operation);
            case OperationKind.CoalesceAssignment:
                var coalesced = (ICoalesceAssignmentOperation)operation;
                return Assign(coalesced.Target, Visit(coalesced.Target).Join(Visit(coalesced.Value)));
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                return Deconstruct(deconstruction.Target, Visit(deconstruction.Value));
            case OperationKind.DeclarationExpression:
                return Visit(((IDeclarationExpressionOperation)operation).Expression);
            case OperationKind.Tuple:
                return VisitTuple((ITupleOperation)operation);
            case OperationKind.Invocation:
                return VisitInvocation((IInvocationOperation)operation);
            case OperationKind.DynamicInvocation:
                return VisitUnresolvedCall(operation);
            case OperationKind.ObjectCreation:
                return VisitObjectCreation((IObjectCreationOperation)operation);
            case OperationKind.AnonymousObjectCreation:
                return VisitAnonymousObject((IAnonymousObjectCreationOperation)operation);
            case OperationKind.ArrayCreation:
                return VisitArrayCreation((IArrayCreationOperation)operation);
            case OperationKind.DelegateCreation:
                return Visit(((IDelegateCreationOperation)operation).Target);
            case OperationKind.AnonymousFunction:
                return VisitLambda((IAnonymousFunctionOperation)operation);
            case OperationKind.MethodReference:
                var method = (IMethodReferenceOperation)operation;
                return new() { Callable = new(method, method.Method, method.Method.Name, method.Instance) };
            case OperationKind.TranslatedQuery:
                return Visit(((ITranslatedQueryOperation)operation).Operation);
            case OperationKind.Await:
                return Visit(((IAwaitOperation)operation).Operation);
            case OperationKind.Coalesce:
                var coalesce = (ICoalesceOperation)operation;
                return Visit(coalesce.Value).Join(Visit(coalesce.WhenNull));
            case OperationKind.ConditionalAccess:
                return VisitConditionalAccess((IConditionalAccessOperation)operation);
            case OperationKind.AddressOf:
                return Visit(((IAddressOfOperation)operation).Reference);

            case OperationKind.Block:
                return ExecuteBlock((IBlockOperation)operation);
            case OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration:
                return VisitChildren(operation);
            case OperationKind.YieldReturn:
                _frame.Yield(Visit(((IReturnOperation)operation).ReturnedValue));
                return AbstractValue.Unknown;
            case OperationKind.Return or OperationKind.YieldBreak:
                _frame.Return(Visit(((IReturnOperation)operation).ReturnedValue).Vary(_control), _state);
                _state.IsUnreachable = true;
                return AbstractValue.Unknown;
            case OperationKind.Throw:
                Visit(((IThrowOperation)operation).Exception);
                _state.IsUnreachable = true;
                return AbstractValue.Unknown;
            case OperationKind.Branch:
                Branch(((IBranchOperation)operation).BranchKind);
                return AbstractValue.Unknown;
            case OperationKind.Conditional:
                return VisitConditional((IConditionalOperation)operation);
            case OperationKind.Loop:
                return ExecuteLoop((ILoopOperation)operation);
            case OperationKind.Switch:
                return ExecuteSwitch((ISwitchOperation)operation);
            case OperationKind.SwitchExpression:
                return VisitSwitchExpression((ISwitchExpressionOperation)operation);
            case OperationKind.Try:
                return ExecuteTry((ITryOperation)operation);
            case OperationKind.VariableDeclarator:
                return VisitDeclarator((IVariableDeclaratorOperation)operation);
            case OperationKind.LocalFunction:
                return AbstractValue.Unknown;
            case OperationKind.IsPattern:
                return AbstractValue.Unknown.Vary(Visit(((IIsPatternOperation)operation).Value).Variance);
            case OperationKind.ExpressionStatement:
                Visit(((IExpressionStatementOperation)operation).Operation);
                return AbstractValue.Unknown;
            default:
                return Recover(operation);
        }
    }

    private AbstractValue VisitChildren(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            Visit(child);
        return AbstractValue.Unknown;
    }
}
