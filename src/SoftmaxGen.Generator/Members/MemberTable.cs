using System.Collections.Immutable;
using SoftmaxGen.Emission;
using SoftmaxGen.Model;

namespace SoftmaxGen.Members;

/// <summary>Every member that there is: parsing, emission, tests and documentation go by this table.</summary>
internal static class MemberTable
{
    private static readonly MemberParameter X = new(ParameterKind.Row, "x");
    private static readonly MemberParameter Y = new(ParameterKind.Row, "y");
    private static readonly MemberParameter P = new(ParameterKind.Row, "p");
    private static readonly MemberParameter Label = new(ParameterKind.Label, "label");
    private static readonly MemberParameter Temperature = new(ParameterKind.Temperature, "temperature");
    private static readonly MemberParameter Target = new(ParameterKind.Row, "target") { IsApart = true };
    private static readonly MemberParameter LabelSmoothing = new(ParameterKind.LabelSmoothing, "labelSmoothing");
    private static readonly MemberParameter IsSum = new(ParameterKind.Sum, "sum");
    private static readonly MemberParameter IgnoreIndex = new(ParameterKind.IgnoreIndex, "ignoreIndex");
    private static readonly MemberParameter Destination = new(ParameterKind.Destination, "destination");

    private static readonly MemberDescription Softmax = new(
        "Softmax", MethodSet.Softmax, ResultShape.Row, [X, Destination], "Softmax", static context => new PassMember(
            context,
            new SoftmaxPass(context),
            "p_i = exp(x_i) / sum_k exp(x_k), relative to the largest element so that nothing overflows.",
            DocText.SpecialRows + " An element of -infinity beside finite ones gives exactly 0.",
            "the probabilities"));

    private static readonly MemberDescription TemperedSoftmax = new(
        "Softmax", MethodSet.Temperature, ResultShape.Row, [X, Temperature, Destination], "Softmax", static context => new TemperatureMember(context));

    private static readonly MemberDescription LogSoftmax = new(
        "LogSoftmax", MethodSet.LogSoftmax, ResultShape.Row, [X, Destination], "LogSoftmax", static context => new PassMember(
            context,
            new LogSoftmaxPass(context),
            "log p_i = x_i - log sum_k exp(x_k), relatively accurate also where p_i is close to 1.",
            DocText.SpecialRows + " An element of -infinity beside finite ones gives -infinity.",
            "the natural logarithms of the probabilities"));

    private static readonly MemberDescription LogSumExp = new(
        "LogSumExp", MethodSet.LogSumExp, ResultShape.Number, [X], "LogSumExp", static context => new LogSumExpMember(context));

    private static readonly MemberDescription Entropy = new(
        "Entropy", MethodSet.Entropy, ResultShape.Number, [X], "Entropy", static context => new NumberMember(
            context,
            new EntropyPass(context),
            "-sum_k p_k log p_k of p = softmax(x), in nats. An element whose probability is 0 counts 0.",
            returns: $"The entropy, from 0 to log({context.Length}) up to rounding; {DocText.SpecialResult}"));

    private static readonly MemberDescription Jacobian = new(
        "Jacobian", MethodSet.Jacobian, ResultShape.Matrix, [X, Destination], "Jacobian", static context => new JacobianMember(context));

    private static readonly MemberDescription JacobianFromSoftmax = new(
        "JacobianFromSoftmax", MethodSet.Jacobian, ResultShape.Matrix, [P, Destination], "JacobianFromSoftmax", static context => new JacobianFromSoftmaxMember(context));

    // The Jacobian is symmetric: its products from the left and from the right are one.
    private static readonly MemberDescription VectorJacobianProduct = new(
        "VectorJacobianProduct", MethodSet.VectorProducts, ResultShape.Row, [P, new(ParameterKind.Row, "upstream"), Destination], "Product", static context => new PassMember(context, new ProductPass(context), DocText.Backward + ".", received: "the product"));

    private static readonly MemberDescription JacobianVectorProduct = new(
        "JacobianVectorProduct", MethodSet.VectorProducts, ResultShape.Row, [P, new(ParameterKind.Row, "tangent"), Destination], "Product", static context => new PassMember(context, new ProductPass(context), DocText.Forward + ".", received: "the product"));

