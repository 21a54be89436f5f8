using System.Collections.Immutable;
using SoftmaxGen.Emission;
using SoftmaxGen.Model;

namespace SoftmaxGen.Members;

/// <summary>Every member that there is: parsing, emission, tests and documentation go by this table.</summary>
internal static class MemberTable
{
    private static readonly MemberParameter X = new(ParameterKind.Row, "x");
    private static readonly MemberParameter P = new(ParameterKind.Row, "p");
    private static readonly MemberParameter Label = new(ParameterKind.Label, "label");
    private static readonly MemberParameter Temperature = new(ParameterKind.Temperature, "temperature");
    private static readonly MemberParameter Destination = new(ParameterKind.Destination, "destination");

    private static readonly MemberDescription Softmax = new(
        "Softmax", MethodSet.Softmax, ResultShape.Row, [X, Destination], "Softmax", static context => new SoftmaxMember(context));

    private static readonly MemberDescription TemperedSoftmax = new(
        "Softmax", MethodSet.Temperature, ResultShape.Row, [X, Temperature, Destination], "Softmax", static context => new TemperatureMember(context));

    private static readonly MemberDescription LogSoftmax = new(
        "LogSoftmax", MethodSet.LogSoftmax, ResultShape.Row, [X, Destination], "LogSoftmax", static context => new LogSoftmaxMember(context));

    private static readonly MemberDescription LogSumExp = new(
        "LogSumExp", MethodSet.LogSumExp, ResultShape.Number, [X], "LogSumExp", static context => new LogSumExpMember(context));

    private static readonly MemberDescription Entropy = new(
        "Entropy", MethodSet.Entropy, ResultShape.Number, [X], "Entropy", static context => new EntropyMember(context));

    private static readonly MemberDescription Jacobian = new(
        "Jacobian", MethodSet.Jacobian, ResultShape.Matrix, [X, Destination], "Jacobian", static context => new JacobianMember(context));

    private static readonly MemberDescription JacobianFromSoftmax = new(
        "JacobianFromSoftmax", MethodSet.Jacobian, ResultShape.Matrix, [P, Destination], "JacobianFromSoftmax", static context => new JacobianFromSoftmaxMember(context));

    // The Jacobian is symmetric: its products from the left and from the right are one.
    private static readonly MemberDescription VectorJacobianProduct = new(
        "VectorJacobianProduct", MethodSet.VectorProducts, ResultShape.Row, [P, new(ParameterKind.Row, "upstream"), Destination], "Product", VectorProductMember.Backward);

    private static readonly MemberDescription JacobianVectorProduct = new(
        "JacobianVectorProduct", MethodSet.VectorProducts, ResultShape.Row, [P, new(ParameterKind.Row, "tangent"), Destination], "Product", VectorProductMember.Forward);

    private static readonly MemberDescription CrossEntropy = new(
        "CrossEntropy", MethodSet.CrossEntropy, ResultShape.Number, [X, Label], "CrossEntropy", static context => new CrossEntropyMember(context));

    private static readonly MemberDescription CrossEntropyGradient = new(
        "CrossEntropyGradient", MethodSet.CrossEntropy, ResultShape.Row, [X, Label, Destination], "CrossEntropyGradient", static context => new CrossEntropyGradientMember(context));

    private static readonly MemberDescription CrossEntropyWithGradient = new(
        "CrossEntropyWithGradientRows", MethodSet.LossAndGradient, ResultShape.Rows,
        [X.OfEachRow(), Label.OfEachRow(), Destination, new(ParameterKind.IgnoreIndex, "ignoreIndex")], "CrossEntropyWithGradient", static context => new LossRowsMember(context))
    { ReturnsLoss = true };

    /// <summary>All of them, in the order of a host's file.</summary>
    public static IReadOnlyList<MemberDescription> All { get; } =
    [
        Softmax,
        .. Batches(Softmax, "The softmax of each row"),
        TemperedSoftmax,
        LogSoftmax,
        .. Batches(LogSoftmax, "The logarithm of the softmax of each row"),
        LogSumExp,
        LogSumExp.ForRows("The log-sum-exp of each row") with { Flags = MethodSet.LogSumExp | MethodSet.ReductionRows },
        Entropy,
        Entropy.ForRows("The entropy of the softmax of each row, in nats"),
        Jacobian,
        JacobianFromSoftmax,
        VectorJacobianProduct,
        JacobianVectorProduct,
        CrossEntropy,
        CrossEntropy.ForRows("-log p_label of each row: the losses of a batch, in nats").WithIgnoreIndex() with { Flags = MethodSet.CrossEntropy | MethodSet.ReductionRows },
        CrossEntropyGradient,
        .. Batches(CrossEntropyGradient, "The gradient of the cross-entropy of each row with respect to it: p - onehot(label)"),
        CrossEntropyWithGradient,
    ];

    /// <summary>The members of a target, for each of its element types.</summary>
    public static IEnumerable<MemberDescription> Of(SoftmaxTarget target) =>
        All.Where(member => (target.Methods & member.Flags) == member.Flags && (target.Capabilities.Form == CodeForm.Vectors || !member.IsParallel))
            .Select(member => target.HasAnyLength ? member.ForAnyLength() : member);

    /// <summary>The element types of a target, as they are written.</summary>
    public static IEnumerable<string> Elements(SoftmaxTarget target)
    {
        if ((target.ElementTypes & ElementTypeSet.Single) != 0)
            yield return "float";
        if ((target.ElementTypes & ElementTypeSet.Double) != 0)
            yield return "double";
    }

    /// <summary>Every member that is declared in the host of a target.</summary>
    public static ImmutableArray<EmittedMember> Declared(SoftmaxTarget target)
    {
        ImmutableArray<EmittedMember>.Builder members = ImmutableArray.CreateBuilder<EmittedMember>();
        if (!target.HasAnyLength)
            members.Add(new EmittedMember("Length", null));
        foreach (string element in Elements(target))
        {
            foreach (MemberDescription member in Of(target))
            {
                IEnumerable<string> types = member.Parameters.Select(parameter => parameter.Type(element, target.Capabilities.Form, qualified: true).Replace("global::", ""));
                members.Add(new EmittedMember(member.Name, new EquatableArray<string>(types.ToImmutableArray())));
            }
        }

        return members.ToImmutable();
    }

    private static IEnumerable<MemberDescription> Batches(MemberDescription single, string summary)
    {
        MemberDescription rows = single.ForRows(summary);
        return [rows, rows.ForThreads(), single.ForColumns(summary.Replace("each row", "each column"))];
    }
}
