using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.CodeFixes.Tests.Infrastructure;

/// <summary>Code that is compiled and run.</summary>
internal sealed class RunnableCode(Assembly assembly)
{
    public static async Task<RunnableCode> OfAsync(FixedProject project)
    {
        using MemoryStream image = new();
        var result = (await project.CompileAsync()).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        AssemblyLoadContext context = new(null, isCollectible: true);
        context.Resolving += static (context, name) => name.Name == "System.Numerics.Tensors" ? context.LoadFromAssemblyPath(FixedProject.TensorsPath) : null;
        return new RunnableCode(context.LoadFromStream(image));
    }

    /// <summary>What the only method named Softmax, LogSumExp or LogSoftmax returns, in double; those of generated hosts take spans.</summary>
    public double[] Run(double[] x)
    {
        MethodInfo method = assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Single(method => (method.Name is "Softmax" or "LogSumExp" or "LogSoftmax") && !method.GetParameters()[0].ParameterType.IsByRefLike);
        object argument = method.GetParameters()[0].ParameterType switch
        {
            var type when type == typeof(float[]) => x.Select(value => (float)value).ToArray(),
            var type when type == typeof(double[,]) => Matrix(x),
            var type when type == typeof(double[][]) => new double[][] { [.. x], [.. x.Select(value => value / 2)] },
            _ => x.ToArray(),
        };
        object? result = method.Invoke(null, [argument]);
        return result switch
        {
            double number => [number],
            float number => [number],
            IEnumerable<double> numbers => [.. numbers],
            IEnumerable<float> numbers => [.. numbers.Select(number => (double)number)],
            double[,] matrix => [.. matrix.Cast<double>().Take(x.Length)],
            IEnumerable<double[]> rows => rows.First(),
            _ => throw new InvalidOperationException($"{method} returned {result}."),
        };
    }

    private static double[,] Matrix(double[] x)
    {
        double[,] rows = new double[2, x.Length];
        for (int i = 0; i < x.Length; i++)
            (rows[0, i], rows[1, i]) = (x[i], x[i] / 2);
        return rows;
    }
}
