using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What becomes of exponentials in quotients, products and comparisons, and which of them meet their own sum.</summary>
public class FindingsTests
{
    private static readonly Value Data = Value.Unknown;
    private static readonly Value Two = Value.Constant(2);
    private static readonly Value Rate = Value.Scalar;
    private static readonly Value Draw = new() { Facts = Facts.Random };

    private readonly Findings _findings = new();
    private readonly IOperation _end;
    private readonly ExpSite _one;
    private readonly ExpSite _other;
    private readonly ExpSite _sameArgument;

    public FindingsTests()
    {
        IOperation body = Operations.Body("static double M(double x, double y) => Math.Exp(x) / Math.Exp(y) / Math.Exp(x);");
        _end = body.Descendants().OfType<IBinaryOperation>().First();
        ExpSite[] sites = [.. body.Descendants().OfType<IInvocationOperation>().OrderBy(call => call.Syntax.SpanStart).Select(call => new ExpSite(call, call, call.Arguments[0].Value))];
        (_one, _other, _sameArgument) = (sites[0], sites[1], sites[2]);
    }

    private Value Term => Of(_one, Role.Term);

    private Value Sum => Of(_one, Role.Sum);

    private Value Reciprocal => Of(_one, Role.Reciprocal);

    [Fact]
    public void An_exponential_over_its_sum_is_a_softmax_however_it_is_weighted()
    {
        Assert.Equal([Role.Quotient], Divide(Term, Sum));
        Assert.Equal([Role.Quotient], Divide(Of(_one, Role.Term, isWeighted: true), Of(_one, Role.Sum, isWeighted: true)));
        Assert.Equal([Role.Quotient], Divide(Sum, Sum));
        Assert.Equal([Role.Quotient], Divide(Of(_one, Role.Offset), Sum));
        SoftmaxPattern pattern = Assert.Single(_findings.Patterns());
        Assert.Equal(PatternKind.Softmax, pattern.Kind);
        Assert.Equal(_one, Assert.Single(pattern.Sites));
        Assert.Equal(_end, pattern.End);
    }