    private static readonly MemberDescription CrossEntropy = new(
        "CrossEntropy", MethodSet.CrossEntropy, ResultShape.Number, [X, Label], "CrossEntropy", static context => new LogOfSumMember(
            context,
            "-log p_label = log sum_k exp(x_k) - x_label: the loss of one row, in nats.",
            returns: $"The loss, at least 0; {DocText.SpecialResult}"));

    private static readonly MemberDescription CrossEntropyGradient = new(
        "CrossEntropyGradient", MethodSet.CrossEntropy, ResultShape.Row, [X, Label, Destination], "CrossEntropyGradient", static context => new PassMember(
            context,
            new GradientPass(context),
            "The gradient of the cross-entropy with respect to x: p - onehot(label).",
            DocText.SpecialRows + " At the label it is minus the sum of the other probabilities, so that it is accurate where p_label is close to 1.",
            "the gradient"));

    private static readonly MemberDescription CrossEntropyWithGradient = new(
        "CrossEntropyWithGradientRows", MethodSet.LossAndGradient, ResultShape.Rows,
        [X.OfEachRow(), Label.OfEachRow(), Destination, new(ParameterKind.IgnoreIndex, "ignoreIndex")], "CrossEntropyWithGradient", static context => new LossRowsMember(context))
    { ReturnsLoss = true };

    private static readonly MemberDescription TargetCrossEntropy = new(
        "CrossEntropy", MethodSet.TargetDistributions, ResultShape.Number, [X, Target], "CrossEntropy", TargetLoss);

    private static readonly MemberDescription TargetCrossEntropyGradient = new(
        "CrossEntropyGradient", MethodSet.TargetDistributions, ResultShape.Row, [X, Target, Destination], "CrossEntropyGradient", static context => new TargetGradientMember(context));

    private static readonly MemberDescription TargetCrossEntropyWithGradient = new(
        "CrossEntropyWithGradientRows", MethodSet.TargetDistributions, ResultShape.Rows,
        [X.OfEachRow(), Target.OfEachRow(), Destination, IsSum], "CrossEntropyWithGradient", static context => new TargetRowsMember(context))
    { ReturnsLoss = true };

    // Of one row it is no member: it is what the rows are made of.
    private static readonly MemberDescription SmoothedCrossEntropy = new(
        "CrossEntropy", MethodSet.None, ResultShape.Number, [X, Label], "CrossEntropy", static context => new SmoothedLossMember(context));

    private static readonly MemberDescription SmoothedCrossEntropyWithGradient = new(
        "CrossEntropyWithGradientRows", MethodSet.LabelSmoothing, ResultShape.Rows,
        [X.OfEachRow(), Label.OfEachRow(), Destination, LabelSmoothing, IsSum, IgnoreIndex], "CrossEntropyWithGradient", static context => new SmoothedRowsMember(context))
    { ReturnsLoss = true };

    private static readonly MemberDescription TemperedLogSoftmax = new(
        "LogSoftmax", MethodSet.TemperatureScaling, ResultShape.Row, [X, Temperature, Destination], "LogSoftmax", TemperedRowsMember.LogSoftmax);

    private static readonly MemberDescription TemperedCrossEntropy = new(
        "CrossEntropy", MethodSet.TemperatureScaling, ResultShape.Number, [X, Temperature, Label], "CrossEntropy", static context => new NumberMember(
            context,
            new TemperedLogSumPass(context),
            "-log p_label of p = softmax(x / T): the loss of one row, in nats.",
            returns: "The loss, at least 0.",
            remarks: DocText.SpecialResult));

    private static readonly MemberDescription TemperedCrossEntropyGradient = new(
        "CrossEntropyGradient", MethodSet.TemperatureScaling, ResultShape.Row, [X, Temperature, Label, Destination], "CrossEntropyGradient", TemperedRowsMember.CrossEntropyGradient);

