using System.Reflection;
using SoftmaxGen.Members;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>A host whose members take arrays, called like one with spans.</summary>
public sealed class ArrayHost<T>(Type host, int length, SoftmaxAccuracy accuracy) : EmittedHost<T>(host, length, accuracy)
    where T : unmanaged
{
    protected override TDelegate Bind<TDelegate>(string name)
    {
        MethodInfo method = Method<TDelegate>(name, type => type == typeof(Span<T>) || type == typeof(ReadOnlySpan<T>) ? typeof(T[])
            : type == typeof(ReadOnlySpan<int>) ? typeof(int[])
            : type);
        Delegate bound = typeof(TDelegate) switch
        {
            Type type when type == typeof(Map<T>) => new Map<T>((x, destination) => Write(method, x, destination, (a, result) => [a, result])),
            Type type when type == typeof(TemperedMap<T>) => new TemperedMap<T>((x, temperature, destination) => Write(method, x, destination, (a, result) => [a, temperature, result])),
            Type type when type == typeof(LabelledMap<T>) => new LabelledMap<T>((x, label, destination) => Write(method, x, destination, (a, result) => [a, label, result])),
            Type type when type == typeof(LabelledRowsMap<T>) => new LabelledRowsMap<T>((x, labels, destination) =>
            {
                int[] copy = labels.ToArray();
                Write(method, x, destination, (a, result) => [a, copy, result]);
            }),
            Type type when type == typeof(LabelledNumbersMap<T>) => new LabelledNumbersMap<T>((x, labels, destination, ignoreIndex) =>
            {
                int[] copy = labels.ToArray();
                Write(method, x, destination, (a, result) => [a, copy, result, ignoreIndex]);
            }),
            Type type when type == typeof(LossAndGradient<T>) => new LossAndGradient<T>((x, labels, destination, ignoreIndex) =>
            {
                T[] result = destination.ToArray();
                T loss = (T)Call(method, [x == destination ? result : x.ToArray(), labels.ToArray(), result, ignoreIndex])!;
                result.CopyTo(destination);
                return loss;
            }),
            Type type when type == typeof(VectorMap<T>) => new VectorMap<T>((p, vector, destination) =>
            {
                T[] copy = vector.ToArray();
                Write(method, p, destination, (a, result) => [a, copy, result]);
            }),
            Type type when type == typeof(Reduction<T>) => new Reduction<T>(x => (T)Call(method, [x.ToArray()])!),
            Type type when type == typeof(LabelledReduction<T>) => new LabelledReduction<T>((x, label) => (T)Call(method, [x.ToArray(), label])!),
            _ => throw new NotSupportedException($"A delegate {typeof(TDelegate)} that this host does not know."),
        };
        return (TDelegate)bound;
    }

    private protected override Invocation<T> Bind(MemberDescription member)
    {
        var invoke = (ArrayInvocation<T>)Invocations.Create<T>(member, Method(member.Name, Invocations.ParameterTypes<T>(member, hasArrays: true)), hasArrays: true);
        return (x, vector, temperature, label, labels, destination) =>
        {
            T[] result = destination.ToArray();
            invoke(x == destination ? result : x.ToArray(), vector.ToArray(), temperature, label, labels.ToArray(), result);
            result.CopyTo(destination);
        };
    }

    // In place where the spans are.
    private static void Write(MethodInfo method, ReadOnlySpan<T> x, Span<T> destination, Func<T[], T[], object[]> arguments)
    {
        T[] result = destination.ToArray();
        Call(method, arguments(x == destination ? result : x.ToArray(), result));
        result.CopyTo(destination);
    }

    private static object? Call(MethodInfo method, object[] arguments) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