    [Fact]
    public void An_exponential_over_the_sum_of_another_is_one_where_both_are_bare()
    {
        Assert.Equal([Role.Quotient], Divide(Of(_other, Role.Term), Sum));
        Assert.Equal([_one, _other], Assert.Single(_findings.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void Differently_weighted_sums_of_different_exponentials_are_no_softmax()
    {
        Assert.Empty(Divide(Of(_other, Role.Term, isWeighted: true), Sum));
        Assert.Empty(Divide(Term, Of(_other, Role.Sum, isWeighted: true)));
        Assert.Empty(Divide(Of(_other, Role.Offset), Sum));
        Assert.Empty(_findings.Patterns());
    }

    [Fact]
    public void What_is_no_exponential_any_more_meets_no_sum()
    {
        foreach (Role role in new[] { Role.Reciprocal, Role.Threshold, Role.Quotient, Role.Ratio, Role.RatioSum })
            Assert.Empty(Divide(Of(_one, role), Sum));
        Assert.Empty(Divide(Of(_other, Role.Mixed), Sum));
        foreach (Role role in new[] { Role.Mixed, Role.Reciprocal, Role.Threshold, Role.Quotient, Role.Ratio, Role.RatioSum })
            Assert.Empty(Divide(Term, Of(_one, role)));
        Assert.Empty(_findings.Patterns());
    }

    [Fact]
    public void An_exponential_and_something_else_is_a_part_of_its_own_sum() =>
        Assert.Equal([Role.Quotient], Divide(Of(_one, Role.Mixed), Sum));

    [Fact]
    public void One_over_the_sum_of_ratios_of_an_exponential_is_a_softmax()
    {
        Assert.Equal([Role.Ratio], Divide(Term, Term));
        Assert.Empty(Divide(Term, Of(_other, Role.Term)));
        Assert.Empty(_findings.Patterns());
        Assert.Equal([Role.Quotient], Divide(Two, Of(_one, Role.RatioSum)));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_findings.Patterns()).Kind);
    }

    [Fact]
    public void Terms_over_the_largest_of_them_are_terms_still()
    {
        Assert.Equal([Role.Term], Divide(Term, Sum with { Facts = Facts.Max }));
        Assert.Empty(_findings.Patterns());
    }

    [Fact]
    public void One_over_a_sum_is_its_reciprocal_and_one_over_anything_else_is_nothing()
    {
        Assert.Equal([Role.Reciprocal], Divide(Two, Sum));
        Assert.Equal([Role.Reciprocal], Divide(Data, Sum));
        Assert.Empty(Divide(Two, Term));
        Assert.Empty(Divide(Two, Of(_one, Role.Offset)));
    }

    [Fact]
    public void Exponentials_that_touch_are_one_softmax_and_others_are_another()
    {
        Divide(Term, Sum);
        Divide(Of(_other, Role.Term), Of(_other, Role.Sum));
        Assert.Equal(2, _findings.Patterns().Length);
        Divide(Of(_other, Role.Term), Sum);
        Assert.Equal([_one, _other], Assert.Single(_findings.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void An_exponential_over_one_and_itself_is_a_logistic_function()
    {
        Assert.Empty(Divide(Term, Of(_one, Role.Offset)));
        Assert.Equal(PatternKind.Sigmoid, Assert.Single(_findings.Patterns()).Kind);
    }

    [Fact]
    public void The_exponential_of_the_same_exponent_is_the_same_and_that_of_another_is_not()
    {
        Divide(Of(_sameArgument, Role.Term), Of(_one, Role.Offset));
        Assert.Equal([_one, _sameArgument], Assert.Single(_findings.Patterns()).Sites.Select(site => site));
        Findings others = new();
        Assert.Empty(others.QuotientTraces(Of(_other, Role.Term), Of(_one, Role.Offset), _end));
        Assert.Empty(others.QuotientTraces(Of(_one, Role.Sum), Of(_one, Role.Offset), _end));
        Assert.Empty(others.Patterns());
    }

    [Fact]
    public void The_first_turn_of_a_loop_that_adds_up_is_no_logistic_function()
    {
        Divide(Term, Value.Unknown.With([new(_one, Role.Offset, IsWeighted: false), new(_one, Role.Sum, IsWeighted: false)]));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_findings.Patterns()).Kind);
        Divide(Term, Value.Unknown.With([new(_one, Role.Offset, IsWeighted: false), new(_other, Role.Sum, IsWeighted: false)]));
        Assert.Contains(_findings.Patterns(), pattern => pattern.Kind == PatternKind.Sigmoid);
    }

    [Fact]
    public void Data_weigh_an_exponential_and_a_constant_or_a_rate_does_not()
    {
        foreach (Value factor in new[] { Two, Rate })
        {
            Assert.False(Assert.Single(_findings.ProductTraces(Term, factor, _end)).IsWeighted);
            Assert.False(Assert.Single(_findings.ProductTraces(factor, Term, _end)).IsWeighted);
            Assert.False(Assert.Single(_findings.QuotientTraces(Term, factor, _end)).IsWeighted);
        }

        Assert.True(Assert.Single(_findings.ProductTraces(Term, Data, _end)).IsWeighted);
        Assert.True(Assert.Single(_findings.ProductTraces(Data, Term, _end)).IsWeighted);
        Assert.True(Assert.Single(_findings.QuotientTraces(Term, Data, _end)).IsWeighted);
    }

    [Fact]
    public void An_exponential_times_one_over_its_sum_is_a_softmax_in_either_order()
    {
        Assert.Equal([Role.Quotient], Multiply(Term, Reciprocal));
        Assert.Equal([Role.Quotient], Multiply(Reciprocal, Term));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_findings.Patterns()).Kind);
        Assert.Empty(Multiply(Of(_other, Role.Mixed), Reciprocal));
    }

    [Fact]
    public void A_product_of_two_exponentials_is_neither_and_that_of_one_with_itself_or_a_sum_is_a_term()
    {
        Assert.Empty(Multiply(Term, Of(_other, Role.Term)));
        Assert.Equal([Role.Term, Role.Term], Multiply(Term, Term));
        Assert.Equal([Role.Term], Multiply(Term, Sum));
        Assert.Equal([Role.Term], Multiply(Of(_other, Role.Sum), Term));
        Assert.Equal([Role.Sum, Role.Sum], Multiply(Sum, Of(_other, Role.Sum)));
        Assert.All(_findings.ProductTraces(Sum, Of(_other, Role.Sum, isWeighted: true), _end), trace => Assert.True(trace.IsWeighted));
        Assert.All(_findings.ProductTraces(Sum, Of(_other, Role.Sum), _end), trace => Assert.False(trace.IsWeighted));
    }

    [Fact]
    public void A_random_part_of_a_sum_is_a_threshold_that_a_running_sum_is_compared_with()
    {
        Assert.Equal([Role.Threshold], Multiply(Draw, Sum));
        Assert.Equal([Role.Threshold], Multiply(Sum, Draw));
        Assert.Equal([Role.Term], Multiply(Draw, Term));
        _findings.Comparison(Sum, Of(_one, Role.Threshold), _end);
        Assert.Equal(PatternKind.Softmax, Assert.Single(_findings.Patterns()).Kind);
    }

