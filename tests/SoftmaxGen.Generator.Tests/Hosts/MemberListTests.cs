using Microsoft.CodeAnalysis;
using SoftmaxGen.Generator.Tests.Infrastructure;
using SoftmaxGen.Members;
using SoftmaxGen.Model;

namespace SoftmaxGen.Generator.Tests.Hosts;

/// <summary>The rules against clashing members rest on <see cref="MemberTable.Declared"/>: it must list what is really declared.</summary>
public class MemberListTests
{
    private static readonly SymbolDisplayFormat ParameterFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TheoryData<int, int, int> Options
    {
        get
        {
            TheoryData<int, int, int> options = [];
            foreach (int length in (int[])[1, 3, 17, 100, 3000])
            {
                foreach (AccuracyMode accuracy in Enum.GetValues<AccuracyMode>())
                    options.Add(length, (int)MethodSet.All, (int)accuracy);
            }

            foreach (MethodSet methods in Enum.GetValues<MethodSet>().Except([MethodSet.None, MethodSet.Rows, MethodSet.ParallelRows, MethodSet.Columns, MethodSet.ReductionRows, MethodSet.All]))
            {
                options.Add(10, (int)methods, (int)AccuracyMode.Default);
                if (!methods.HasFlag(MethodSet.Rows))
                    options.Add(10, (int)(methods | MethodSet.Rows), (int)AccuracyMode.Default);
                options.Add(10, (int)(methods | MethodSet.ParallelRows | MethodSet.ReductionRows), (int)AccuracyMode.Default);
                options.Add(10, (int)(methods | MethodSet.Columns), (int)AccuracyMode.Default);
            }

            return options;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Lists_exactly_what_is_declared(int length, int methods, int accuracy)
    {
        Generation generation = new Consumer().Generate(
            $"[SoftmaxGen.Softmax({length}, Methods = (SoftmaxGen.SoftmaxMethods){methods}, Accuracy = (SoftmaxGen.SoftmaxAccuracy){accuracy})] static partial class P {{ }}");
        INamedTypeSymbol host = generation.Output.GetTypeByMetadataName("P")!;
        var target = new SoftmaxTarget(new HostType("", default, ""), length, (MethodSet)methods, ElementTypeSet.All, (AccuracyMode)accuracy, new Capabilities(CodeForm.Vectors, HasNullable: true));

        Assert.Equal(
            host.GetMembers().Select(Declared).Order(),
            MemberTable.Declared(target).Select(member => member.Name + (member.ParameterTypes is { } types ? $"({string.Join(", ", types)})" : "")).Order());
    }

    [Fact]
    public void Lists_exactly_what_is_declared_for_any_length()
    {
        Generation generation = new Consumer().Generate($"[SoftmaxGen.Softmax(Methods = (SoftmaxGen.SoftmaxMethods){(int)(MethodSet.All | MethodSet.ParallelRows | MethodSet.Columns)})] static partial class P {{ }}");
        var target = new SoftmaxTarget(new HostType("", default, ""), 0, MethodSet.All | MethodSet.ParallelRows | MethodSet.Columns, ElementTypeSet.All, AccuracyMode.Default, new Capabilities(CodeForm.Vectors, HasNullable: true)) { HasAnyLength = true };

        Assert.Equal(
            generation.Output.GetTypeByMetadataName("P")!.GetMembers().Select(Declared).Order(),
            MemberTable.Declared(target).Select(member => $"{member.Name}({string.Join(", ", member.ParameterTypes!)})").Order());
    }

    [Theory]
    [InlineData((int)ElementTypeSet.Half)]
    [InlineData((int)ElementTypeSet.BFloat16)]
    [InlineData((int)(ElementTypeSet.Single | ElementTypeSet.Half))]
    public void Lists_exactly_what_is_declared_for_16_bits(int types)
    {
        const MethodSet Methods = MethodSet.All | MethodSet.Columns | MethodSet.ParallelRows;
        Generation generation = new Consumer().Generate(
            $"[SoftmaxGen.Softmax(10, Methods = (SoftmaxGen.SoftmaxMethods){(int)Methods}, ElementTypes = (SoftmaxGen.SoftmaxElementTypes){types})] static partial class P {{ }} namespace System.Numerics {{ internal struct BFloat16 {{ }} }}");
        var target = new SoftmaxTarget(new HostType("", default, ""), 10, Methods, (ElementTypeSet)types, AccuracyMode.Default, new Capabilities(CodeForm.Vectors, HasNullable: true));

        Assert.Empty(generation.Warnings);
        Assert.Equal(
            generation.Output.GetTypeByMetadataName("P")!.GetMembers().Select(Declared).Order(),
            MemberTable.Declared(target).Select(member => member.Name + (member.ParameterTypes is { } types ? $"({string.Join(", ", types)})" : "")).Order());
    }

    /// <summary>The rules remember the list by the other two options.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void Length_and_accuracy_do_not_change_the_list(int length, int methods, int accuracy)
    {
        var target = new SoftmaxTarget(new HostType("", default, ""), length, (MethodSet)methods, ElementTypeSet.All, (AccuracyMode)accuracy, new Capabilities(CodeForm.Vectors, HasNullable: true));

        Assert.NotEqual(MemberTable.Declared(target with { HasAnyLength = true }).AsEnumerable(), MemberTable.Declared(target).AsEnumerable());
        Assert.Equal(MemberTable.Declared(target with { Length = 2, Accuracy = AccuracyMode.Default }).AsEnumerable(), MemberTable.Declared(target).AsEnumerable());
    }

    private static string Declared(ISymbol member) =>
        member.Name + (member is IMethodSymbol method ? $"({string.Join(", ", method.Parameters.Select(Declared))})" : "");

    private static string Declared(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(ParameterFormat);
}
