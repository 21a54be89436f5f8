using SoftmaxGen.Reference;

namespace SoftmaxGen.Emitted.Tests.Reference;

/// <summary>The reference's softmax against mpmath 1.3.0 (mp.dps = 500, fifty digits printed).</summary>
public class SoftmaxReferenceTests
{
    [Theory]
    [InlineData(new double[] { 0, 1, 2, 3 })]
    [InlineData(new double[] { 1000, 1001, 1002, 1003 })]
    [InlineData(new double[] { -1e15, -1e15 + 1, -1e15 + 2, -1e15 + 3 })]
    public void Four_consecutive_integers(double[] x)
    {
        string[] expected =
        [
            "3.2058603280084988450811470131345884437113202585002e-2", "8.714431874203256748945938856625732035650249878603e-2",
            "2.3688281808991013229802928804681784119774215724994e-1", "6.4391425988797231176169985325557895400864214137903e-1",
        ];
        SoftmaxReference reference = SoftmaxReference.Of<double>(x);
        Assert.All(reference.Softmax().Zip(expected), pair => Decimal50.AssertEqual(pair.Second, pair.First));
        Decimal50.AssertEqual("3.5608574011202768823830014674442104599135785862097e-1", reference.Complement(3));
        Decimal50.AssertEqual("4.4018969856119533049272230132616007334961314847871e-1", reference.CrossEntropy(3));
    }

    [Fact]
    public void A_logarithm_next_to_zero_keeps_its_digits()
    {
        SoftmaxReference reference = SoftmaxReference.Of<float>([0, -40]);
        Decimal50.AssertEqual("4.248354255291588986304977843631582181877750679823e-18", reference.LogSumExp);
        Decimal50.AssertEqual("-4.248354255291588986304977843631582181877750679823e-18", reference.LogSoftmax()[0]);
        Decimal50.AssertEqual("-4.0000000000000000004248354255291588986304977843632e+1", reference.LogSoftmax()[1]);
        Decimal50.AssertEqual("-4.2483542552915889772807209044045063714347627178862e-18", reference.CrossEntropyGradient(0)[0]);
        Decimal50.AssertEqual("4.2483542552915889772807209044045063714347627178862e-18", reference.CrossEntropyGradient(0)[1]);
    }

    [Fact]
    public void Terms_that_cancel_the_maximum_keep_the_digits_of_the_sum() => Decimal50.AssertEqual(
        "2.3190468138462996154948554638754786504120680009493e-17",
        SoftmaxReference.Of<double>([-0.6931471805599453, -0.6931471805599453]).LogSumExp);

    [Fact]
    public void A_result_below_every_format_keeps_its_digits()
    {
        SoftmaxReference reference = SoftmaxReference.Of<double>([0, -800, -1]);
        Decimal50.AssertEqual("2.6814311801020601981108168663616064088598502485247e-348", reference.Softmax()[1]);
        Decimal50.AssertEqual("2.6894142136999512074884075817816372563485535983494e-1", reference.Complement(0));
    }

    [Fact]
    public void Huge_inputs_are_subtracted_exactly()
    {
        SoftmaxReference reference = SoftmaxReference.Of<double>([3e38, 3e38, -3e38]);
        Decimal50.AssertEqual("5.0e-1", reference.Softmax()[0]);
        Assert.Equal(0, reference.Softmax()[2].Sign);
        Decimal50.AssertEqual("-6.0000000000000002427179080369336588697669314718056e+38", reference.LogSoftmax()[2]);
    }

    [Fact]
    public void The_temperature_divides_exactly()
    {
        string[] expected =
        [
            "4.427826918858725458822568187283407075352458707101e-2", "1.8476143415029563713505787372011962264754841236409e-1",
            "7.709602966611171082767164444070463065989270005649e-1",
        ];
        SoftmaxReference reference = SoftmaxReference.Of<double>([1, 2, 3], temperature: 0.7);
        Assert.All(reference.Softmax().Zip(expected), pair => Decimal50.AssertEqual(pair.Second, pair.First));
        Decimal50.AssertEqual("4.5458326883590307371993231611643856414683943258513", reference.LogSumExp);
    }

    [Fact]
    public void The_Jacobian_times_a_vector_is_the_vector_product()
    {
        SoftmaxReference reference = SoftmaxReference.Of<double>([0.5, -3, 2, 40, -900]);
        BigFloat[] p = reference.Softmax(), jacobian = reference.Jacobian(), g = Exact.Row<double>([1, -2, 0.25, 1e3, 7]);
        BigFloat[] product = Exact.JacobianTimesVector(p, g);
        for (int i = 0; i < 5; i++)
        {
            BigFloat difference = BigFloat.Abs(Exact.Dot(jacobian[(5 * i)..(5 * i + 5)], g) - product[i]);
            Assert.True(difference.Sign == 0 || difference.Binade < product[i].Binade - 180, $"row {i}: {difference}");
        }
    }

    [Fact]
    public void The_Jacobian_of_exact_probabilities_is_the_same_matrix()
    {
        SoftmaxReference reference = SoftmaxReference.Of<float>([0.5f, -3, 2, 4]);
        BigFloat[] direct = reference.Jacobian(), fromSoftmax = Exact.JacobianFromSoftmax(reference.Softmax());
        Assert.All(direct.Zip(fromSoftmax), pair =>
            Assert.True(BigFloat.Abs(pair.First - pair.Second) <= BigFloat.Abs(pair.First) * new BigFloat(1, -240)));
    }
}
