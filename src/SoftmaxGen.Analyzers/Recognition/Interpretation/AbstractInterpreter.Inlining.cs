using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Recognition;

internal sealed partial class AbstractInterpreter
{
    private const int MaxInlining = 4;
    private const int MaxHelpers = 16;
    private const int MaxHelperLength = 6000;
    private const int ShortHelperLength = 800;

    private readonly Dictionary<IMethodSymbol, IOperation> _localFunctions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _running = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, (IOperation Function, AbstractState State)> _uncalled = new();
    private readonly HashSet<SyntaxNode> _called = new();

    /// <summary>
    /// The body of a helper in the same compilation, when it is worth following: when it takes exponentials, when it is given some,
    /// or when it is short and does something to numbers.
    /// </summary>
    private IOperation? BodyOf(IMethodSymbol method, bool isGivenExponentials)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (_localFunctions.TryGetValue(method, out var local))
            return local;
        if (method.IsAbstract || method.IsExtern || !IsWorthFollowing(method, method, isGivenExponentials || followsNumbers && HasNumbers(method)))
            return null;
        return bodies.Find(method, cancellationToken);
    }

    private IOperation? Getter(IPropertyReferenceOperation property)
    {
        var symbol = property.Property.OriginalDefinition;
        return symbol.GetMethod is { } getter && !symbol.IsAbstract && IsWorthFollowing(symbol, getter, NumericTypes.IsNumber(symbol.Type) && (followsNumbers || HoldsExponentials(property.Instance)))
            && bodies.Find(symbol, cancellationToken) is { } body and not IPropertyInitializerOperation
            ? body
            : null;
    }

    // Sum => _level.Sums[Nest.Index], where another member of the object added to that.
    private bool HoldsExponentials(IOperation? instance) => instance is not null && LocateObject(instance) is { } place && _state.HasExponentialsIn(place);

    private bool IsWorthFollowing(ISymbol member, IMethodSymbol running, bool isNumeric)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration, ..] || _frame.Depth >= MaxInlining || _running.Contains(running))
            return false;
        var length = declaration.Span.Length;
        if (length > MaxHelperLength || !(isNumeric && length <= ShortHelperLength || bodies.IsExponential(member)))
            return false;

        // Each helper has to be bound, so that there is an end to it.
        return _followed.Contains(member) || _followed.Count < MaxHelpers && _followed.Add(member);
    }

    private static bool HasNumbers(IMethodSymbol method) =>
        NumericTypes.IsFloating(method.ReturnType)
        || method.Parameters.Any(static parameter => parameter.Type is IArrayTypeSymbol { ElementType: var element } && NumericTypes.IsFloating(element)
            || parameter.RefKind != RefKind.None && NumericTypes.IsFloating(parameter.Type)
            || parameter.Type is INamedTypeSymbol { TypeArguments: [var argument, ..] } && NumericTypes.IsFloating(argument)
            || parameter.Type is IPointerTypeSymbol);

    private AbstractValue Inline(IMethodSymbol method, IOperation body, IOperation? receiver, List<Operand> arguments, IOperation call)
    {
        var target = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_running.Add(target))
            return AbstractValue.Unknown;

        var isLocal = target.MethodKind == MethodKind.LocalFunction;
        var @this = isLocal ? _frame.This : (target.IsStatic ? null : LocateObject(receiver)) ?? AbstractLocation.Of(target.ContainingType);
        var frame = new CallFrame(_frame, @this, RootCall(body, call)) { LoopDepth = _frame.LoopDepth, Variance = isLocal ? _frame.Variance : VarianceOf(receiver) };
        for (var i = 0; i < target.Parameters.Length; i++)
        {
            var parameter = target.Parameters[i];
            var argument = i < arguments.Count ? arguments[i].Value : AbstractValue.Unknown;
            if (parameter.RefKind is RefKind.Ref or RefKind.Out && i < arguments.Count && Locate(arguments[i].Operation) is { } place)
                argument = argument with { Address = _state.Resolve(place) };
            else
                argument = NumericTypes.IsScalar(parameter.Type) ? argument.Copy() : isLocal ? Generalise(argument) : argument;
            _state.Set(AbstractLocation.Of(parameter), argument);
        }

        var result = RunBody(body, frame);
        _running.Remove(target);
        if (frame.Caller?.RootCall is null && NumericTypes.IsNumber(method.ReturnType))
            MarkWrapper(result, call);
        return result;
    }

    private static void MarkWrapper(AbstractValue result, IOperation call)
    {
        foreach (var origin in result.Origins)
        {
            if (origin.Role == OriginRole.Term && origin.Site.Operation == call)
                origin.Site.IsWrapped = true;
        }
    }

    private AbstractValue RunBody(IOperation body, CallFrame frame)
    {
        var outer = _frame;
        _frame = frame;
        var value = Visit(Body(body));
        _frame = outer;
        if (frame.Exit is { } exit)
        {
            _state = _state.Join(exit);
            _state.Leave(InnerLoops);
        }

        _state.IsUnreachable = false;
        return (frame.Returned ?? value).Settle(InnerLoops);
    }

    private static IOperation? Body(IOperation body) => body switch
    {
        ILocalFunctionOperation function => function.Body,
        IAnonymousFunctionOperation lambda => lambda.Body,
        _ => body,
    };

    private AbstractValue VisitLambda(IAnonymousFunctionOperation lambda)
    {
        if (!_called.Contains(lambda.Syntax))
            _uncalled[lambda.Syntax] = (lambda, _state.Clone());
        return new() { Callable = new(lambda, lambda.Symbol, "", null) };
    }

    // A local function is a part of its member, unless it is nothing but a wrapper.
    private IOperation? RootCall(IOperation body, IOperation call)
    {
        if (body is not ILocalFunctionOperation { Syntax: LocalFunctionStatementSyntax syntax } function || IsWrapper(syntax))
            return _frame.RootCall ?? call;
        _called.Add(function.Syntax);
        return _frame.RootCall;
    }

    private static bool IsWrapper(LocalFunctionStatementSyntax function)
    {
        var expression = function.ExpressionBody?.Expression;
        while (expression is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            expression = expression is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)expression).Expression;
        return expression is InvocationExpressionSyntax;
    }

    // A lambda that is only stored or returned is analysed with arguments of which nothing is known.
    private void RunUncalledLambdas()
    {
        while (_uncalled.Count > 0)
        {
            var (syntax, (lambda, state)) = (_uncalled.First().Key, _uncalled.First().Value);
            _uncalled.Remove(syntax);
            if (!_called.Add(syntax))
                continue;
            _state = state;
            Visit(Body(lambda));
        }
    }

    private AbstractValue Invoke(Callable callable, List<AbstractValue> arguments, IOperation call)
    {
        if (callable.Operation is IAnonymousFunctionOperation lambda)
        {
            _called.Add(lambda.Syntax);
            return RunLambda(lambda, arguments);
        }

        var operand = arguments.Count > 0 ? arguments[0] : AbstractValue.Unknown;
        if (callable.Method is { } method && BodyOf(method, arguments.Any(static argument => !argument.Origins.IsEmpty)) is { } body && _running.Add(method.OriginalDefinition))
        {
            var frame = new CallFrame(_frame, AbstractLocation.Of((object?)method.ContainingType ?? method), RootCall(body, callable.Operation)) { LoopDepth = _frame.LoopDepth };
            Bind(method.OriginalDefinition.Parameters, arguments);
            var result = RunBody(body, frame);
            _running.Remove(method.OriginalDefinition);
            MarkWrapper(result, callable.Operation);
            return result;
        }

        var function = KnownFunctions.Find(callable.Name);
        var operands = arguments.Select(argument => new Operand(callable.Operation, argument)).ToList();
        var target = new CallSite(callable.Name, callable.Method, null, System.Collections.Immutable.ImmutableArray<IOperation>.Empty, callable.Operation);
        return function switch
        {
            KnownFunction.Exp => Exponential(callable.Operation, operand, null),
            KnownFunction.Pow or KnownFunction.Add or KnownFunction.Subtract or KnownFunction.Multiply or KnownFunction.Divide when operands.Count >= 2 =>
                CalculateBinary(function, operands[0], operands[1], call),
            KnownFunction.PassThrough or KnownFunction.None => operand.Copy(),
            _ => operands.Count > 0 ? CalculateUnary(function, operands[0], operands, target) : AbstractValue.Unknown,
        };
    }

    private AbstractValue RunLambda(IAnonymousFunctionOperation lambda, List<AbstractValue> arguments)
    {
        if (!_running.Add(lambda.Symbol))
            return AbstractValue.Unknown;
        var frame = new CallFrame(_frame, _frame.This, _frame.RootCall) { LoopDepth = _frame.LoopDepth, Variance = _frame.Variance };
        Bind(lambda.Symbol.Parameters, arguments);
        var result = RunBody(lambda, frame);
        _running.Remove(lambda.Symbol);
        return result;
    }
}
