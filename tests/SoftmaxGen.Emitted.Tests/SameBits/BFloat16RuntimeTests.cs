using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Emitted.Tests.Harness;
using SoftmaxGen.Tests;

namespace SoftmaxGen.Emitted.Tests.SameBits;

/// <summary>
/// The BFloat16 of .NET 11, which the other tests have a stand-in for: a program that is compiled against the reference assemblies of .NET 11 and run by it. Set SOFTMAXGEN_SLOW=1.
/// </summary>
public class BFloat16RuntimeTests
{
    private const string Version = "11.0.0";

    // Each BFloat16 that there is, in rows of a length that is no whole number of vectors; and each member of the one type beside that of floats.
    private const string Source =
        """
        using System;
        using System.Numerics;
        using SoftmaxGen;

        int failures = 0;
        BFloat16[] all = new BFloat16[65536];
        for (int bits = 0; bits < all.Length; bits++)
            all[bits] = BitConverter.UInt16BitsToBFloat16((ushort)bits);

        // Rows of numbers that are near each other, so that not all is 0.
        Array.Sort(all, (a, b) => ((float)a).CompareTo((float)b));
        int rows = all.Length / Head.Length;
        BFloat16[] x = all[..(rows * Head.Length)], p = new BFloat16[x.Length];
        float[] wide = new float[x.Length], expected = new float[x.Length], single = new float[x.Length];
        for (int i = 0; i < x.Length; i++)
            wide[i] = (float)x[i];

        Head.SoftmaxRows(wide, expected);
        Head.SoftmaxRows(x, p);
        Head.SoftmaxRows(x, single);
        for (int i = 0; i < x.Length; i++)
        {
            Same("rounded", (BFloat16)expected[i], p[i], i);
            Same("single", expected[i], single[i], i);
        }

        Head.LogSoftmaxRows(wide, expected);
        Head.LogSoftmaxRows(x, p);
        for (int i = 0; i < x.Length; i++)
            Same("logarithm", (BFloat16)expected[i], p[i], i);

        // Of any length, and longer than what is on the stack.
        int length = 20_001;
        Head20001(x.AsSpan(0, length), wide.AsSpan(0, length));
        Console.WriteLine($"{Environment.Version.Major}: {rows} rows, {failures} failures");
        return failures;

        void Head20001(ReadOnlySpan<BFloat16> row, ReadOnlySpan<float> widened)
        {
            BFloat16[] result = new BFloat16[row.Length];
            float[] of = new float[row.Length];
            Any.Softmax(row, result);
            Any.Softmax(widened, of);
            for (int i = 0; i < of.Length; i++)
                Same("any length", (BFloat16)of[i], result[i], i);
            if (Any.LogSumExp(row).ToString("R") != Any.LogSumExp(widened).ToString("R") || Any.Sample(row, 0.5f) != Any.Sample(widened, 0.5f))
                failures++;
        }

        void Same<T>(string what, T want, T got, int i)
            where T : INumber<T>
        {
            if (T.IsNaN(want) ? T.IsNaN(got) : want == got && T.IsNegative(want) == T.IsNegative(got))
                return;
            if (failures++ < 10)
                Console.WriteLine($"{what}, {i}: {got}, not {want}");
        }

        [Softmax(1001, ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.BFloat16, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSoftmax | SoftmaxMethods.Rows)]
        internal static partial class Head;

        [Softmax(ElementTypes = SoftmaxElementTypes.Single | SoftmaxElementTypes.BFloat16, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.LogSumExp | SoftmaxMethods.Sampling)]
        internal static partial class Any;
        """;

    [Fact]
    public async Task The_type_of_the_framework_is_converted_as_the_framework_does()
    {
        if (Environment.GetEnvironmentVariable("SOFTMAXGEN_SLOW") != "1" || RuntimeFolder.TryFind(Version) is not { } dotnet || RestoredPackage.TryFind("Microsoft.NETCore.App.Ref", Version) is not { } package)
            return;

        DirectoryInfo folder = Directory.CreateTempSubdirectory("SoftmaxGen.BFloat16.");
        try
        {
            string program = Path.Combine(folder.FullName, "BFloat16.dll");
            IEnumerable<MetadataReference> references = Directory.GetFiles(Path.Combine(package, "ref", "net11.0"), "*.dll").Select(path => MetadataReference.CreateFromFile(path));
            File.WriteAllBytes(program, HostCompiler.CompileProgram("BFloat16", Source, [.. references]));
            File.WriteAllText(Path.ChangeExtension(program, ".runtimeconfig.json"), """{ "runtimeOptions": { "tfm": "net11.0", "framework": { "name": "Microsoft.NETCore.App", "version": "11.0.0" } } }""");
            ProcessStartInfo start = RuntimeFolder.Start(dotnet, program);
            start.RedirectStandardOutput = start.RedirectStandardError = true;
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output + await errors);
            Assert.Equal("11: 65 rows, 0 failures", output.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
