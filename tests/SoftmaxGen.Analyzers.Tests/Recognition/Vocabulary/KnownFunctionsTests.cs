using SoftmaxGen.Recognition;

namespace SoftmaxGen.Analyzers.Tests;

/// <summary>What a name says where the code behind it is not in sight.</summary>
public class KnownFunctionsTests
{
    [Theory]
    [InlineData("Exp", nameof(KnownFunction.Exp))]
    [InlineData("Pow", nameof(KnownFunction.Pow))]
    [InlineData("op_Addition", nameof(KnownFunction.Add))]
    [InlineData("Subtract", nameof(KnownFunction.Subtract))]
    [InlineData("Multiply", nameof(KnownFunction.Multiply))]
    [InlineData("Divide", nameof(KnownFunction.Divide))]
    [InlineData("Negate", nameof(KnownFunction.Negate))]
    [InlineData("Reciprocal", nameof(KnownFunction.Reciprocal))]
    [InlineData("ln", nameof(KnownFunction.Log))]
    [InlineData("Log1P", nameof(KnownFunction.Log1P))]
    [InlineData("ColumnSums", nameof(KnownFunction.Sum))]
    [InlineData("Normalize", nameof(KnownFunction.Normalize))]
    [InlineData("Average", nameof(KnownFunction.Mean))]
    [InlineData("amax", nameof(KnownFunction.Max))]
    [InlineData("Minimum", nameof(KnownFunction.Min))]
    [InlineData("Clamp", nameof(KnownFunction.Clamp))]
    [InlineData("DotProduct", nameof(KnownFunction.Dot))]
    [InlineData("Sqrt", nameof(KnownFunction.NonNegative))]
    [InlineData("Square", nameof(KnownFunction.Square))]
    [InlineData("Sigmoid", nameof(KnownFunction.Unit))]
    [InlineData("Tanh", nameof(KnownFunction.Symmetric))]
    [InlineData("Floor", nameof(KnownFunction.NonLinear))]
    [InlineData("NextDouble", nameof(KnownFunction.Random))]
    [InlineData("Aggregate", nameof(KnownFunction.Aggregate))]
    [InlineData("Enqueue", nameof(KnownFunction.Store))]
    [InlineData("CompareTo", nameof(KnownFunction.Compare))]
    [InlineData("ToArray", nameof(KnownFunction.PassThrough))]
    [InlineData("Train", nameof(KnownFunction.None))]
    [InlineData("", nameof(KnownFunction.None))]
    public void A_function_is_known_by_its_name_in_any_case(string name, string function) => Assert.Equal(function, KnownFunctions.Find(name).ToString());

    [Theory]
    [InlineData("exp_", nameof(KnownFunction.Exp))]
    [InlineData("PointwiseExp", nameof(KnownFunction.Exp))]
    [InlineData("ElementWiseMultiply", nameof(KnownFunction.Multiply))]
    [InlineData("ElementwiseAdd", nameof(KnownFunction.Add))]
    [InlineData("ElementExp", nameof(KnownFunction.Exp))]
    [InlineData("VectorSubtract", nameof(KnownFunction.Subtract))]
    [InlineData("DivideInPlace", nameof(KnownFunction.Divide))]
    [InlineData("InplaceDivide", nameof(KnownFunction.Divide))]
    [InlineData("FastExp", nameof(KnownFunction.Exp))]
    [InlineData("FastExpInPlace", nameof(KnownFunction.Exp))]
    [InlineData("Fast", nameof(KnownFunction.None))]
    public void What_tells_how_it_is_computed_is_left_out(string name, string function) => Assert.Equal(function, KnownFunctions.Find(name).ToString());

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
    public void A_size_is_not_negative_whatever_it_is_the_size_of(string name) => Assert.Equal(KnownFunction.NonNegative, KnownFunctions.Find(name));

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
    public void A_logarithm_is_known_by_the_word_and_not_by_its_letters(string name, bool expected) => Assert.Equal(expected, NameHints.IsLogarithmic(name));

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
    public void A_generator_is_known_by_the_end_of_its_name(string expression, bool expected) => Assert.Equal(expected, NameHints.IsRandomSource(expression));

    [Theory]
    [InlineData("Range", true)]
    [InlineData("Uniform", true)]
    [InlineData("uniform", true)]
    [InlineData("NextSingle", true)]
    [InlineData("Normal", false)]
    public void A_draw_from_an_interval_is_uniform(string name, bool expected) => Assert.Equal(expected, NameHints.IsUniform(name));

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
    public void The_next_number_is_one_of_the_unit_interval_unless_it_says_otherwise(string name, bool expected) => Assert.Equal(expected, NameHints.IsNextUnit(name));

    [Theory]
    [InlineData("toArray", "to")]
    [InlineData("ToArray", "To")]
    [InlineData("row_sums", "row")]
    [InlineData("X", "X")]
    [InlineData("", "")]
    public void The_first_word_ends_where_the_next_begins(string name, string word) => Assert.Equal(word, NameHints.FirstWord(name));

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
    public void A_member_that_counts_or_measures_is_a_size(string member) => Assert.True(NameHints.IsSize(member));

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
    public void A_member_that_is_its_object_in_another_guise_holds_what_the_object_holds(string member) => Assert.True(NameHints.IsSameObject(member));

    [Theory]
    [InlineData("TotalDays")]
    [InlineData("TotalHours")]
    [InlineData("TotalMinutes")]
    [InlineData("TotalSeconds")]
    [InlineData("TotalMilliseconds")]
    public void A_span_of_time_is_not_negative(string member) => Assert.True(NameHints.IsTimeSpan(member));

    [Fact]
    public void Any_other_member_is_what_its_code_says()
    {
        Assert.False(NameHints.IsSize("Lengths") || NameHints.IsSize("Distances"));
        Assert.False(NameHints.IsSameObject("Item5") || NameHints.IsSameObject("Next"));
        Assert.False(NameHints.IsTimeSpan("Days"));
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
    public void A_distance_or_an_age_is_not_negative(string name) => Assert.True(NameHints.IsNonNegative(name));

    [Theory]
    [InlineData("meanDistance", true)]
    [InlineData("dist_sq", true)]
    [InlineData("sample__variance", true)]
    [InlineData("ElapsedTime", true)]
    [InlineData("average", false)]
    [InlineData("dis_tance", false)]
    [InlineData("", false)]
    public void A_quantity_is_not_negative_by_any_of_its_words(string name, bool expected) => Assert.Equal(expected, NameHints.IsNonNegative(name));
}