    [Fact]
    public void The_running_sum_may_be_taken_from_the_threshold_first_or_stand_on_the_other_side()
    {
        Value left = Value.Unknown.With([new(_one, Role.Threshold, IsWeighted: false), new(_one, Role.Sum, IsWeighted: false)]);
        foreach (var (a, b) in new[] { (Of(_one, Role.Threshold), Sum), (left, Value.Constant(0)), (Value.Constant(0), left) })
        {
            Findings findings = new();
            findings.Comparison(a, b, _end);
            Assert.Single(findings.Patterns());
        }
    }

    [Fact]
    public void Other_comparisons_are_no_draw()
    {
        _findings.Comparison(Term, Of(_one, Role.Threshold), _end);
        _findings.Comparison(Sum, Sum, _end);
        _findings.Comparison(Of(_one, Role.Sum, isWeighted: true), Of(_one, Role.Threshold), _end);
        _findings.Comparison(Sum, Of(_one, Role.Threshold, isWeighted: true), _end);
        Assert.Empty(_findings.Patterns());
    }

    [Fact]
    public void The_logarithm_of_a_sum_and_that_of_a_softmax_are_told_apart()
    {
        _findings.Logarithm(Term, _end);
        Assert.Empty(_findings.Patterns());
        _findings.Logarithm(Value.Unknown.With([new(_one, Role.Sum, IsWeighted: false), new(_other, Role.Sum, IsWeighted: false)]), _end);
        SoftmaxPattern sum = Assert.Single(_findings.Patterns());
        Assert.Equal(PatternKind.LogSumExp, sum.Kind);
        Assert.Equal([_one, _other], sum.Sites.Select(site => site));
        _findings.Logarithm(Of(_one, Role.Quotient), _end);
        Assert.Equal([PatternKind.LogSumExp, PatternKind.LogSoftmax], _findings.Patterns().Select(pattern => pattern.Kind));
    }

    [Fact]
    public void A_maximum_that_is_taken_off_an_exponential_is_shown_with_its_softmax()
    {
        Value maximum = new() { Facts = Facts.Max };
        Assert.True(_findings.IsShiftOutside(Term, maximum, _end));
        Assert.False(_findings.IsShiftOutside(Sum, maximum, _end));
        Assert.False(_findings.IsShiftOutside(Term, Data, _end));
        Assert.False(_findings.IsShiftOutside(Term, maximum with { Traces = Sum.Traces }, _end));
        Divide(Term, Sum);
        Divide(Of(_other, Role.Term), Of(_other, Role.Sum));
        Assert.Equal([1, 0], _findings.Patterns().Select(pattern => pattern.ShiftsOutside.Length));
    }

    [Fact]
    public void What_happens_in_a_helper_alone_is_found_where_the_helper_is_analysed()
    {
        // All of it is done by one call.
        _findings.InAnalysedMember = _ => _one.Operation;
        Divide(Term, Sum);
        Assert.Empty(_findings.Patterns());

        // The exponential is the caller's.
        Divide(Of(_other, Role.Term), Of(_other, Role.Sum));
        Assert.Equal(_one.Operation, Assert.Single(_findings.Patterns()).End);
        Divide(Of(_other, Role.Term), Sum);
        Assert.Equal([_one, _other], Assert.Single(_findings.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void Where_helpers_take_the_exponentials_and_divide_they_have_to_be_bare()
    {
        ExpSite helped = new(_one.Operation, _other.Exp, null);
        Assert.Equal([Role.Quotient], Divide(Of(helped, Role.Term, isWeighted: true), Of(helped, Role.Sum)));
        _findings.InAnalysedMember = _ => _sameArgument.Operation;
        Assert.Empty(Divide(Of(helped, Role.Term, isWeighted: true), Of(helped, Role.Sum)));
        Assert.Equal([Role.Quotient], Divide(Of(helped, Role.Term), Of(helped, Role.Sum)));
        Assert.Equal([Role.Quotient], Divide(Of(_one, Role.Term, isWeighted: true), Sum));
    }

    private static Value Of(ExpSite site, Role role, bool isWeighted = false) => Value.Unknown.With([new(site, role, isWeighted)]);

    private List<Role> Divide(Value a, Value b) => [.. _findings.QuotientTraces(a, b, _end).Select(trace => trace.Role)];

    private List<Role> Multiply(Value a, Value b) => [.. _findings.ProductTraces(a, b, _end).Select(trace => trace.Role)];
}
