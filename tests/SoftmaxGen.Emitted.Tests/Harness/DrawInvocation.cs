using System.Reflection;
using System.Reflection.Emit;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Calls a member that draws, or finds the largest elements, with those of the arguments that it takes; what it returns is stored with the results.</summary>
/// <typeparam name="TElement">The type of the elements of a row.</typeparam>
/// <typeparam name="T">The type of numbers: the same, or <c>float</c> where that has 16 bits.</typeparam>
internal delegate void DrawInvocation<TElement, T>(TElement[] x, T[] uniforms, T temperature, T[] numbers, TElement[] rounded, int[] indices, T[] margins);

internal static class DrawInvocations
{
    /// <summary>How many of the largest elements are asked for.</summary>
    public const int K = 3;

    /// <summary>These members.</summary>
    public static IEnumerable<MemberDescription> Members => MemberTable.All.Where(static member => (member.Flags & (MethodSet.Predictions | MethodSet.Sampling)) != 0);

    public static DrawInvocation<TElement, T> Of<TElement, T>(Type host, MemberDescription member, CodeForm form, int length, int columns)
    {
        Type[] all = [typeof(TElement[]), typeof(T[]), typeof(T), typeof(T[]), typeof(TElement[]), typeof(int[]), typeof(T[])];
        DynamicMethod dynamic = new(member.Name, null, all, typeof(DrawInvocations).Module, skipVisibility: true);
        ILGenerator code = dynamic.GetILGenerator();
        List<Type> types = [];
        LocalBuilder? index = null;
        if (member.Result == ResultShape.Index)
        {
            code.Emit(OpCodes.Ldarg, 5);
            code.Emit(OpCodes.Ldc_I4_0);
            index = code.DeclareLocal(typeof(int));
        }

        foreach (MemberParameter parameter in member.Parameters)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.RowLength or ParameterKind.ColumnCount or ParameterKind.Count:
                    code.Emit(OpCodes.Ldc_I4, parameter.Kind switch { ParameterKind.RowLength => length, ParameterKind.ColumnCount => columns, _ => Math.Min(K, length) });
                    types.Add(typeof(int));
                    break;
                case ParameterKind.Temperature:
                    code.Emit(OpCodes.Ldarg, 2);
                    types.Add(typeof(T));
                    break;
                case ParameterKind.Uniform:
                    code.Emit(OpCodes.Ldarg, 1);
                    code.Emit(OpCodes.Ldc_I4_0);
                    code.Emit(OpCodes.Ldelem, typeof(T));
                    types.Add(typeof(T));
                    break;
                case ParameterKind.Out:
                    code.Emit(OpCodes.Ldarg, parameter.Name == "margin" ? 6 : 3);
                    code.Emit(OpCodes.Ldc_I4_0);
                    code.Emit(OpCodes.Ldelema, typeof(T));
                    types.Add(typeof(T).MakeByRefType());
                    break;
                default:
                    types.Add(LoadSequence(parameter, parameter == member.Inputs.First() ? 0 : Place<TElement, T>(parameter)));
                    break;
            }
        }

        code.Emit(OpCodes.Call, host.GetMethod(member.Name, BindingFlags.Public | BindingFlags.Static, [.. types]) ?? throw new MissingMethodException($"{host.Name} has no {member.Name}({string.Join(", ", types)})."));
        if (index is not null)
        {
            code.Emit(OpCodes.Stloc, index);
            code.Emit(OpCodes.Ldloc, index);
            code.Emit(OpCodes.Stelem, typeof(int));
        }

        code.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<DrawInvocation<TElement, T>>();

        Type LoadSequence(MemberParameter parameter, int place)
        {
            code.Emit(OpCodes.Ldarg, place);
            if (form == CodeForm.Arrays)
                return all[place];
            Type span = (parameter.IsInput || parameter.Kind == ParameterKind.Uniforms ? typeof(ReadOnlySpan<>) : typeof(Span<>)).MakeGenericType(all[place].GetElementType()!);
            code.Emit(OpCodes.Newobj, span.GetConstructor([all[place]])!);
            return span;
        }
    }

    private static int Place<TElement, T>(MemberParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns or ParameterKind.Uniforms => 1,
        ParameterKind.Destination when parameter.IsIndex => 5,
        ParameterKind.Destination => typeof(TElement) == typeof(T) || parameter.IsFloat ? 3 : 4,
        ParameterKind.Indices => 5,
        ParameterKind.Margins => 6,
        _ => throw new NotSupportedException($"A parameter {parameter} that this harness does not know."),
    };
}
