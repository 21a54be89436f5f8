using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Tests.Infrastructure;
using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What becomes of exponentials in quotients, products and comparisons, and which of them meet their own sum.</summary>
public class PatternCollectorTests
{
    private static readonly AbstractValue Data = AbstractValue.Unknown;
    private static readonly AbstractValue Two = AbstractValue.Constant(2);
    private static readonly AbstractValue Rate = AbstractValue.Scalar;
    private static readonly AbstractValue Draw = new() { Facts = ValueFacts.Random };

    private readonly PatternCollector _collector = new();
    private readonly IOperation _end;
    private readonly ExponentialSite _one;
    private readonly ExponentialSite _other;
    private readonly ExponentialSite _sameArgument;

    public PatternCollectorTests()
    {
        IOperation body = Operations.Body("static double M(double x, double y) => Math.Exp(x) / Math.Exp(y) / Math.Exp(x);");
        _end = body.Descendants().OfType<IBinaryOperation>().First();
        ExponentialSite[] sites = [.. body.Descendants().OfType<IInvocationOperation>().OrderBy(call => call.Syntax.SpanStart).Select(call => new ExponentialSite(call, call, call.Arguments[0].Value))];
        (_one, _other, _sameArgument) = (sites[0], sites[1], sites[2]);
    }

    private AbstractValue Term => Of(_one, OriginRole.Term);

    private AbstractValue Sum => Of(_one, OriginRole.Sum);

    private AbstractValue Reciprocal => Of(_one, OriginRole.Reciprocal);

    [Fact]
    public void An_exponential_over_its_sum_is_a_softmax_however_it_is_weighted()
    {
        Assert.Equal([OriginRole.Quotient], Divide(Term, Sum));
        Assert.Equal([OriginRole.Quotient], Divide(Of(_one, OriginRole.Term, isWeighted: true), Of(_one, OriginRole.Sum, isWeighted: true)));
        Assert.Equal([OriginRole.Quotient], Divide(Sum, Sum));
        Assert.Empty(Divide(Of(_one, OriginRole.Offset), Sum));
        SoftmaxPattern pattern = Assert.Single(_collector.Patterns());
        Assert.Equal(PatternKind.Softmax, pattern.Kind);
        Assert.Equal(_one, Assert.Single(pattern.Sites));
        Assert.Equal(_end, pattern.End);
    }