    private static readonly MemberDescription TemperatureDerivative = new(
        "CrossEntropyTemperatureDerivative", MethodSet.TemperatureScaling, ResultShape.Number, [X, Temperature, Label], "TemperatureDerivative", static context => new NumberMember(
            context,
            new TemperedLogSumPass(context, isDerivative: true),
            "The derivative of the cross-entropy of softmax(x / T) by T: (x_label - sum_k p_k x_k) / T^2. What a temperature is fitted by.",
            returns: "The derivative.",
            remarks: DocText.SpecialResult));

    private static readonly MemberDescription LogProbability = new(
        "LogProbability", MethodSet.PolicyGradients, ResultShape.Number, [X, Label], "LogProbability", static context => new LogProbabilityMember(context));

    private static readonly MemberDescription LogProbabilityGradient = new(
        "LogProbabilityGradient", MethodSet.PolicyGradients, ResultShape.Row, [X, Label, Destination], "LogProbabilityGradient", static context => new LogProbabilityGradientMember(context));

    private static readonly MemberDescription EntropyGradient = new(
        "EntropyGradient", MethodSet.PolicyGradients, ResultShape.Row, [X with { IsApart = true }, Destination], "EntropyGradient", ComposedMember.EntropyGradient);

    private static readonly MemberDescription KullbackLeibler = new(
        "KullbackLeibler", MethodSet.Divergence, ResultShape.Number, [X, Y], "KullbackLeibler", static context => new NumberMember(
            context,
            DivergencePass.Of(context, DivergenceResult.Number),
            "The Kullback-Leibler divergence of p = softmax(x) from q = softmax(y), in nats: sum_k p_k (log p_k - log q_k). It keeps its accuracy where both are close.",
            returns: "The divergence, at least 0 up to rounding.",
            remarks: "NaN where a row has NaN or +infinity in it, or -infinity only. +infinity where y is -infinity and x is not; where x is, an element counts 0."));

    private static readonly MemberDescription KullbackLeiblerGradientByX = new(
        "KullbackLeiblerGradientByX", MethodSet.Divergence, ResultShape.Row, [X, Y, Destination], "KullbackLeiblerGradientByX", ComposedMember.DivergenceGradientByX);

    private static readonly MemberDescription KullbackLeiblerGradientByY = new(
        "KullbackLeiblerGradientByY", MethodSet.Divergence, ResultShape.Row, [X, Y, Destination], "KullbackLeiblerGradientByY", ComposedMember.DivergenceGradientByY);

    private static readonly MemberDescription LogSoftmaxProduct = new(
        "LogSoftmaxVectorJacobianProduct", MethodSet.ProductRows, ResultShape.Row, [P, new(ParameterKind.Row, "upstream"), Destination], "LogSoftmaxProduct", ComposedMember.LogSoftmaxProduct);

    private static readonly MemberDescription HessianProduct = new(
        "LogSumExpHessianVectorProduct", MethodSet.ProductRows, ResultShape.Row, [X, new(ParameterKind.Row, "tangent") { IsApart = true }, Destination], "HessianProduct", ComposedMember.HessianProduct);

    private static readonly MemberParameter Uniform = new(ParameterKind.Uniform, "uniform");
    private static readonly MemberParameter Uniforms = new(ParameterKind.Row, "uniforms") { IsUniform = true };
    private static readonly MemberParameter Indices = new(ParameterKind.Indices, "indices") { IsIndex = true };

    private static readonly MemberDescription ArgMax = new(
        "ArgMax", MethodSet.Predictions, ResultShape.Index, [X, new(ParameterKind.Out, "probability"), new(ParameterKind.Out, "margin")], "ArgMax", PredictionMember.ArgMax);

    private static readonly MemberDescription TopK = new(
        "TopK", MethodSet.Predictions, ResultShape.Top, [X with { IsApart = true }, new(ParameterKind.Count, "k"), Destination, Indices], "TopK", PredictionMember.TopK)
    { StoresByRow = true };

    private static readonly MemberDescription Sample = new(
        "Sample", MethodSet.Sampling, ResultShape.Index, [X, Uniform], "Sample", DrawMember.ByInverse);

