using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>Calls a pass that takes some of these; a number that it returns is stored in the destination.</summary>
internal delegate void PassInvocation<T>(ref T x, ref T vector, T temperature, int index, ref int labels, double origin, ref T destination, int rows, int length);

/// <summary>One pass of the class behind a host, at one vector width: called by its name, whatever the machine would choose.</summary>
internal sealed record WidthMethod<T>(string Pass, int Width, MethodInfo Method)
    where T : unmanaged
{
    private const int LongestOfMany = 130, LongestTile = 16, MostParts = 64;

    public T[] Run(T[] x)
    {
        int n = x.Length;
        T[] input = Has("rows") ? Among(x) : x, vector = [.. input];

        // Those that are the ignored index, n / 2, come after a tile of rows that all count.
        int[] labels = [.. Enumerable.Range(0, input.Length / n).Select(row => row < LongestTile && row % n == n / 2 ? 0 : row % n)];
        T temperature = (T)Convert.ChangeType(0.75, typeof(T));
        var result = new T[Has("home") ? n * n : input.Length];
        PassInvocation<T> invoke = Invocation();
        invoke(ref input[0], ref vector[0], temperature, Has("home") ? 0 : n / 2, ref labels[0], 0.0, ref result[0], labels.Length, n);
        if (!Has("origin"))
            return result;
        var other = new T[1];
        invoke(ref input[0], ref vector[0], temperature, 0, ref labels[0], Convert.ToDouble(x[n / 2]), ref other[0], labels.Length, n);
        return [result[0], other[0]];
    }

    private bool Has(string parameter) => Method.GetParameters().Any(it => it.Name == parameter);

    private PassInvocation<T> Invocation()
    {
        Type[] all = [.. typeof(PassInvocation<T>).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        DynamicMethod dynamic = new(Method.Name, null, all, typeof(WidthMethods).Module, skipVisibility: true);
        ILGenerator code = dynamic.GetILGenerator();
        bool isNumber = Method.ReturnType != typeof(void);
        bool hasDestination = Method.GetParameters().Any(parameter => parameter.Name == "destination");
        if (isNumber && !hasDestination)
            code.Emit(OpCodes.Ldarg, 6);
        foreach (ParameterInfo parameter in Method.GetParameters())
        {
            if (parameter.Name == "parts")
                EmitMemory(code);
            else
                code.Emit(OpCodes.Ldarg, Place(parameter));
        }

        code.Emit(OpCodes.Call, Method);
        if (isNumber && hasDestination)
        {
            code.Emit(OpCodes.Pop);
        }
        else if (isNumber)
        {
            code.Emit(typeof(T) == typeof(float) ? OpCodes.Conv_R4 : OpCodes.Conv_R8);
            code.Emit(OpCodes.Stobj, typeof(T));
        }

        code.Emit(OpCodes.Ret);
        return dynamic.CreateDelegate<PassInvocation<T>>();
    }

    // What a loss is computed from is not looked at.
    private static void EmitMemory(ILGenerator code)
    {
        code.Emit(OpCodes.Ldc_I4, MostParts);
        code.Emit(OpCodes.Newarr, typeof(double));
        code.Emit(OpCodes.Ldc_I4_0);
        code.Emit(OpCodes.Ldelema, typeof(double));
    }

    private static int Place(ParameterInfo parameter) => (parameter.Name, parameter.ParameterType.IsByRef) switch
    {
        ("x" or "p", true) => 0,
        ("g", true) => 1,
        ("temperature" or "weight" or "divisor", false) => 2,
        ("label" or "home" or "ignoreIndex", false) => 3,
        ("label", true) => 4,
        ("labelSmoothing", false) => parameter.ParameterType == typeof(T) ? 2 : 5,
        ("origin" or "loss", false) => 5,
        ("destination", true) => 6,
        ("rows", false) => 7,
        ("length", false) => 8,
        _ => throw new NotSupportedException($"A parameter {parameter} that this test does not know."),
    };

    /// <summary>Rows enough for a batch of each size and some that are left: ordinary ones, and among them the row, each time begun elsewhere.</summary>
    private static T[] Among(T[] x)
    {
        int n = x.Length, rows = n <= LongestOfMany ? 37 : 5;
        var all = new T[rows * n];
        for (int i = 0; i < all.Length; i++)
        {
            int row = i / n;
            all[i] = row % 2 == 0 ? x[(i + row) % n] : (T)Convert.ChangeType((i * 7 % 11) - 5, typeof(T));
        }

        return all;
    }
}

internal static class WidthMethods
{
    /// <summary>Every method of the class behind the host that is named for a pass and a width and takes this element type.</summary>
    public static WidthMethod<T>[] Of<T>(EmittedHost<T> host)
        where T : unmanaged
    {
        string prefix = $"SoftmaxGen.Generated.For_Hosts_{host.Accuracy}{host.Length}_";
        Type behind = host.Type.Assembly.GetTypes().Single(type => type.FullName!.StartsWith(prefix, StringComparison.Ordinal));
        return
        [
            .. from method in behind.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
               let mark = method.Name.LastIndexOf("Vector", StringComparison.Ordinal)
               where mark > 0 && char.IsDigit(method.Name[^1]) && method.GetParameters()[0].ParameterType == typeof(T).MakeByRefType()
               select new WidthMethod<T>(method.Name[..mark], int.Parse(method.Name[(mark + "Vector".Length)..]), method),
        ];
    }

    /// <summary>Whether this process runs the width in hardware, fused multiply-adds included.</summary>
    public static bool Runs(int width) => width switch
    {
        512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        256 => Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported,
        _ => Fma.IsSupported || AdvSimd.Arm64.IsSupported,
    };
}
