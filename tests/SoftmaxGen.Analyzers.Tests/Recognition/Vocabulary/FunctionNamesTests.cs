using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What a name says where the code behind it is not in sight.</summary>
public class FunctionNamesTests
{
    [Theory]
    [InlineData("Exp", nameof(Function.Exp))]
    [InlineData("Pow", nameof(Function.Pow))]
    [InlineData("op_Addition", nameof(Function.Add))]
    [InlineData("Subtract", nameof(Function.Subtract))]
    [InlineData("Multiply", nameof(Function.Multiply))]
    [InlineData("Divide", nameof(Function.Divide))]
    [InlineData("Negate", nameof(Function.Negate))]
    [InlineData("Reciprocal", nameof(Function.Reciprocal))]
    [InlineData("ln", nameof(Function.Log))]
    [InlineData("Log1P", nameof(Function.Log1P))]
    [InlineData("ColumnSums", nameof(Function.Sum))]
    [InlineData("Normalize", nameof(Function.Normalize))]
    [InlineData("Average", nameof(Function.Mean))]
    [InlineData("amax", nameof(Function.Max))]
    [InlineData("Minimum", nameof(Function.Min))]
    [InlineData("Clamp", nameof(Function.Clamp))]
    [InlineData("DotProduct", nameof(Function.Dot))]
    [InlineData("Sqrt", nameof(Function.NonNegative))]
    [InlineData("Square", nameof(Function.Square))]
    [InlineData("Sigmoid", nameof(Function.Unit))]
    [InlineData("Tanh", nameof(Function.Symmetric))]
    [InlineData("Floor", nameof(Function.NonLinear))]
    [InlineData("NextDouble", nameof(Function.Random))]
    [InlineData("Aggregate", nameof(Function.Aggregate))]
    [InlineData("Enqueue", nameof(Function.Store))]
    [InlineData("CompareTo", nameof(Function.Compare))]
    [InlineData("ToArray", nameof(Function.PassThrough))]
    [InlineData("Train", nameof(Function.None))]
    [InlineData("", nameof(Function.None))]
    public void A_function_is_known_by_its_name_in_any_case(string name, string function) => Assert.Equal(function, FunctionNames.Find(name).ToString());

    [Theory]
    [InlineData("exp_", nameof(Function.Exp))]
    [InlineData("PointwiseExp", nameof(Function.Exp))]
    [InlineData("ElementWiseMultiply", nameof(Function.Multiply))]
    [InlineData("ElementwiseAdd", nameof(Function.Add))]
    [InlineData("ElementExp", nameof(Function.Exp))]
    [InlineData("VectorSubtract", nameof(Function.Subtract))]
    [InlineData("DivideInPlace", nameof(Function.Divide))]
    [InlineData("InplaceDivide", nameof(Function.Divide))]
    [InlineData("FastExp", nameof(Function.Exp))]
    [InlineData("FastExpInPlace", nameof(Function.Exp))]
    [InlineData("Fast", nameof(Function.None))]
    public void What_tells_how_it_is_computed_is_left_out(string name, string function) => Assert.Equal(function, FunctionNames.Find(name).ToString());

    [Theory]
    [InlineData("EuclideanDistance")]
    [InlineData("DistTo")]
    [InlineData("FrobeniusNorm")]
    [InlineData("GetMagnitude")]
    [InlineData("LengthSquared")]
    [InlineData("SquaredError")]
    [InlineData("MaxAbs")]
    [InlineData("GetLength")]
    [InlineData("PathLength")]
    public void A_size_is_not_negative_whatever_it_is_the_size_of(string name) => Assert.Equal(Function.NonNegative, FunctionNames.Find(name));

    [Theory]
    [InlineData("Log", true)]
    [InlineData("GetLogProb", true)]
    [InlineData("LogisticLog", true)]
    [InlineData("logProb", true)]
    [InlineData("log_prob", true)]
    [InlineData("BinomialLn", true)]
    [InlineData("gammaln", true)]
    [InlineData("LogGamma", true)]
    [InlineData("LnGamma", true)]
    [InlineData("lgamma", true)]
    [InlineData("gammln", true)]
    [InlineData("loggam", true)]
    [InlineData("Logistic", false)]
    [InlineData("logits", false)]
    [InlineData("log", false)]
    [InlineData("Kiln2", false)]
    [InlineData("lnProb", false)]
    public void A_logarithm_is_known_by_the_word_and_not_by_its_letters(string name, bool expected) => Assert.Equal(expected, FunctionNames.IsLogarithmic(name));

