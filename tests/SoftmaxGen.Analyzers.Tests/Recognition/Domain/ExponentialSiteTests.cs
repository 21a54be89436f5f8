using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>Whether an exponential can overflow, by what is known of its exponent.</summary>
public class ExponentialSiteTests
{
    private const double Overflow = 709;

    [Fact]
    public void What_is_bounded_shifted_or_a_logarithm_does_not_overflow()
    {
        Assert.True(Visited(AbstractValue.Unknown).IsUnbounded);
        Assert.True(Visited(AbstractValue.In(new(0, 710))).IsUnbounded);
        Assert.False(Visited(AbstractValue.In(new(0, 709))).IsUnbounded);
        Assert.False(Visited(With(ValueFacts.ShiftedByMaximum)).IsUnbounded);
        Assert.False(Visited(With(ValueFacts.Log)).IsUnbounded);
        Assert.False(Visited(With(ValueFacts.LogProbability)).IsUnbounded);
        Assert.True(Visited(With(ValueFacts.ShiftedByMinimum | ValueFacts.Max)).IsUnbounded);
    }

    [Fact]
    public void In_a_logarithm_of_the_sum_a_name_is_no_excuse_for_the_elements_of_a_collection()
    {
        Assert.True(Visited(AbstractValue.Unknown).IsUnboundedInLogarithm);
        Assert.False(Visited(AbstractValue.In(Interval.Unit)).IsUnboundedInLogarithm);
        Assert.False(Visited(With(ValueFacts.ShiftedByMaximum)).IsUnboundedInLogarithm);
        Assert.False(Visited(With(ValueFacts.Log)).IsUnboundedInLogarithm);
        AbstractValue named = With(ValueFacts.LogProbability);
        Assert.True(Visited(named).IsUnboundedInLogarithm);
        Assert.True(Visited(named, "static double M(double[] x) => Math.Exp(x[0]);").IsUnboundedInLogarithm);
        Assert.True(Visited(named, "static double M(List<double> x) => Math.Exp(x[0]);").IsUnboundedInLogarithm);
        Assert.True(Visited(named, "static double M(double[] x) => x.Sum(v => Math.Exp(v));").IsUnboundedInLogarithm);
        Assert.False(Visited(named, "static double M(double x) => Math.Exp(x);").IsUnboundedInLogarithm);
        Assert.False(Visited(named, "static double M(double[] x) => Math.Exp(x.Length);").IsUnboundedInLogarithm);
    }

    [Fact]
    public void A_bound_that_was_proven_once_counts_where_code_works_in_place()
    {
        ExponentialSite site = Visited(AbstractValue.In(Interval.Unit));
        site.Observe(AbstractValue.Unknown, Overflow);
        Assert.False(site.IsUnbounded);
        site = Visited(AbstractValue.Unknown);
        site.Observe(AbstractValue.In(Interval.Unit), Overflow);
        Assert.True(site.IsUnbounded);
    }

    [Fact]
    public void A_start_value_proves_nothing_of_what_moves_later()
    {
        ExponentialSite site = Visited(AbstractValue.Constant(0));
        Assert.False(site.IsUnbounded);
        site.Observe(AbstractValue.In(Interval.Unit), Overflow);
        Assert.False(site.IsUnbounded);
        site.Observe(AbstractValue.NonNegative, Overflow);
        Assert.True(site.IsUnbounded);
    }

    [Fact]
    public void A_shift_on_some_path_and_the_bounds_of_all_paths_are_known_in_the_end()
    {
        ExponentialSite site = Visited(new() { Range = new(0, 1), Address = Recognition.AbstractLocation.Of("x") });
        site.Observe(new() { Range = new(2, 3), Facts = ValueFacts.ShiftedByMaximum }, Overflow);
        Assert.True(site.IsShifted);
        Assert.Equal(new Interval(0, 3), site.Argument.Range);
        Assert.Null(site.Argument.Address);
    }

    [Fact]
    public void Only_a_clamp_holds_what_is_neither_shifted_nor_unbounded()
    {
        AbstractValue clamped = new() { Range = Interval.Unit, Facts = ValueFacts.Clamped };
        Assert.True(Visited(clamped).IsClamped);
        Assert.False(Visited(clamped with { Range = Interval.All }).IsClamped);
        Assert.False(Visited(clamped.Add(ValueFacts.ShiftedByMaximum)).IsClamped);
        Assert.False(Visited(AbstractValue.In(Interval.Unit)).IsClamped);
    }

