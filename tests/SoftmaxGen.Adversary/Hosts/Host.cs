using System.Collections.Concurrent;
using System.Reflection;

namespace SoftmaxGen.Adversary.Hosts;

/// <summary>The emitted members of one host for one element type.</summary>
internal sealed class Host<T>(Type type, int length, SoftmaxAccuracy accuracy)
{
    private readonly ConcurrentDictionary<(string, Type), Delegate> bound = new();

    public int Length => length;

    public SoftmaxAccuracy Accuracy => accuracy;

    /// <summary>The overload of that name whose parameters are those of the delegate.</summary>
    public TDelegate Member<TDelegate>(string name)
        where TDelegate : Delegate => (TDelegate)bound.GetOrAdd((name, typeof(TDelegate)), _ => Bind<TDelegate>(name));

    public override string ToString() => $"{typeof(T).Name} {accuracy} N={length}";

    private TDelegate Bind<TDelegate>(string name)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        MethodInfo method = type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters) ?? throw new MissingMethodException(type.Name, name);
        return method.CreateDelegate<TDelegate>();
    }
}