    private static readonly MemberDescription TemperedSample = Sample with { Parameters = [X, Temperature, Uniform] };

    private static readonly MemberDescription GumbelMax = new(
        "GumbelMax", MethodSet.Sampling, ResultShape.Index, [X, Uniforms], "GumbelMax", DrawMember.ByGumbel);

    private static readonly MemberDescription TemperedGumbelMax = GumbelMax with { Parameters = [X, Temperature, Uniforms] };

    private static readonly MemberDescription GumbelSoftmax = new(
        "GumbelSoftmax", MethodSet.Sampling, ResultShape.Row, [X, Temperature, Uniforms, Destination], "GumbelSoftmax", static context => new GumbelSoftmaxMember(context));

    /// <summary>All of them, in the order of a host's file.</summary>
    public static IReadOnlyList<MemberDescription> All { get; } = WithColumns(
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
        TargetCrossEntropy,
        TargetCrossEntropy.ForRows("-sum_k target_k log p_k of each row: the losses of a batch whose targets are distributions, in nats"),
        TargetCrossEntropyGradient,
        TargetCrossEntropyGradient.ForRows("The gradient of the cross-entropy of each row with respect to it, where targets are distributions: p - target") with { Emitter = static context => new TargetRowsMember(context) },
        TargetCrossEntropyWithGradient,
        SmoothedCrossEntropy.ForRows("The losses of a batch with label smoothing, in nats") with
        {
            Flags = MethodSet.LabelSmoothing,
            Parameters = [X.OfEachRow(), Label.OfEachRow(), Destination, LabelSmoothing, IgnoreIndex],
        },
        SmoothedCrossEntropyWithGradient,
        TemperedSoftmax.ForRows("") with { Flags = MethodSet.TemperatureScaling | MethodSet.Rows, Emitter = TemperedRowsMember.Softmax },
        TemperedLogSoftmax,
        TemperedLogSoftmax.ForRows("") with { Emitter = TemperedRowsMember.LogSoftmax },
        TemperedCrossEntropy,
        TemperedCrossEntropy.ForRows("-log p_label of softmax(x / T) of each row: the losses of a batch, in nats").WithIgnoreIndex(),
        TemperedCrossEntropyGradient,
        TemperedCrossEntropyGradient.ForRows("") with { Emitter = TemperedRowsMember.CrossEntropyGradient },
        TemperatureDerivative,
        TemperatureDerivative.ForRows("The derivative of the cross-entropy of softmax(x / T) by T, of each row").WithIgnoreIndex(),
        LogProbability,
        LogProbability.ForRows("log p_label of softmax(x) of each row"),
        LogProbabilityGradient,
        LogProbabilityGradient.ForRows("") with { Emitter = static context => new LogProbabilityGradientMember(context) },
        EntropyGradient,
        EntropyGradient.ForRows("") with { Emitter = ComposedMember.EntropyGradient },
        KullbackLeibler,
        KullbackLeibler.ForRows("The Kullback-Leibler divergence of softmax(x) from softmax(y) of each row, in nats"),
        KullbackLeiblerGradientByX,
        KullbackLeiblerGradientByX.ForRows("") with { Emitter = ComposedMember.DivergenceGradientByX },
        KullbackLeiblerGradientByY,
        KullbackLeiblerGradientByY.ForRows("") with { Emitter = ComposedMember.DivergenceGradientByY },
        VectorJacobianProduct.ForRows("") with { Flags = MethodSet.ProductRows, Emitter = ComposedMember.VectorJacobianProduct },
        JacobianVectorProduct.ForRows("") with { Flags = MethodSet.ProductRows, Emitter = ComposedMember.JacobianVectorProduct },
        LogSoftmaxProduct,
        LogSoftmaxProduct.ForRows("") with { Emitter = ComposedMember.LogSoftmaxProduct },
        HessianProduct,
        HessianProduct.ForRows("") with { Emitter = ComposedMember.HessianProduct },
        ArgMax,
        ArgMax.ForRows("") with { Result = ResultShape.Numbers, Parameters = [X.OfEachRow(), Destination, Indices, new(ParameterKind.Margins, "margins")], StoresByRow = true, Emitter = PredictionMember.ArgMax },
        TopK,
        TopK.ForRows("") with { Emitter = PredictionMember.TopK },
        Sample,
        TemperedSample,
        Sample.ForRows("") with { Emitter = DrawMember.ByInverse },
        TemperedSample.ForRows("") with { Emitter = DrawMember.ByInverse },
        GumbelMax,
        TemperedGumbelMax,
        GumbelMax.ForRows("") with { Emitter = DrawMember.ByGumbel },
        TemperedGumbelMax.ForRows("") with { Emitter = DrawMember.ByGumbel },
        GumbelSoftmax,
        GumbelSoftmax.ForRows("") with { Emitter = static context => new GumbelSoftmaxMember(context) },
    ]);

    /// <summary>The members of a target for one of its element types.</summary>
    public static IEnumerable<MemberDescription> Of(SoftmaxTarget target, string element) =>
        All.Where(member => (target.Methods & member.Flags) == member.Flags && (target.Capabilities.Form == CodeForm.Vectors || !member.IsParallel))
            .Select(member => target.HasAnyLength ? member.ForAnyLength() : member)
            .SelectMany(member => ElementName.IsSixteenBits(element) ? member.ForSixteenBits() : [member]);

    /// <summary>The members for floats that those of a target for 16-bit elements are computed by, where the target has none itself.</summary>
    public static IEnumerable<MemberDescription> Behind(SoftmaxTarget target) =>
        (target.ElementTypes & ElementName.OfSixteenBits) == 0 || (target.ElementTypes & ElementTypeSet.Single) != 0 ? []
            : Of(target, "float").Where(member => !member.IsParallel && member.ForSixteenBits().Any());

    /// <summary>The element types of a target, as they are written.</summary>
    public static IEnumerable<string> Elements(SoftmaxTarget target)
    {
        if ((target.ElementTypes & ElementTypeSet.Single) != 0)
            yield return "float";
        if ((target.ElementTypes & ElementTypeSet.Double) != 0)
            yield return "double";
        if ((target.ElementTypes & ElementTypeSet.Half) != 0)
            yield return ElementName.Half;
        if ((target.ElementTypes & ElementTypeSet.BFloat16) != 0)
            yield return ElementName.BFloat16;
    }

    /// <summary>Every member that is declared in the host of a target.</summary>
    public static ImmutableArray<EmittedMember> Declared(SoftmaxTarget target)
    {
        ImmutableArray<EmittedMember>.Builder members = ImmutableArray.CreateBuilder<EmittedMember>();
        if (!target.HasAnyLength)
            members.Add(new EmittedMember("Length", null));
        foreach (string element in Elements(target))
        {
            foreach (MemberDescription member in Of(target, element))
            {
                IEnumerable<string> types = member.Parameters.Select(parameter => parameter.Type(element, target.Capabilities.Form, qualified: true).Replace("global::", "").Replace("out ", "ref "));
                members.Add(new EmittedMember(member.Name, new EquatableArray<string>(types.ToImmutableArray())));
            }
        }

        return members.ToImmutable();
    }

    // Behind each member for rows the one for columns.
    private static IReadOnlyList<MemberDescription> WithColumns(IEnumerable<MemberDescription> members) =>
        [.. members.SelectMany(static member => member.HasRows && !member.IsParallel ? [member, member.ForColumns()] : new[] { member })];

    private static NumberMember TargetLoss(MemberContext context)
    {
        LogOfSum logOfSum = new(context);
        return new NumberMember(
            context,
            new TargetLossPass(context, logOfSum.Pass),
            "-sum_k target_k log p_k of p = softmax(x): the loss of one row whose target is a distribution, in nats.",
            returns: $"The loss; {DocText.SpecialResult}",
            remarks: "An element whose target is 0 counts 0, whatever its logit is. Of a target that is not negative nothing cancels.",
            before: logOfSum.Passes);
    }

    private static IEnumerable<MemberDescription> Batches(MemberDescription single, string summary)
    {
        MemberDescription rows = single.ForRows(summary);
        return [rows, rows.ForThreads()];
    }
}
