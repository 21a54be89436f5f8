using System.Reflection;
using System.Reflection.Emit;
using SoftmaxGen.Members;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Calls a member that takes some of these; a number that it returns is stored in the destination.</summary>
public delegate void Invocation<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> vector, T temperature, int label, ReadOnlySpan<int> labels, Span<T> destination)
    where T : unmanaged;

/// <summary>The same for a member that takes arrays.</summary>
public delegate void ArrayInvocation<T>(T[] x, T[] vector, T temperature, int label, int[] labels, T[] destination)
    where T : unmanaged;

/// <summary>Makes a delegate that calls a member from its description: spans can be passed by nothing else.</summary>
internal static class Invocations
{
    private const int IgnoreIndex = -100;
    private const float LabelSmoothing = 0.125f;

    /// <summary>The types of the parameters of a member, with arrays for spans or not.</summary>
    public static Type[] ParameterTypes<T>(MemberDescription member, bool hasArrays)
    {
        Type[] all = All<T>(hasArrays);
        return [.. member.Parameters.Select(parameter => parameter.Kind switch
        {
            ParameterKind.IgnoreIndex or ParameterKind.RowLength or ParameterKind.ColumnCount => typeof(int),
            ParameterKind.Sum => typeof(bool),
            ParameterKind.LabelSmoothing => typeof(T),
            _ => all[Place(member, parameter)],
        })];
    }

    /// <summary>A delegate of type <see cref="Invocation{T}"/> or <see cref="ArrayInvocation{T}"/> that calls the method of a member.</summary>
    /// <param name="rowLength">The length of a row, for a member that takes it.</param>
    /// <param name="columns">The number of columns, for a member that takes it.</param>
    public static Delegate Create<T>(MemberDescription member, MethodInfo method, bool hasArrays, int rowLength = 0, int columns = 0)
        where T : unmanaged
    {
        Type[] all = All<T>(hasArrays);
        DynamicMethod dynamic = new(member.Name, null, all, typeof(Invocations).Module, skipVisibility: true);
        ILGenerator code = dynamic.GetILGenerator();
        foreach (MemberParameter parameter in member.Parameters)
        {
            if (parameter.Kind == ParameterKind.IgnoreIndex)
                code.Emit(OpCodes.Ldc_I4, IgnoreIndex);
            else if (parameter.Kind == ParameterKind.RowLength)
                code.Emit(OpCodes.Ldc_I4, rowLength);
            else if (parameter.Kind == ParameterKind.ColumnCount)
                code.Emit(OpCodes.Ldc_I4, columns);
            else if (parameter.Kind == ParameterKind.Sum)
                code.Emit(OpCodes.Ldc_I4_0);
            else if (parameter.Kind == ParameterKind.LabelSmoothing && typeof(T) == typeof(float))
                code.Emit(OpCodes.Ldc_R4, LabelSmoothing);
            else if (parameter.Kind == ParameterKind.LabelSmoothing)
                code.Emit(OpCodes.Ldc_R8, (double)LabelSmoothing);
            else
                code.Emit(OpCodes.Ldarg, Place(member, parameter));
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(T) && member.Has(ParameterKind.Destination))
        {
            code.Emit(OpCodes.Pop);
        }
        else if (method.ReturnType == typeof(T))
        {
            LocalBuilder number = code.DeclareLocal(typeof(T));
            code.Emit(OpCodes.Stloc, number);
            if (hasArrays)
                code.Emit(OpCodes.Ldarg, all.Length - 1);
            else
                code.Emit(OpCodes.Ldarga, all.Length - 1);
            code.Emit(OpCodes.Ldc_I4_0);
            if (hasArrays)
                code.Emit(OpCodes.Ldelema, typeof(T));
            else
                code.Emit(OpCodes.Call, typeof(Span<T>).GetMethod("get_Item")!);
            code.Emit(OpCodes.Ldloc, number);
            code.Emit(OpCodes.Stobj, typeof(T));
        }

        code.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate(hasArrays ? typeof(ArrayInvocation<T>) : typeof(Invocation<T>));
    }

    private static Type[] All<T>(bool hasArrays) => hasArrays
        ? [typeof(T[]), typeof(T[]), typeof(T), typeof(int), typeof(int[]), typeof(T[])]
        : [typeof(ReadOnlySpan<T>), typeof(ReadOnlySpan<T>), typeof(T), typeof(int), typeof(ReadOnlySpan<int>), typeof(Span<T>)];

    private static int Place(MemberDescription member, MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns => parameter == member.Inputs.First() ? 0 : 1,
        ParameterKind.Temperature => 2,
        ParameterKind.Label => 3,
        ParameterKind.Labels => 4,
        ParameterKind.Destination => 5,
        _ => throw new NotSupportedException($"A parameter {parameter} that this harness does not know."),
    };
}
