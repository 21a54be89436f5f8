using SoftmaxGen.Model;
using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>
/// p - onehot(label); at the label that is minus the sum of the other probabilities, which does not cancel. With the loss, which the same exponentials give,
/// it is multiplied by a weight: one over the number of rows, of a mean. With a temperature it is divided by that, which a very small or large one is changed for where terms are computed.
/// Of the log-probability it is the negative.
/// </summary>
internal sealed class GradientPass(MemberContext context, bool hasLoss = false, bool tempered = false, bool isNegative = false)
    : Pass(context, hasLoss ? "LossAndGradient" : tempered ? "TemperedGradient" : isNegative ? "NegativeGradient" : "Gradient", context.Precision)
{
    public override string Parameters => $"ref {Element} x, {(tempered ? $"{Element} temperature, " : "")}int label, {(hasLoss ? $"{Element} weight, " : tempered ? $"{Element} divisor, " : "")}{(StoresLoss ? "ref double parts, " : "")}ref {Element} destination";

    public override string Returns => hasLoss && !StoresLoss ? "double" : "void";

    /// <summary>Whether what the loss is computed from is stored instead, so that the logarithms of several rows are taken at once. Those of Precise are pairs of doubles.</summary>
    public bool StoresLoss => hasLoss && Precision.Mode != AccuracyMode.Precise;

    protected override void WriteBody(RowCode row, string self)
    {
        Exponential exponential = new(Precision, tempered);
        string type = exponential.TypeAt(row);
        TermStore store = new(row, exponential);
        string own = Precision.Widens ? "(double)Unsafe.Add(ref x, label)" : "Unsafe.Add(ref x, label)";

        if (tempered)
            TemperatureConstants.Declare(Writer, row);
        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        using (Writer.Block($"if (!{exponential.Guard})"))
        {
            Writer.Lines($"if (SubtractMax(ref x, ref destination, {Length}))\n    {(Returns == "void" ? "" : "return ")}{self}(ref destination, {(tempered ? "temperature, " : "")}label, {(hasLoss ? "weight, " : tempered ? "divisor, " : "")}{(StoresLoss ? "ref parts, " : "")}ref destination{Length.Argument});");
            if (StoresLoss)
                Writer.Lines("else\n    StoreLoss(ref parts, double.NaN, 1.0, 0.0);");
            Writer.Line(Returns == "void" ? "return;" : "return double.NaN;");
        }

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a common power of two; the sum of those that are not the label's.");
        exponential.Prepare(Writer, row);
        string least = "lowest";
        if (StoresLoss && Precision.Compute == "double")
        {
            least = "least";
            Writer.Line($"{row.Vector} least = max - {row.Factory}.Create(LeastOwn);");
        }

        Writer.Line($"{type} own = {exponential.Of($"{row.Factory}.Create({own})", least)};");
        if (StoresLoss)
            Writer.Line($"double further = {least}.ToScalar() - (double)Unsafe.Add(ref x, label);");
        else if (hasLoss)
            Writer.Line("double distance = max.ToScalar() - (double)Unsafe.Add(ref x, label);");
        if (hasLoss && Precision.IsPaired)
            Writer.Line($"{type} top = {exponential.Of("max")};");
        Writer.Line($"{row.Factory}<{Precision.Integer}> labels = {row.Factory}.Create({(Precision.Compute == "float" ? "" : "(long)")}label);");
        store.Declare();
        Sum others = exponential.Denominator(row, "others", lacksLargest: true);
        row.Accumulate(
            [others],
            term =>
            {
                string e = store.Keep(term);
                return [new Summand(row.Counted(term, $"WithoutLabel({e}, {term.IntOffset()}, labels)"))];
            },
            store.Compute);

        Writer.Line();
        Writer.Line(hasLoss ? "// 3. The loss; the terms over the sum of all, times the weight; at the label, less 1." : "// 3. The terms over the sum of all; at the label, less 1.");
        Quotients quotients = new(row);
        bool isWide = exponential.IsWide(Plan);
        Writer.Line($"{(isWide ? "double" : type)} rest = {(others is WideSum wide ? wide.Scalar : others.Total)};");
        quotients.Declare(type, others.TotalWith("rest", isWide ? "own.ToScalar()" : "own"), others.Rest is { } lost ? $"{lost} + Lost(rest, own, rest + own)" : null);
        if (hasLoss)
        {
            (string othersNumber, string ownNumber) = (isWide ? "rest" : Number("rest"), Number("own"));
            if (Precision.Mode == AccuracyMode.Precise)
            {
                string topNumber = Number(Precision.IsPaired ? "top" : exponential.Of("max"));
                // Where the label's own term is next to nothing, its distance from the maximum is most of the loss.
                Writer.Line($"double ratio = {othersNumber} / {ownNumber};");
                Writer.Line($"double loss = ratio <= 15.0 ? Log1p(ratio, 0.0).High : distance + LogOfRatio({othersNumber} + {ownNumber}, {topNumber});");
            }
            else
            {
                Writer.Line($"StoreLoss(ref parts, {othersNumber}, {ownNumber}, further);");
            }

            Writer.Line($"{row.Vector} weights = {row.Factory}.Create({(Precision.Widens ? "(double)" : "")}weight);");
        }

        if (tempered)
            Writer.Line($"{row.Vector} divisors = {row.Factory}.Create({(Precision.Widens ? "(double)" : "")}divisor);");
        bool isScaled = StoresLoss && quotients.Scale("weights");
        row.ForEach(term =>
        {
            string quotient = quotients.Of(row.Local(term, "e", store.Fetch(term), type, quotients.NeedsLocal));
            row.Store(isScaled ? quotient : hasLoss ? $"({quotient}) * weights" : tempered ? $"({quotient}) / divisors" : isNegative ? $"-({quotient})" : quotient, "destination", term.Offset());
        });
        // Divided, of nothing but the others it is 1. Taken from 0 and not negated, and that after it was rounded: so that of nothing 0 is left, never -0. A product with the reciprocal of a pair can miss 1 by its last bit.
        string rest = Precision.IsPaired ? $"({quotients.Of("rest")}).ToScalar()" : isWide ? "(rest / total)" : "(rest / total).ToScalar()";
        bool isConverted = Element == "float" && (isWide || Precision.Widens);
        string gradient = $"{(Element == "float" ? "0f" : "0.0")} - {(isConverted ? "(float)" : "")}{rest}";
        string atLabel = Precision.IsPaired ? $"({quotients.Of("own")}).ToScalar() == 0 ? -1.0 : Math.Max(-1.0, {gradient})" : gradient;
        Writer.Line($"Unsafe.Add(ref destination, label) = {(hasLoss ? $"({atLabel}) * weight" : tempered ? $"({atLabel}) / divisor" : isNegative ? $"-({atLabel})" : atLabel)};");
        if (Returns != "void")
            Writer.Line("return loss;");

        // A term or a sum as a double.
        string Number(string vector) => Precision.IsPaired ? $"({vector}.High.ToScalar() + {vector}.Low.ToScalar())" : $"(double){vector}.ToScalar()";
    }
}
