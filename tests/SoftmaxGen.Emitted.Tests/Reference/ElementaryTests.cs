using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Reference;

/// <summary>The reference itself against mpmath 1.3.0 (mp.dps = 500, fifty digits printed); every argument is the double that the literal denotes.</summary>
public class ElementaryTests
{
    public static readonly TheoryData<double, string> ExpValues = new()
    {
        { 1, "2.7182818284590452353602874713526624977572470937" },
        { -1, "3.6787944117144232159552377016146086744581113103177e-1" },
        { 0.1, "1.1051709180756476309466388234587796577416634163742" },
        { -0.34657359027997264, "7.0710678118654753259991300190372704665388555047758e-1" },
        { 88.72283172607422, "3.402798537411848656744258800385897929685075025913e+38" },
        { -103.97207641601562, "7.006497001795564506087123005308578419712835276019e-46" },
        { -745.1332191019411, "2.4703282292064777865181698049834229227097515744168e-324" },
        { 709.782712893384, "1.7976931348622732178396496309000416498728817829432e+308" },
        { -12345.678, "2.1886143661726531077098135925822782370314353173984e-5362" },
    };

    public static readonly TheoryData<double, string> LogValues = new()
    {
        { 2, "6.9314718055994530941723212145817656807550013436026e-1" },
        { 10, "2.3025850929940456840179914546843642076011014886288" },
        { 0.1, "-2.3025850929940456285068402234265387271634735938764" },
        { 1.0000000000000002, "2.2204460492503128343282304546154879259823318079011e-16" },
        { 0.9999999999999999, "-1.1102230246251566020533898884823721718097327200653e-16" },
        { 4097, "8.318010277546871075715945936583942270605462776602" },
        { 5e-324, "-7.4444007192138126231410729844608163411308714430291e+2" },
        { 1.7976931348623157e308, "7.0978271289338399673222338991065714550397314873666e+2" },
    };

    public static readonly TheoryData<double, string> Log1pValues = new()
    {
        { 5e-324, "4.9406564584124654417656879286822137236505980261432e-324" },
        { 1e-30, "1.0000000000000000833364206075854853509313360267853e-30" },
        { -1e-30, "-1.000000000000000083336420607586485350931336026952e-30" },
        { 9.313225746154785e-10, "9.3132257418179764690006274852437847990779051076161e-10" },
        { 9e-10, "8.9999999959499999425788637574737242344955021926249e-10" },
        { 1e-5, "9.9999500003333316513756920833920234446017137624279e-6" },
        { 1, "6.9314718055994530941723212145817656807550013436026e-1" },
        { 4096, "8.318010277546871075715945936583942270605462776602" },
    };

    [Theory, MemberData(nameof(ExpValues))]
    public void Exp_has_fifty_correct_digits(double x, string expected) => Decimal50.AssertEqual(expected, Elementary.Exp(x));

    [Theory, MemberData(nameof(LogValues))]
    public void Log_has_fifty_correct_digits(double x, string expected) => Decimal50.AssertEqual(expected, Elementary.Log(x));

    [Theory, MemberData(nameof(Log1pValues))]
    public void Log1p_has_fifty_correct_digits(double x, string expected) => Decimal50.AssertEqual(expected, Elementary.Log1p(x));

    [Fact]
    public void Ln2_has_fifty_correct_digits() =>
        Decimal50.AssertEqual("6.9314718055994530941723212145817656807550013436026e-1", Elementary.Ln2);

    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.3)]
    [InlineData(-1.5)]
    [InlineData(700)]
    [InlineData(-100000)]
    public void Log_undoes_exp_far_beyond_double(double x)
    {
        // For x next to 0 the error is that of 1 + x in 256 bits.
        BigFloat difference = BigFloat.Abs(Elementary.Log(Elementary.Exp(x)) - x);
        Assert.True(difference.Sign == 0 || difference.Binade < -220, $"{difference}");
    }
}