    [Theory]
    [InlineData("random", true)]
    [InlineData("this._random", true)]
    [InlineData("Game.MyRandom", true)]
    [InlineData("_rng", true)]
    [InlineData("RNG", true)]
    [InlineData("rand", true)]
    [InlineData("rnd", true)]
    [InlineData("strand", false)]
    [InlineData("randomizer", false)]
    [InlineData("random.Next", false)]
    public void A_generator_is_known_by_the_end_of_its_name(string expression, bool expected) => Assert.Equal(expected, FunctionNames.IsRandomSource(expression));

    [Theory]
    [InlineData("Range", true)]
    [InlineData("Uniform", true)]
    [InlineData("uniform", true)]
    [InlineData("NextSingle", true)]
    [InlineData("Normal", false)]
    public void A_draw_from_an_interval_is_uniform(string name, bool expected) => Assert.Equal(expected, FunctionNames.IsUniform(name));

    [Theory]
    [InlineData("NextUnit", true)]
    [InlineData("NextFloat01", true)]
    [InlineData("Next", false)]
    [InlineData("Unit", false)]
    [InlineData("Sample01", false)]
    [InlineData("NextInt", false)]
    [InlineData("NextLong", false)]
    [InlineData("NextBytes", false)]
    [InlineData("NextGaussian", false)]
    [InlineData("NextNormal", false)]
    [InlineData("NextBool", false)]
    [InlineData("NextItem", false)]
    public void The_next_number_is_one_of_the_unit_interval_unless_it_says_otherwise(string name, bool expected) => Assert.Equal(expected, FunctionNames.IsNextUnit(name));

    [Theory]
    [InlineData("toArray", "to")]
    [InlineData("ToArray", "To")]
    [InlineData("row_sums", "row")]
    [InlineData("X", "X")]
    [InlineData("", "")]
    public void The_first_word_ends_where_the_next_begins(string name, string word) => Assert.Equal(word, FunctionNames.FirstWord(name));

    [Theory]
    [InlineData("Length")]
    [InlineData("LongLength")]
    [InlineData("Count")]
    [InlineData("Size")]
    [InlineData("Rank")]
    [InlineData("RowCount")]
    [InlineData("ColumnCount")]
    [InlineData("sqrMagnitude")]
    [InlineData("magnitude")]
    [InlineData("Rows")]
    [InlineData("Columns")]
    [InlineData("Width")]
    [InlineData("Height")]
    [InlineData("StoppingDistance")]
    public void A_member_that_counts_or_measures_is_a_size(string member) => Assert.True(FunctionNames.IsSize(member));

    [Theory]
    [InlineData("Value")]
    [InlineData("Values")]
    [InlineData("Current")]
    [InlineData("Span")]
    [InlineData("Memory")]
    [InlineData("Item")]
    [InlineData("Array")]
    [InlineData("Result")]
    [InlineData("T")]
    [InlineData("Item1")]
    [InlineData("Item2")]
    [InlineData("Item3")]
    [InlineData("Item4")]
    public void A_member_that_is_its_object_in_another_guise_holds_what_the_object_holds(string member) => Assert.True(FunctionNames.IsSameObject(member));

    [Theory]
    [InlineData("TotalDays")]
    [InlineData("TotalHours")]
    [InlineData("TotalMinutes")]
    [InlineData("TotalSeconds")]
    [InlineData("TotalMilliseconds")]
    public void A_span_of_time_is_not_negative(string member) => Assert.True(QuantityNames.IsTimeSpan(member));

    [Fact]
    public void Any_other_member_is_what_its_code_says()
    {
        Assert.False(FunctionNames.IsSize("Lengths") || FunctionNames.IsSize("Distances"));
        Assert.False(FunctionNames.IsSameObject("Item5") || FunctionNames.IsSameObject("Next"));
        Assert.False(QuantityNames.IsTimeSpan("Days"));
    }

    [Theory]
    [InlineData("distance")]
    [InlineData("distances")]
    [InlineData("dist")]
    [InlineData("dists")]
    [InlineData("squared")]
    [InlineData("variance")]
    [InlineData("magnitude")]
    [InlineData("age")]
    [InlineData("ages")]
    [InlineData("elapsed")]
    [InlineData("duration")]
    [InlineData("radius")]
    public void A_distance_or_an_age_is_not_negative(string name) => Assert.True(QuantityNames.IsNonNegative(name));

    [Theory]
    [InlineData("meanDistance", true)]
    [InlineData("dist_sq", true)]
    [InlineData("sample__variance", true)]
    [InlineData("ElapsedTime", true)]
    [InlineData("average", false)]
    [InlineData("dis_tance", false)]
    [InlineData("", false)]
    public void A_quantity_is_not_negative_by_any_of_its_words(string name, bool expected) => Assert.Equal(expected, QuantityNames.IsNonNegative(name));
}
