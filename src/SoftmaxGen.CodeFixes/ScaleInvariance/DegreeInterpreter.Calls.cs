using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>Calls: of functions that are known, of functions whose body is at hand, and of all others.</content>
internal sealed partial class DegreeInterpreter
{
    private readonly Stack<Reference> _created = new();

    private DegreeValue Call(IInvocationOperation call)
    {
        if (code.Logarithms.Contains(call.Syntax))
            return Logarithm(call);
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return CallDelegate(call);
        var space = method.ContainingNamespace?.ToDisplayString() ?? "";
        if (space.StartsWith("System", StringComparison.Ordinal) && method.DeclaringSyntaxReferences.IsEmpty || method.ContainingType.TypeKind == TypeKind.TypeParameter)
        {
            var arguments = call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal ?? 0).Select(static argument => argument.Value).ToList();
            if ((Function(call, method, arguments) ?? Sequence(call, method, arguments) ?? Collection(call, method, arguments) ?? Tensor(call, method, arguments)) is { } known)
                return known;
        }

        return method.MethodKind == MethodKind.LocalFunction && LocalFunction(method) is { } local ? Inline(call, local, method, call.Arguments)
            : bodyOf(method.OriginalDefinition) is { } body && !method.IsVirtual && !method.IsOverride && !method.IsAbstract && !method.IsAsync && IsWorthFollowing(call) ? Inline(call, body, method, call.Arguments)
            : CallUnknown(call, call.Instance, call.Arguments, method.DeclaringSyntaxReferences.IsEmpty && !method.IsAbstract && !IsInterface(method) || IsOfFramework(space), method.ReturnType);
    }

    private static bool IsInterface(IMethodSymbol method) => method.ContainingType.TypeKind == TypeKind.Interface;

    private static bool IsOfFramework(string space) => space.StartsWith("System", StringComparison.Ordinal);

    private DegreeValue Logarithm(IInvocationOperation call)
    {
        _met.Add(call.Syntax);
        var degree = RequireAll(Evaluate(call.Arguments[0].Value).Degree, call);
        if (!degree.HasPowerOf(Degree.Of(1)) && !degree.IsZero && !degree.IsBottom)
            Disprove("a logarithm of something else than a sum", call);
        return DegreeValue.Invariant;
    }

    // The result of code that gets nothing but what is invariant is invariant, so only what gets more has to be run.
    private bool IsWorthFollowing(IInvocationOperation call) =>
        call.Arguments.Select(static argument => argument.Value).Append(call.Instance).OfType<IOperation>().Any(argument => argument is IInstanceReferenceOperation
            ? _state is not null && _state.Heap.Any(static one => one.Key.IsOutside && !one.Value.IsInvariant)
            : Peek(argument));

    // Whether an argument carries anything, without leaving a trace in the state.
    private bool Peek(IOperation argument)
    {
        var (state, isDisproved, reason, hasGuard) = (_state, IsDisproved, Reason, HasGuard);
        var value = Evaluate(argument);
        var carries = !IsInvariant(value) || value.Function is IAnonymousFunctionOperation;
        (_state, IsDisproved, Reason, HasGuard) = (state, isDisproved, reason, hasGuard);
        return carries;
    }

    private ILocalFunctionOperation? LocalFunction(IMethodSymbol method)
    {
        if (_root.DescendantsAndSelf().OfType<ILocalFunctionOperation>().FirstOrDefault(Is) is { } inside)
            return inside;
        var top = _root;
        while (top.Parent is { } parent)
            top = parent;
        return top.Descendants().OfType<ILocalFunctionOperation>().FirstOrDefault(Is);

        bool Is(ILocalFunctionOperation local) => SymbolEqualityComparer.Default.Equals(local.Symbol, method.OriginalDefinition);
    }

    /// <summary>Runs a function with what it is given.</summary>
    private DegreeValue Inline(IOperation call, IOperation body, IMethodSymbol method, IReadOnlyList<IArgumentOperation> arguments)
    {
        if (_frame is { Depth: > MaxCallDepth } || _running.Contains(method.OriginalDefinition))
            return CallUnknown(call, (call as IInvocationOperation)?.Instance, arguments, false, method.ReturnType);
        var values = arguments.Select(argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out ? null : Evaluate(argument.Value)).ToList();
        foreach (var (argument, value) in arguments.Zip(values, static (argument, value) => (argument, value)))
        {
            var parameter = argument.Parameter is null ? null : method.OriginalDefinition.Parameters.ElementAtOrDefault(argument.Parameter.Ordinal);
            if (parameter is null)
                continue;
            if (value is not null)
                Assign(parameter, value, argument);
            else
                Bind(parameter, argument.Value, argument);
        }

        return RunInlined(call, body, method);
    }

    private readonly HashSet<ISymbol> _running = new(SymbolEqualityComparer.Default);

    private DegreeValue RunInlined(IOperation call, IOperation body, IMethodSymbol method)
    {
        var context = _context;
        _context += $"/{call.Syntax.SpanStart}";
        _running.Add(method.OriginalDefinition);
        var result = RunFunction(body);
        _running.Remove(method.OriginalDefinition);
        _context = context;
        foreach (var parameter in method.OriginalDefinition.Parameters)
            _aliases.Remove(parameter);
        if (body.Syntax.SyntaxTree != _root.Syntax.SyntaxTree || !_root.Syntax.Span.Contains(body.Syntax.Span) || body is ILocalFunctionOperation)
            Update(state => state.Leave(body.Syntax));
        return result;
    }

    private DegreeValue CallDelegate(IInvocationOperation call)
    {
        var function = Evaluate(call.Instance);
        var arguments = call.Arguments.Select(argument => Evaluate(argument.Value)).ToList();
        return function.Function is { } known ? Apply(call, known, arguments) : CallUnknown(call, call.Instance, call.Arguments, false, call.Type);
    }

    /// <summary>Runs a delegate with some arguments.</summary>
    private DegreeValue Apply(IOperation call, IOperation function, List<DegreeValue> arguments)
    {
        switch (function)
        {
            case IMethodReferenceOperation group when code.Exponentials.Contains(group.Syntax):
                _met.Add(group.Syntax);
                foreach (var argument in arguments)
                    RequireInvariant(argument, "an exponent", group);
                return new(OfExponential(group.Syntax));
            case IAnonymousFunctionOperation lambda:
                for (var at = 0; at < lambda.Symbol.Parameters.Length; at++)
                {
                    if (at < arguments.Count)
                        Assign(lambda.Symbol.Parameters[at], arguments[at], call);
                }

                var result = RunFunction(lambda);
                Update(state => state.Leave(lambda.Syntax) is var left ? left with { Variables = left.Variables.RemoveRange(lambda.Symbol.Parameters) } : state);
                return result;
            case IMethodReferenceOperation { Method: var method }:
                if ((method.MethodKind == MethodKind.LocalFunction ? LocalFunction(method) : arguments.All(IsInvariant) ? null : bodyOf(method.OriginalDefinition)) is { } body
                    && !_running.Contains(method.OriginalDefinition) && _frame is not { Depth: > MaxCallDepth })
                {
                    for (var at = 0; at < method.OriginalDefinition.Parameters.Length && at < arguments.Count; at++)
                        Assign(method.OriginalDefinition.Parameters[at], arguments[at], call);
                    return RunInlined(call, body, method);
                }

                if (IsMathematical(method) && Mathematical(method, arguments, call) is { } known)
                    return known;
                foreach (var argument in arguments)
                    RequireInvariant(argument, "an argument of a function that is not known", call);
                if (!method.DeclaringSyntaxReferences.IsEmpty)
                    CallOutside(call);
                return Result(call, DegreeValue.Invariant);
            default:
                return Unproved("a function that is not known", call);
        }
    }

    /// <summary>Code that is not known sees its arguments and, where it is not of a library, whatever is to be seen outside.</summary>
    private DegreeValue CallUnknown(IOperation call, IOperation? instance, IReadOnlyList<IArgumentOperation> arguments, bool isOfLibrary, ITypeSymbol? result)
    {
        var values = new List<(IOperation Argument, DegreeValue Value)>();
        if (instance is not null and not IInstanceReferenceOperation)
            values.Add((instance, Evaluate(instance)));
        values.AddRange(arguments.Where(static argument => argument.Parameter?.RefKind != RefKind.Out).Select(argument => (argument.Value, Evaluate(argument.Value))));
        foreach (var (argument, value) in values)
        {
            if (value.Function is not null)
                RunUnknown(argument, value.Function);
            RequireInvariant(value, "an argument of a function that is not known", call);
        }

        if (!isOfLibrary || instance is IInstanceReferenceOperation)
            CallOutside(call);
        foreach (var (argument, value) in values)
        {
            if (value.Target is { } target && !IsNumber(argument.Type) && _state is not null && _state.Heap.TryGetValue(target.Object, out var contents) && argument.Type?.Name != "ReadOnlySpan")
            {
                var changed = contents.Havoc();
                if (Unconverted(argument).Type is not (IArrayTypeSymbol or { Name: "Span" }))
                    changed = Elsewhere(changed, target, call);
                Update(state => state.With(target.Object, changed));
            }
        }

        foreach (var argument in arguments.Where(static argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out))
            Store(argument.Value, DegreeValue.Invariant with { Target = IsNumber(argument.Value.Type) ? null : Allocate(argument, Degree.Invariant, isOutside: true).Target }, argument);
        return result is null || IsNumber(result) ? DegreeValue.Invariant : Result(call, DegreeValue.Invariant);
    }

    private Contents Elsewhere(Contents contents, Reference target, IOperation call)
    {
        var length = IndexExpression.Unknown($"length of {target.Object.Name}{target.Path.Replace('{', '(').Replace('}', ')')} after {Id(call)}");
        Update(state => state.Forget(length));
        return contents.WithLength(target.Path, length);
    }

    // Fields may have changed, and what is in them.
    private void CallOutside(IOperation call)
    {
        RequireInvariantOutside(call);
        if (_state is null)
            return;
        foreach (var (@object, contents) in _state.Heap.Where(static one => one.Key.IsOutside).Select(static one => (one.Key, one.Value)))
        {
            if (@object.Name == "this" || @object.Name.StartsWith("static ", StringComparison.Ordinal))
            {
                var name = $"{@object.Name} after {Id(call)}";
                Update(state => state.Forget("{length of " + name));
                Update(state => state.With(@object, Contents.Of(Degree.Invariant, name)));
            }
            else
            {
                Update(state => state.With(@object, contents.Havoc()));
            }
        }
    }

    // A lambda that is handed on may be run at any time, any number of times.
    private void RunUnknown(IOperation argument, IOperation function)
    {
        IReadOnlyList<IParameterSymbol> parameters = function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters,
            IMethodReferenceOperation group => group.Method.Parameters,
            _ => ImmutableArray<IParameterSymbol>.Empty,
        };
        if (code.Exponentials.Concat(code.Logarithms).Any(node => function.Syntax.Span.Contains(node.Span)))
            Disprove("an exponential in a function that is handed on", argument);
        var before = _state;
        for (var time = 0; time < 2; time++)
        {
            RequireInvariant(Apply(argument, function, [.. parameters.Select(parameter => IsNumber(parameter.Type) ? DegreeValue.Invariant : DegreeValue.Invariant with { Target = Outside($"argument {Id(argument)} {parameter.Name}") })]), "a result of a function that is handed on", argument);
            Join(before);
        }
    }

    /// <summary>What a call gives that gets nothing but what is invariant.</summary>
    private DegreeValue Result(IOperation call, DegreeValue value) => call.Type is null || IsNumber(call.Type) || call.Type is { IsValueType: true } && !IsCollection(call.Type)
        ? value with { Number = null, Constant = null }
        : Allocate(call, Degree.Invariant, isOutside: true) with { IsNew = false };

    private DegreeValue Getter(IPropertyReferenceOperation property)
    {
        var isKnown = property.Property.DeclaringSyntaxReferences.IsEmpty && !property.Property.IsAbstract;
        if (!isKnown && property.Property.GetMethod is { } getter && bodyOf(property.Property) is { } body && !property.Property.IsVirtual && !property.Property.IsOverride
            && property.Instance is null or IInstanceReferenceOperation && property.Arguments.IsEmpty && !_running.Contains(getter) && _state is not null && _state.Heap.Any(static one => one.Key.IsOutside && !one.Value.IsInvariant))
            return RunInlined(property, body, getter);
        return CallUnknown(property, property.Instance, property.Arguments, isKnown, property.Type);
    }

    private DegreeValue Create(IObjectCreationOperation creation)
    {
        var type = creation.Type;
        if (type is null || IsNumber(type))
            return Unknown(creation);
        var arguments = creation.Arguments.Select(argument => Evaluate(argument.Value)).ToList();
        if (IsCollection(type))
        {
            var isSpan = type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" or "ArraySegment";
            if (isSpan && arguments.Count > 0 && arguments[0].Target is { } viewed)
                return DegreeValue.Invariant with { Target = viewed with { IsWhole = viewed.IsWhole && arguments.Count == 1 } };
            var source = creation.Arguments.Length > 0 && !IsInteger(creation.Arguments[0].Value.Type) ? ElementOf(arguments[0], Unconverted(creation.Arguments[0].Value).Type) : null;
            var list = Allocate(creation, Degree.Bottom, source is null && creation.Initializer is null ? "0" : null);
            if (source is not null)
                Add(list.Target!.Value, source, creation);
            Initialize(creation.Initializer, list);
            return list;
        }

        foreach (var (argument, value) in creation.Arguments.Zip(arguments, static (argument, value) => (argument, value)))
        {
            if (value.Function is not null)
                RunUnknown(argument, value.Function);
        }

        var isRecord = type is INamedTypeSymbol { IsRecord: true } && creation.Constructor is { } constructor && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);
        var isPlain = type.DeclaringSyntaxReferences.Length > 0 && creation.Constructor is { IsImplicitlyDeclared: true };
        if (!isRecord)
        {
            foreach (var value in arguments)
                RequireInvariant(value, "an argument of a constructor", creation);
            if (!isPlain && type.DeclaringSyntaxReferences.Length > 0)
                CallOutside(creation);
        }

        var created = Allocate(creation, isPlain ? Degree.Zero : Degree.Invariant);
        if (isRecord)
        {
            foreach (var (argument, value) in creation.Arguments.Zip(arguments, static (argument, value) => (argument, value)))
                WritePlace(created.Target!.Value with { Path = $".{argument.Parameter?.Name}" }, value, argument.Value.Type, argument);
        }

        Initialize(creation.Initializer, created);
        return created;
    }

    private void Initialize(IObjectOrCollectionInitializerOperation? initializer, DegreeValue created)
    {
        if (initializer is null || created.Target is not { } target)
            return;
        _created.Push(target);
        foreach (var part in initializer.Initializers)
        {
            if (part is IInvocationOperation { TargetMethod.Name: "Add", Arguments: var arguments } && IsCollection(initializer.Type))
                Add(target, Evaluate(arguments[arguments.Length - 1].Value), part);
            else
                Evaluate(part);
        }

        _created.Pop();
    }

    private DegreeValue Create(IArrayCreationOperation array)
    {
        var lengths = array.DimensionSizes.Select(size => Evaluate(size).Number).ToList();
        var elements = array.Initializer is { } initializer ? Elements(initializer).Select(element => (element, Evaluate(element))).ToList() : null;
        var isNumber = IsNumber((array.Type as IArrayTypeSymbol)?.ElementType);
        var created = Allocate(array, elements is null ? isNumber ? Degree.ZeroIn(_open) : Degree.Bottom : Degree.Bottom, lengths is [{ } length] ? length : null);
        foreach (var (element, value) in elements ?? [])
            Add(created.Target!.Value, value, element);
        if (elements is not null && lengths.Count == 1)
            Update(state => state.With(created.Target!.Value.Object, state.At(created.Target.Value.Object).WithLength("", IndexExpression.Constant(elements.Count))));
        return created;
    }

    private static IEnumerable<IOperation> Elements(IArrayInitializerOperation initializer) =>
        initializer.ElementValues.SelectMany(static element => element is IArrayInitializerOperation inner ? Elements(inner) : [element]);

    private DegreeValue CreateCollection(IOperation collection)
    {
        var created = Allocate(collection, Degree.Bottom);
        foreach (var element in collection.ChildOperations)
        {
            var value = element.Syntax is SpreadElementSyntax && element.ChildOperations.FirstOrDefault() is { } spread ? ElementOf(Evaluate(spread), Unconverted(spread).Type) : Evaluate(element);
            Add(created.Target!.Value, value, element);
        }

        return created;
    }

    /// <summary>Puts a value in a collection, behind what is there.</summary>
    private void Add(Reference list, DegreeValue value, IOperation where) => WritePlace(list with { Path = list.Path + "[*]" }, value, null, where);
}