    [Theory]
    [InlineData("static void M(double[] x, double rate) { foreach (double v in x) x[0] += v * Math.Exp(-(rate + 1) * 2); }", true)]
    [InlineData("static void M(double[] x, double rate) { x[0] += Math.Exp(rate); }", false)]
    [InlineData("static void M(double[] x, double rate) { foreach (double v in x) x[0] += Math.Exp(rate * v); }", false)]
    [InlineData("static void M(double[] x, double rate) { foreach (double v in x) { x[0] += Math.Exp(rate); rate = v; } }", false)]
    [InlineData("static void M(double[] x, double rate, double other) { foreach (double v in x) { x[0] += Math.Exp(rate); other = v; } }", true)]
    [InlineData("static void M(double[] x, ref double rate) { foreach (double v in x) x[0] += Math.Exp(rate); }", false)]
    [InlineData("static void M(double[] x) { foreach (double v in x) x[0] += Math.Exp(2); }", false)]
    [InlineData("static void M(double[] x, dynamic rate) { foreach (double v in x) x[0] += Math.Exp((double)rate); }", false)]
    public void An_exponential_in_a_loop_that_its_exponent_does_not_depend_on_is_a_factor(string method, bool expected)
    {
        IOperation body = Operations.Body(method);
        IInvocationOperation exp = body.Descendants().OfType<IInvocationOperation>().Single(call => call.TargetMethod.Name == "Exp");
        Assert.Equal(expected, new ExponentialSite(exp, exp, exp.Arguments[0].Value).IsFactor);
    }

    [Fact]
    public void Exponents_that_are_written_alike_are_the_same_and_those_that_differ_in_sign_reciprocal()
    {
        ExponentialSite[] sites = [.. Operations.Returned("static double M(double x) => Math.Exp(x) + Math.Exp(-x) + Math.Exp(x);").Descendants().OfType<IInvocationOperation>()
            .OrderBy(call => call.Syntax.SpanStart).Select(call => new ExponentialSite(call, call, call.Arguments[0].Value))];
        ExponentialSite unknown = new(sites[0].Operation, sites[0].Exp, null);
        Assert.True(sites[0].HasSameArgumentAs(sites[2]) && unknown.HasSameArgumentAs(unknown));
        Assert.False(sites[0].HasSameArgumentAs(sites[1]) || unknown.HasSameArgumentAs(sites[0]) || sites[0].HasSameArgumentAs(unknown));
        Assert.True(sites[0].IsReciprocalOf(sites[1]));
        Assert.False(sites[0].IsReciprocalOf(sites[2]) || unknown.IsReciprocalOf(sites[1]) || sites[1].IsReciprocalOf(unknown));
    }

    [Fact]
    public void The_user_is_shown_the_call_of_a_wrapper_and_the_exponential_in_any_other_helper()
    {
        IInvocationOperation[] calls = [.. Operations.Returned("static double M(double x) => Math.Abs(x) + Math.Exp(x);").Descendants().OfType<IInvocationOperation>().OrderBy(call => call.Syntax.SpanStart)];
        IOperation elsewhere = Operations.Returned("static double M(double x) => Math.Exp(x);");
        ExponentialSite helped = new(calls[0], calls[1], null);
        Assert.False(helped.IsShownInMember);
        Assert.Equal(calls[1].Syntax, helped.Syntax);
        helped.IsWrapped = true;
        Assert.Equal(calls[0].Syntax, helped.Syntax);
        Assert.Equal(calls[0].Syntax, new ExponentialSite(calls[0], elsewhere, null).Syntax);
        Assert.True(new ExponentialSite(calls[1], calls[1], null).IsShownInMember);
    }

    private static AbstractValue With(ValueFacts facts) => new() { Facts = facts };

    private static ExponentialSite Visited(AbstractValue argument, string? method = null)
    {
        IOperation? exp = method is null ? null : Operations.Returned(method).DescendantsAndSelf().OfType<IInvocationOperation>().Single(call => call.TargetMethod.Name == "Exp");
        ExponentialSite site = new(exp!, exp!, (exp as IInvocationOperation)?.Arguments[0].Value);
        site.Observe(argument, Overflow);
        return site;
    }
}
