using System.Collections.Immutable;
using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using System.Text.Json.Serialization;
using SoftmaxGen.Emission;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Site;

/// <summary>What the page calls.</summary>
public static partial class Emitter
{
    // That of a type without a namespace, as Parsing makes it; the class behind the host is named after it.
    private const string HintName = "Classifier_ffae7b34.g.cs";

    /// <summary>The largest N whose Jacobian fits a span.</summary>
    private const int LargestWithJacobian = 46_340;

    /// <summary>The flags of <c>Methods</c> that are not made of others, with their values, as a JSON object.</summary>
    [JSExport]
    public static string Methods() => JsonSerializer.Serialize(
        Enum.GetValues<MethodSet>().Where(IsFlag).ToDictionary(static method => method.ToString(), static method => (int)method), Texts.Default.DictionaryStringInt32);

    // Some flags bring another along: ParallelRows has Rows.
    private static bool IsFlag(MethodSet method) => method is not (MethodSet.None or MethodSet.Default or MethodSet.Losses or MethodSet.All);

    /// <summary>The files for one host named Classifier, as a JSON object with their names and texts in the order in which they are read.</summary>
    /// <param name="length">N; 0 for rows of any length.</param>
    /// <param name="methods">The value of a <see cref="MethodSet"/>.</param>
    /// <param name="elementTypes">The value of an <see cref="ElementTypeSet"/>.</param>
    /// <param name="accuracy">The value of an <see cref="AccuracyMode"/>.</param>
    /// <param name="form">The value of a <see cref="CodeForm"/>.</param>
    [JSExport]
    public static string Emit(int length, int methods, int elementTypes, int accuracy, int form)
    {
        HostType host = new("", new EquatableArray<TypeDeclaration>([new TypeDeclaration("partial class", "Classifier")]), HintName);
        SoftmaxTarget target = new(host, Math.Max(1, length), (MethodSet)methods, (ElementTypeSet)elementTypes, (AccuracyMode)accuracy, new Capabilities((CodeForm)form, HasNullable: form == 0))
        {
            HasAnyLength = length == 0,
        };
        if (length > LargestWithJacobian && target.Methods.HasFlag(MethodSet.Jacobian))
            target = target with { Methods = target.Methods & ~MethodSet.Jacobian };

        List<EmittedHost> hosts = [HostEmitter.Emit(target, default)];
        hosts.AddRange(AnyLengthEmitter.Needed([target]).Select(static shared => AnyLengthEmitter.Emit(shared, default)));
        var files = hosts.ToDictionary(static file => file.HintName, static file => file.Text);
        foreach (KernelSet kernels in KernelsEmitter.Needed([.. hosts.Select(static file => file.Kernels)]))
            files.Add(KernelsEmitter.HintName, KernelsEmitter.Emit(kernels));
        return JsonSerializer.Serialize(files, Texts.Default.DictionaryStringString);
    }

    private static void Main()
    {
    }

    [JsonSerializable(typeof(Dictionary<string, string>))]
    [JsonSerializable(typeof(Dictionary<string, int>))]
    private sealed partial class Texts : JsonSerializerContext;
}