    [Fact]
    public void An_exponential_over_the_sum_of_another_is_one_where_both_are_bare()
    {
        Assert.Equal([OriginRole.Quotient], Divide(Of(_other, OriginRole.Term), Sum));
        Assert.Equal([_one, _other], Assert.Single(_collector.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void Differently_weighted_sums_of_different_exponentials_are_no_softmax()
    {
        Assert.Empty(Divide(Of(_other, OriginRole.Term, isWeighted: true), Sum));
        Assert.Empty(Divide(Term, Of(_other, OriginRole.Sum, isWeighted: true)));
        Assert.Empty(Divide(Of(_other, OriginRole.Offset), Sum));
        Assert.Empty(_collector.Patterns());
    }

    [Fact]
    public void What_is_no_exponential_any_more_meets_no_sum()
    {
        foreach (OriginRole role in new[] { OriginRole.Reciprocal, OriginRole.Threshold, OriginRole.Quotient, OriginRole.Ratio, OriginRole.RatioSum })
            Assert.Empty(Divide(Of(_one, role), Sum));
        Assert.Empty(Divide(Of(_other, OriginRole.Mixed), Sum));
        foreach (OriginRole role in new[] { OriginRole.Mixed, OriginRole.Reciprocal, OriginRole.Threshold, OriginRole.Quotient, OriginRole.Ratio, OriginRole.RatioSum })
            Assert.Empty(Divide(Term, Of(_one, role)));
        Assert.Empty(_collector.Patterns());
    }

    [Fact]
    public void An_exponential_and_something_else_over_its_own_sum_is_a_softmax_and_no_probability()
    {
        Assert.Empty(Divide(Of(_one, OriginRole.Mixed), Sum));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_collector.Patterns()).Kind);
    }

    [Fact]
    public void One_over_the_sum_of_ratios_of_an_exponential_is_a_softmax()
    {
        Assert.Equal([OriginRole.Ratio], Divide(Term, Term));
        Assert.Empty(Divide(Term, Of(_other, OriginRole.Term)));
        Assert.Empty(_collector.Patterns());
        Assert.Equal([OriginRole.Quotient], Divide(Two, Of(_one, OriginRole.RatioSum)));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_collector.Patterns()).Kind);
    }

    [Fact]
    public void Terms_over_the_largest_of_them_are_terms_still()
    {
        Assert.Equal([OriginRole.Term], Divide(Term, Sum with { Facts = ValueFacts.Max }));
        Assert.Empty(_collector.Patterns());
    }

    [Fact]
    public void One_over_a_sum_is_its_reciprocal_and_one_over_anything_else_is_nothing()
    {
        Assert.Equal([OriginRole.Reciprocal], Divide(Two, Sum));
        Assert.Equal([OriginRole.Reciprocal], Divide(Data, Sum));
        Assert.Empty(Divide(Two, Term));
        Assert.Empty(Divide(Two, Of(_one, OriginRole.Offset)));
    }

    [Fact]
    public void Exponentials_that_touch_are_one_softmax_and_others_are_another()
    {
        Divide(Term, Sum);
        Divide(Of(_other, OriginRole.Term), Of(_other, OriginRole.Sum));
        Assert.Equal(2, _collector.Patterns().Length);
        Divide(Of(_other, OriginRole.Term), Sum);
        Assert.Equal([_one, _other], Assert.Single(_collector.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void An_exponential_over_one_and_itself_is_a_logistic_function()
    {
        Assert.Empty(Divide(Term, Of(_one, OriginRole.Offset)));
        Assert.Equal(PatternKind.Sigmoid, Assert.Single(_collector.Patterns()).Kind);
    }

    [Fact]
    public void The_exponential_of_the_same_exponent_is_the_same_and_that_of_another_is_not()
    {
        Divide(Of(_sameArgument, OriginRole.Term), Of(_one, OriginRole.Offset));
        Assert.Equal([_one, _sameArgument], Assert.Single(_collector.Patterns()).Sites.Select(site => site));
        PatternCollector others = new();
        Assert.Empty(new OriginTransfer(others).Quotient(Of(_other, OriginRole.Term), Of(_one, OriginRole.Offset), _end));
        Assert.Empty(new OriginTransfer(others).Quotient(Of(_one, OriginRole.Sum), Of(_one, OriginRole.Offset), _end));
        Assert.Empty(others.Patterns());
    }

    [Fact]
    public void The_first_turn_of_a_loop_that_adds_up_is_no_logistic_function()
    {
        Divide(Term, AbstractValue.Unknown.With([new(_one, OriginRole.Offset, IsWeighted: false), new(_one, OriginRole.Sum, IsWeighted: false)]));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_collector.Patterns()).Kind);
        Divide(Term, AbstractValue.Unknown.With([new(_one, OriginRole.Offset, IsWeighted: false), new(_other, OriginRole.Sum, IsWeighted: false)]));
        Assert.Contains(_collector.Patterns(), pattern => pattern.Kind == PatternKind.Sigmoid);
    }

    [Fact]
    public void Data_weigh_an_exponential_and_a_constant_or_a_rate_does_not()
    {
        foreach (AbstractValue factor in new[] { Two, Rate })
        {
            Assert.False(Assert.Single(new OriginTransfer(_collector).Product(Term, factor, _end)).IsWeighted);
            Assert.False(Assert.Single(new OriginTransfer(_collector).Product(factor, Term, _end)).IsWeighted);
            Assert.False(Assert.Single(new OriginTransfer(_collector).Quotient(Term, factor, _end)).IsWeighted);
        }

        Assert.True(Assert.Single(new OriginTransfer(_collector).Product(Term, Data, _end)).IsWeighted);
        Assert.True(Assert.Single(new OriginTransfer(_collector).Product(Data, Term, _end)).IsWeighted);
        Assert.True(Assert.Single(new OriginTransfer(_collector).Quotient(Term, Data, _end)).IsWeighted);
    }

    [Fact]
    public void An_exponential_times_one_over_its_sum_is_a_softmax_in_either_order()
    {
        Assert.Equal([OriginRole.Quotient], Multiply(Term, Reciprocal));
        Assert.Equal([OriginRole.Quotient], Multiply(Reciprocal, Term));
        Assert.Equal(PatternKind.Softmax, Assert.Single(_collector.Patterns()).Kind);
        Assert.Empty(Multiply(Of(_other, OriginRole.Mixed), Reciprocal));
    }

    [Fact]
    public void A_product_of_two_exponentials_is_neither_unless_they_are_written_out_in_it_and_that_of_one_with_itself_or_a_sum_is_a_term()
    {
        Assert.Empty(new OriginTransfer(_collector).Product(Term, Of(_other, OriginRole.Term), _one.Operation));
        Assert.All(new OriginTransfer(_collector).Product(Term, Of(_other, OriginRole.Term), _end), origin => Assert.Equal((OriginRole.Term, true), (origin.Role, origin.IsWeighted)));
        Assert.Equal(2, new OriginTransfer(_collector).Product(Term, Of(_other, OriginRole.Term), _end).Count());
        Assert.Equal([OriginRole.Term, OriginRole.Term], Multiply(Term, Term));
        Assert.Equal([OriginRole.Term], Multiply(Term, Sum));
        Assert.Equal([OriginRole.Term], Multiply(Of(_other, OriginRole.Sum), Term));
        Assert.Equal([OriginRole.Sum, OriginRole.Sum], Multiply(Sum, Of(_other, OriginRole.Sum)));
        Assert.All(new OriginTransfer(_collector).Product(Sum, Of(_other, OriginRole.Sum, isWeighted: true), _end), origin => Assert.True(origin.IsWeighted));
        Assert.All(new OriginTransfer(_collector).Product(Sum, Of(_other, OriginRole.Sum), _end), origin => Assert.False(origin.IsWeighted));
    }

    [Fact]
    public void A_random_part_of_a_sum_is_a_threshold_that_a_running_sum_is_compared_with()
    {
        Assert.Equal([OriginRole.Threshold], Multiply(Draw, Sum));
        Assert.Equal([OriginRole.Threshold], Multiply(Sum, Draw));
        Assert.Equal([OriginRole.Term], Multiply(Draw, Term));
        new OriginTransfer(_collector).Comparison(Sum, Of(_one, OriginRole.Threshold), _end);
        Assert.Equal(PatternKind.Softmax, Assert.Single(_collector.Patterns()).Kind);
    }

    [Fact]
    public void The_running_sum_may_be_taken_from_the_threshold_first_or_stand_on_the_other_side()
    {
        AbstractValue left = AbstractValue.Unknown.With([new(_one, OriginRole.Threshold, IsWeighted: false), new(_one, OriginRole.Sum, IsWeighted: false)]);
        foreach (var (a, b) in new[] { (Of(_one, OriginRole.Threshold), Sum), (left, AbstractValue.Constant(0)), (AbstractValue.Constant(0), left) })
        {
            PatternCollector collector = new();
            new OriginTransfer(collector).Comparison(a, b, _end);
            Assert.Single(collector.Patterns());
        }
    }

    [Fact]
    public void Other_comparisons_are_no_draw()
    {
        new OriginTransfer(_collector).Comparison(Term, Of(_one, OriginRole.Threshold), _end);
        new OriginTransfer(_collector).Comparison(Sum, Sum, _end);
        new OriginTransfer(_collector).Comparison(Of(_one, OriginRole.Sum, isWeighted: true), Of(_one, OriginRole.Threshold), _end);
        new OriginTransfer(_collector).Comparison(Sum, Of(_one, OriginRole.Threshold, isWeighted: true), _end);
        Assert.Empty(_collector.Patterns());
    }

    [Fact]
    public void The_logarithm_of_a_sum_and_that_of_a_softmax_are_told_apart()
    {
        new OriginTransfer(_collector).Logarithm(Term, _end);
        Assert.Empty(_collector.Patterns());
        new OriginTransfer(_collector).Logarithm(AbstractValue.Unknown.With([new(_one, OriginRole.Sum, IsWeighted: false), new(_other, OriginRole.Sum, IsWeighted: false)]), _end);
        SoftmaxPattern sum = Assert.Single(_collector.Patterns());
        Assert.Equal(PatternKind.LogSumExp, sum.Kind);
        Assert.Equal([_one, _other], sum.Sites.Select(site => site));
        new OriginTransfer(_collector).Logarithm(Of(_one, OriginRole.Quotient), _end);
        Assert.Equal([PatternKind.LogSumExp, PatternKind.LogSoftmax], _collector.Patterns().Select(pattern => pattern.Kind));
    }

    [Fact]
    public void A_maximum_that_is_taken_off_an_exponential_is_shown_with_its_softmax()
    {
        AbstractValue maximum = new() { Facts = ValueFacts.Max };
        Assert.True(_collector.IsShiftOutside(Term, maximum, _end));
        Assert.False(_collector.IsShiftOutside(Sum, maximum, _end));
        Assert.False(_collector.IsShiftOutside(Term, Data, _end));
        Assert.False(_collector.IsShiftOutside(Term, maximum with { Origins = Sum.Origins }, _end));
        Divide(Term, Sum);
        Divide(Of(_other, OriginRole.Term), Of(_other, OriginRole.Sum));
        Assert.Equal([1, 0], _collector.Patterns().Select(pattern => pattern.ShiftsOutside.Length));
    }

    [Fact]
    public void What_happens_in_a_helper_alone_is_found_where_the_helper_is_analysed()
    {
        // All of it is done by one call.
        _collector.InAnalysedMember = _ => _one.Operation;
        Divide(Term, Sum);
        Assert.Empty(_collector.Patterns());

        // The exponential is the caller's.
        Divide(Of(_other, OriginRole.Term), Of(_other, OriginRole.Sum));
        Assert.Equal(_one.Operation, Assert.Single(_collector.Patterns()).End);
        Divide(Of(_other, OriginRole.Term), Sum);
        Assert.Equal([_one, _other], Assert.Single(_collector.Patterns()).Sites.Select(site => site));
    }

    [Fact]
    public void Where_helpers_take_the_exponentials_and_divide_they_have_to_be_bare()
    {
        ExponentialSite helped = new(_one.Operation, _other.Exp, null);
        Assert.Equal([OriginRole.Quotient], Divide(Of(helped, OriginRole.Term, isWeighted: true), Of(helped, OriginRole.Sum)));
        _collector.InAnalysedMember = _ => _sameArgument.Operation;
        Assert.Empty(Divide(Of(helped, OriginRole.Term, isWeighted: true), Of(helped, OriginRole.Sum)));
        Assert.Equal([OriginRole.Quotient], Divide(Of(helped, OriginRole.Term), Of(helped, OriginRole.Sum)));
        Assert.Equal([OriginRole.Quotient], Divide(Of(_one, OriginRole.Term, isWeighted: true), Sum));
    }

    private static AbstractValue Of(ExponentialSite site, OriginRole role, bool isWeighted = false) => AbstractValue.Unknown.With([new(site, role, isWeighted)]);

    private List<OriginRole> Divide(AbstractValue a, AbstractValue b) => [.. new OriginTransfer(_collector).Quotient(a, b, _end).Select(origin => origin.Role)];

    private List<OriginRole> Multiply(AbstractValue a, AbstractValue b) => [.. new OriginTransfer(_collector).Product(a, b, _end).Select(origin => origin.Role)];
}
