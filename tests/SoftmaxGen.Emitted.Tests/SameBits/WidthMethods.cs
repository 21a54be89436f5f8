using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SoftmaxGen.Emitted.Tests.Harness;

namespace SoftmaxGen.Emitted.Tests.SameBits;

internal delegate void RowMethod<T>(ref T x, ref T destination);

internal delegate void TemperedRowMethod<T>(ref T x, T temperature, ref T destination);

internal delegate void IndexedRowMethod<T>(ref T x, int index, ref T destination);

internal delegate void ProductRowMethod<T>(ref T p, ref T vector, ref T destination);

internal delegate void RowsMethod<T>(ref T x, ref T destination, int rows);

internal delegate void LabelledRowsMethod<T>(ref T x, ref int label, ref T destination, int rows);

internal delegate double SumMethod<T>(ref T x, double origin);

/// <summary>One pass of the class behind a host, at one vector width: called by its name, whatever the machine would choose.</summary>
internal sealed record WidthMethod<T>(string Pass, int Width, MethodInfo Method)
    where T : unmanaged
{
    private const int LongestOfMany = 130;

    public T[] Run(EmittedHost<T> host, T[] x)
    {
        int n = host.Length;
        var result = new T[Pass == "Jacobian" ? n * n : n];
        switch (Pass)
        {
            case "Softmax" or "LogSoftmax":
                Method.CreateDelegate<RowMethod<T>>()(ref x[0], ref result[0]);
                break;
            case "Tempered":
                Method.CreateDelegate<TemperedRowMethod<T>>()(ref x[0], (T)Convert.ChangeType(0.75, typeof(T)), ref result[0]);
                break;
            case "Jacobian":
                Method.CreateDelegate<IndexedRowMethod<T>>()(ref x[0], 0, ref result[0]);
                break;
            case "Gradient":
                Method.CreateDelegate<IndexedRowMethod<T>>()(ref x[0], n / 2, ref result[0]);
                break;
            case "Product":
                T[] vector = [.. x];
                Method.CreateDelegate<ProductRowMethod<T>>()(ref x[0], ref vector[0], ref result[0]);
                break;
            case "SoftmaxRows" or "LogSoftmaxRows":
                T[] rows = Among(x);
                result = new T[rows.Length];
                Method.CreateDelegate<RowsMethod<T>>()(ref rows[0], ref result[0], rows.Length / n);
                break;
            case "GradientRows":
                T[] labelled = Among(x);
                result = new T[labelled.Length];
                int[] labels = [.. Enumerable.Range(0, labelled.Length / n).Select(row => row % n)];
                Method.CreateDelegate<LabelledRowsMethod<T>>()(ref labelled[0], ref labels[0], ref result[0], labels.Length);
                break;
            case "LogSumExp" or "FinestLogSumExp":
                SumMethod<T> sum = Method.CreateDelegate<SumMethod<T>>();
                result = [(T)Convert.ChangeType(sum(ref x[0], 0.0), typeof(T)), (T)Convert.ChangeType(sum(ref x[0], Convert.ToDouble(x[n / 2])), typeof(T))];
                break;
            default:
                throw new NotSupportedException($"A pass {Pass} that this test does not know.");
        }

        return result;
    }

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
