using System.Collections.Concurrent;
using System.Reflection;
using SoftmaxGen.Members;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>The emitted members of one host for one element type, as typed delegates.</summary>
public class EmittedHost<T>(Type host, int length, SoftmaxAccuracy accuracy)
    where T : unmanaged
{
    private readonly ConcurrentDictionary<MemberDescription, Invocation<T>> invocations = new(ReferenceEqualityComparer.Instance);

    public Type Type { get; } = host;

    public int Length { get; } = length;

    public SoftmaxAccuracy Accuracy { get; } = accuracy;

    public Map<T> Softmax => field ??= Bind<Map<T>>("Softmax");

    public TemperedMap<T> SoftmaxWithTemperature => field ??= Bind<TemperedMap<T>>("Softmax");

    public Map<T> LogSoftmax => field ??= Bind<Map<T>>("LogSoftmax");

    public Reduction<T> LogSumExp => field ??= Bind<Reduction<T>>("LogSumExp");

    public Map<T> Jacobian => field ??= Bind<Map<T>>("Jacobian");

    public Map<T> JacobianFromSoftmax => field ??= Bind<Map<T>>("JacobianFromSoftmax");

    public VectorMap<T> VectorJacobianProduct => field ??= Bind<VectorMap<T>>("VectorJacobianProduct");

    public VectorMap<T> JacobianVectorProduct => field ??= Bind<VectorMap<T>>("JacobianVectorProduct");

    public LabelledReduction<T> CrossEntropy => field ??= Bind<LabelledReduction<T>>("CrossEntropy");

    public LabelledMap<T> CrossEntropyGradient => field ??= Bind<LabelledMap<T>>("CrossEntropyGradient");

    public Reduction<T> Entropy => field ??= Bind<Reduction<T>>("Entropy");

    public Map<T> EntropyRows => field ??= Bind<Map<T>>("EntropyRows");

    public Map<T> LogSumExpRows => field ??= Bind<Map<T>>("LogSumExpRows");

    public LabelledNumbersMap<T> CrossEntropyRows => field ??= Bind<LabelledNumbersMap<T>>("CrossEntropyRows");

    public LossAndGradient<T> CrossEntropyWithGradientRows => field ??= Bind<LossAndGradient<T>>("CrossEntropyWithGradientRows");

    public Map<T> SoftmaxRows => field ??= Bind<Map<T>>("SoftmaxRows");

    public Map<T> LogSoftmaxRows => field ??= Bind<Map<T>>("LogSoftmaxRows");

    public LabelledRowsMap<T> CrossEntropyGradientRows => field ??= Bind<LabelledRowsMap<T>>("CrossEntropyGradientRows");

    /// <summary>The overload of that name whose parameters are those of the delegate.</summary>
    public TDelegate Member<TDelegate>(string name)
        where TDelegate : Delegate => Bind<TDelegate>(name);

    /// <summary>Large hosts come without Jacobians: see <see cref="EmittedCode"/>.</summary>
    public bool HasJacobian => Length <= EmittedCode.LargestJacobian;

    /// <summary>Calls a member by its description.</summary>
    internal Invocation<T> Invocation(MemberDescription member) =>
        invocations.TryGetValue(member, out Invocation<T>? invocation) ? invocation : invocations[member] = Bind(member);

    public override string ToString() => $"{typeof(T).Name} {Accuracy} N={Length}";

    protected virtual TDelegate Bind<TDelegate>(string name)
        where TDelegate : Delegate => Method<TDelegate>(name, static type => type).CreateDelegate<TDelegate>();

    /// <summary>What calls a member by its description.</summary>
    private protected virtual Invocation<T> Bind(MemberDescription member) =>
        (Invocation<T>)Invocations.Create<T>(member, Method(member.Name, Invocations.ParameterTypes<T>(member, hasArrays: false)), hasArrays: false);

    /// <summary>The method of that name whose parameters have the types of the delegate's, or what the host has instead of them.</summary>
    protected MethodInfo Method<TDelegate>(string name, Converter<Type, Type> instead)
    {
        Type[] parameters = Array.ConvertAll(typeof(TDelegate).GetMethod("Invoke")!.GetParameters(), parameter => instead(parameter.ParameterType));
        return Method(name, parameters);
    }

    private protected MethodInfo Method(string name, Type[] parameters) =>
        Type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters)
        ?? throw new MissingMethodException($"{this} has no {name}({string.Join(", ", parameters.Select(type => type.ToString()))}).");
}
