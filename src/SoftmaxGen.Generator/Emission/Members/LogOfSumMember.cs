using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary>What is made of the maximum of a row and the logarithm of the sum of e^(x - max).</summary>
internal abstract class LogOfSumMember : Member
{
    private readonly FinestLogOfSumPass finest;
    private readonly LogOfSumPass? quick;

    protected LogOfSumMember(MemberContext context)
        : base(context)
    {
        finest = new FinestLogOfSumPass(context);
        quick = context.Target.Accuracy == AccuracyMode.Precise ? null : new LogOfSumPass(context, finest);
    }

    public override IEnumerable<Pass> Passes => quick is null ? [finest] : [quick, finest];

    /// <summary>Sets <c>log</c> and <c>largest</c>, doubles.</summary>
    /// <param name="isAdded">Whether they will be added to each other, so that they may cancel.</param>
    protected void WriteLogOfSum(bool isAdded)
    {
        Writer.Line("double log, largest;");
        DispatchLog((Pass?)quick ?? finest);
        if (quick is null || !isAdded)
            return;
        using (Writer.Block("if (Cancels(largest, log))"))
            DispatchLog(finest);
        Writer.Line();
    }

    private void DispatchLog(Pass pass) => Dispatch(pass, "ref source, out largest", "log = ");
}
