using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>p = e^(x - max) / sum of e^(x - max), with or without a temperature.</summary>
internal sealed class SoftmaxPass(MemberContext context, bool tempered = false)
    : Pass(context, tempered ? "Tempered" : "Softmax", context.Precision)
{
    public override string Parameters =>
        $"ref {Element} x, {(tempered ? $"{Element} temperature, " : "")}ref {Element} destination";

    protected override void WriteBody(RowCode row, string self)
    {
        if (Precision.Widens)
        {
            new RoundingTestedSoftmax(row, tempered).Write();
            return;
        }

        Exponential exponential = new(Precision, tempered);
        string type = exponential.TypeAt(row);
        TermStore store = new(row, exponential);

        if (tempered)
            TemperatureConstants.Declare(Writer, row);
        Writer.Line("// 1. The maximum, in every lane.");
        row.LoadEarly("x");
        row.Max("x");
        using (Writer.Block($"if (!{exponential.Guard})"))
        {
            Writer.Lines($"if (SubtractMax(ref x, ref destination, {Length}))\n    {self}(ref destination, {(tempered ? "temperature, " : "")}ref destination{Length.Argument});");
            Writer.Line("return;");
        }

        Writer.Line();
        Writer.Line("// 2. The terms e^(x - max), up to a common power of two, and their sum.");
        exponential.Prepare(Writer, row);
        store.Declare();
        Sum sum = exponential.Denominator(row, "sum");
        row.Accumulate([sum], term => [new Summand(row.Counted(term, store.Keep(term)))], store.Compute);

        Writer.Line();
        Writer.Line("// 3. The terms over their sum.");
        Quotients quotients = new(row);
        quotients.Declare(type, sum);
        row.ForEach(term => row.Store(quotients.Of(row.Local(term, "e", store.Fetch(term), type, quotients.NeedsLocal)), "destination", term.Offset()));
    }
}
