using System.Runtime.InteropServices;

namespace SoftmaxGen.Adversary.Arithmetic;

/// <summary>The functions of libmpfr that are called, where the library is installed (Debian: libmpfr6).</summary>
internal static unsafe class MpfrLibrary
{
    private static readonly nint Handle = Load();

    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, double, int, int> SetDouble = (delegate* unmanaged[Cdecl]<Mpfr.Header*, double, int, int>)Export("mpfr_set_d");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, int, double> GetDouble = (delegate* unmanaged[Cdecl]<Mpfr.Header*, int, double>)Export("mpfr_get_d");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int> Add = Binary("mpfr_add");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int> Subtract = Binary("mpfr_sub");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int> Multiply = Binary("mpfr_mul");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int> Divide = Binary("mpfr_div");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, int, int> Exp = Unary("mpfr_exp");
    public static readonly delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, int, int> Log1p = Unary("mpfr_log1p");

    /// <summary>Whether it can be used: it is there, long has 64 bits as <see cref="Mpfr.Header"/> expects, and threads may share it.</summary>
    public static bool IsAvailable => Handle != 0;

    private static delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int> Binary(string name) =>
        (delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, Mpfr.Header*, int, int>)Export(name);

    private static delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, int, int> Unary(string name) =>
        (delegate* unmanaged[Cdecl]<Mpfr.Header*, Mpfr.Header*, int, int>)Export(name);

    private static nint Export(string name) => Handle == 0 ? 0 : NativeLibrary.GetExport(Handle, name);

    private static nint Load()
    {
        if (OperatingSystem.IsWindows() || nint.Size != 8)
            return 0;
        foreach (string name in new[] { "libmpfr.so.6", "libmpfr.6.dylib", "libmpfr.so" })
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                var isThreadSafe = (delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(handle, "mpfr_buildopt_tls_p");
                if (isThreadSafe() != 0)
                    return handle;
            }
        }

        return 0;
    }
}
