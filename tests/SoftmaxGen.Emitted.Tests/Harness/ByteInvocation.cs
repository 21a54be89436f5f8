using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Emitted.Tests.Harness;

/// <summary>Calls a member whose elements are of a type that the tests may not have: spans come as bytes. A number that it returns is stored in the destination.</summary>
internal delegate void ByteInvocation(ReadOnlySpan<byte> x, ReadOnlySpan<byte> vector, float temperature, int label, ReadOnlySpan<int> labels, int columns, Span<byte> destination);

internal static class ByteInvocations
{
    private const int IgnoreIndex = -100;
    private const float LabelSmoothing = 0.125f;

    /// <summary>The method of a member, if the host has it.</summary>
    public static MethodInfo? Find(Type host, MemberDescription member, Type type) =>
        host.GetMethod(member.Name, BindingFlags.Public | BindingFlags.Static, [.. member.Parameters.Select(parameter => TypeOf(parameter, type))]);

    /// <summary>A delegate that calls the method of a member.</summary>
    /// <param name="element">The name of the element type.</param>
    /// <param name="type">The element type.</param>
    /// <param name="rowLength">The length of a row, for a member that takes it.</param>
    public static ByteInvocation Of(Type host, MemberDescription member, string element, Type type, int rowLength = 0)
    {
        MethodInfo method = Find(host, member, type) ?? throw new MissingMethodException($"{host.Name} has no {member.Signature(element, CodeForm.Vectors, qualified: false)}.");
        Assert.Equal(member.Returns(element), method.ReturnType == typeof(void) ? "void" : "float");

        DynamicMethod dynamic = new(member.Name, null, [.. typeof(ByteInvocation).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)], typeof(ByteInvocations).Module, skipVisibility: true);
        ILGenerator code = dynamic.GetILGenerator();
        foreach (MemberParameter parameter in member.Parameters)
            Load(code, member, parameter, type, rowLength);
        code.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(float) && member.Has(ParameterKind.Destination))
        {
            code.Emit(OpCodes.Pop);
        }
        else if (method.ReturnType == typeof(float))
        {
            LocalBuilder number = code.DeclareLocal(typeof(float)), result = code.DeclareLocal(typeof(Span<float>));
            code.Emit(OpCodes.Stloc, number);
            code.Emit(OpCodes.Ldarg, 6);
            code.Emit(OpCodes.Call, Cast(typeof(Span<>), typeof(float)));
            code.Emit(OpCodes.Stloc, result);
            code.Emit(OpCodes.Ldloca, result);
            code.Emit(OpCodes.Ldc_I4_0);
            code.Emit(OpCodes.Call, typeof(Span<float>).GetMethod("get_Item")!);
            code.Emit(OpCodes.Ldloc, number);
            code.Emit(OpCodes.Stobj, typeof(float));
        }

        code.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<ByteInvocation>();
    }

    private static void Load(ILGenerator code, MemberDescription member, MemberParameter parameter, Type type, int rowLength)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns:
                code.Emit(OpCodes.Ldarg, parameter == member.Inputs.First() ? 0 : 1);
                code.Emit(OpCodes.Call, Cast(typeof(ReadOnlySpan<>), type));
                break;
            case ParameterKind.Destination:
                code.Emit(OpCodes.Ldarg, 6);
                code.Emit(OpCodes.Call, Cast(typeof(Span<>), parameter.IsFloat ? typeof(float) : type));
                break;
            case ParameterKind.Temperature:
                code.Emit(OpCodes.Ldarg, 2);
                break;
            case ParameterKind.LabelSmoothing:
                code.Emit(OpCodes.Ldc_R4, LabelSmoothing);
                break;
            case ParameterKind.Sum:
                code.Emit(OpCodes.Ldc_I4_0);
                break;
            case ParameterKind.RowLength:
                code.Emit(OpCodes.Ldc_I4, rowLength);
                break;
            case ParameterKind.IgnoreIndex:
                code.Emit(OpCodes.Ldc_I4, IgnoreIndex);
                break;
            case ParameterKind.Label or ParameterKind.Labels or ParameterKind.ColumnCount:
                code.Emit(OpCodes.Ldarg, parameter.Kind == ParameterKind.Label ? 3 : parameter.Kind == ParameterKind.Labels ? 4 : 5);
                break;
            default:
                throw new NotSupportedException($"A parameter {parameter} that this harness does not know.");
        }
    }

    private static Type TypeOf(MemberParameter parameter, Type type) => parameter.Kind switch
    {
        ParameterKind.Row or ParameterKind.Rows or ParameterKind.Columns => typeof(ReadOnlySpan<>).MakeGenericType(type),
        ParameterKind.Destination => typeof(Span<>).MakeGenericType(parameter.IsFloat ? typeof(float) : type),
        ParameterKind.Labels => typeof(ReadOnlySpan<int>),
        ParameterKind.Temperature or ParameterKind.LabelSmoothing => typeof(float),
        ParameterKind.Sum => typeof(bool),
        _ => typeof(int),
    };

    private static MethodInfo Cast(Type span, Type type) => typeof(MemoryMarshal).GetMethods()
        .Single(method => method.Name == nameof(MemoryMarshal.Cast) && method.ReturnType.GetGenericTypeDefinition() == span)
        .MakeGenericMethod(typeof(byte), type);
}
