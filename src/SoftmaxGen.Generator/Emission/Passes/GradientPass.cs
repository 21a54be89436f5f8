using SoftmaxGen.Planning;

namespace SoftmaxGen.Emission;

/// <summary>p - onehot(label); at the label that is minus the sum of the other probabilities, which does not cancel.</summary>
internal sealed class GradientPass(MemberContext context) : Pass(context, "Gradient", context.Arithmetic)
{
    protected override string Parameters => $"ref {Element} x, int label, ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        Exponential exponential = new(Arithmetic);
        string type = exponential.TypeAt(row);
        TermStore store = new(row, exponential);
        string isLabel = (Arithmetic.Compute == "float" ? "SingleLabel" : "DoubleLabel") + row.Plan.Width;
        string own = Arithmetic.Widens ? "(double)Unsafe.Add(ref x, label)" : "Unsafe.Add(ref x, label)";

        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        using (Writer.Block($"if (!{exponential.Guard})"))
        {
            Writer.Lines($"if (SubtractMax(ref x, ref destination, {Length}))\n    {self}(ref destination, label, ref destination);");
            Writer.Line("return;");
        }

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a common power of two; the sum of those that are not the label's.");
        exponential.Prepare(Writer, row);
        Writer.Line($"{type} own = {exponential.Of($"{row.Factory}.Create({own})")};");
        store.Declare();
        Sum others = exponential.Denominator(row, "others");
        row.Accumulate(
            [others],
            term =>
            {
                string e = store.Keep(term);
                string first = term.Place == Place.Loop ? $"(int)({term.Offset})" : term.Offset;
                return [new Summand(row.Counted(term, $"Without({e}, {isLabel}({first}, label))"))];
            },
            store.Compute);

        Writer.Line();
        Writer.Line("// 3. The terms over the sum of all; at the label, less 1.");
        Quotients quotients = new(row);
        bool isWide = exponential.IsWide(Plan);
        Writer.Line($"{(isWide ? "double" : type)} rest = {(others is WideSum wide ? wide.Scalar : others.Total)};");
        quotients.Declare(type, others.TotalWith("rest", isWide ? "own.ToScalar()" : "own"), others.Rest is { } lost ? $"{lost} + Lost(rest, own, rest + own)" : null);
        row.ForEach(term => row.Store(quotients.Of(row.Local(term, "e", store.Fetch(term), type, quotients.NeedsLocal)), "destination", term.Offset));
        // Divided, of nothing but the others it is 1. Taken from 0 and not negated, and that after it was rounded: so that of nothing 0 is left, never -0. A product with the reciprocal of a pair can miss 1 by its last bit.
        string rest = Arithmetic.IsPaired ? $"({quotients.Of("rest")}).ToScalar()" : isWide ? "(rest / total)" : "(rest / total).ToScalar()";
        bool isConverted = Element == "float" && (isWide || Arithmetic.Widens);
        string gradient = $"{(Element == "float" ? "0f" : "0.0")} - {(isConverted ? "(float)" : "")}{rest}";
        Writer.Line($"Unsafe.Add(ref destination, label) = {(Arithmetic.IsPaired ? $"({quotients.Of("own")}).ToScalar() == 0 ? -1.0 : Math.Max(-1.0, {gradient})" : gradient)};");
    }
}
