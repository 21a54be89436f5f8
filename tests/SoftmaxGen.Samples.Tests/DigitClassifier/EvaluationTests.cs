using DigitClassifier.Analysis;
using DigitClassifier.Input;
using DigitClassifier.Shift;

namespace SoftmaxGen.Samples.Tests.DigitClassifier;

/// <summary>The figures that the publishers of the data give, and some that can be told without a computer.</summary>
public class EvaluationTests
{
    private static readonly LogitTable Table = LogitTableReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Data", "mnist-logits.csv"));

    private static readonly Evaluation Evaluation = Evaluation.Of(Table);

    [Fact]
    public void The_classifier_is_right_in_2473_of_2500_rows()
    {
        Assert.Equal(2500, Table.Count);
        Assert.Equal(2473, Evaluation.Correct);
        Assert.Equal(27, Evaluation.Misclassified.Count());
        Assert.Equal([56, 60, 185], Evaluation.Misclassified.Take(3));
        Assert.Equal(Table.Predicted, Evaluation.Choices);
    }

    [Fact]
    public void The_mean_cross_entropy_has_all_digits_of_its_type()
    {
        const double Exact = 0.0751917659152839499;
        Assert.Equal(Exact, CrossEntropy.MeanInDouble(Table));
        Assert.Equal(Exact, CrossEntropy.MeanInSingle(Table), 1e-9);
    }

    [Fact]
    public void The_confusion_matrix_counts_every_row_once()
    {
        ConfusionMatrix confusion = new(Evaluation);
        int[] digits = [.. Enumerable.Range(0, 10)];
        Assert.Equal(2473, digits.Sum(digit => confusion[digit, digit]));
        Assert.All(digits, digit => Assert.Equal(Table.Labels.Count(label => label == digit), confusion.Rows(digit)));
        Assert.Equal(247.0 / 250, confusion.Recall(0));
    }

    [Fact]
    public void Half_precision_overflows_in_475_rows_without_a_shift()
    {
        Assert.Equal(475, HalfPrecision.Overflows(Table));
        Assert.Equal(0, HalfPrecision.FailuresOfGenerated(Table));
    }

    [Fact]
    public void The_shifted_example_needs_the_generated_code()
    {
        double[] expected = [0.03205860328008499, 0.08714431874203256, 0.23688281808991013, 0.6439142598879722];
        var results = ShiftedExample.Results.ToArray();
        Assert.All(results, result => Assert.All(expected.Zip(result.Small), pair => Assert.Equal(pair.First, pair.Second, 1e-15)));
        Assert.All(results[..2], result => Assert.All(result.Large, value => Assert.Equal(double.NaN, value)));
        Assert.All(expected.Zip(results[2].Large), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Calibration_compares_confidence_and_accuracy_in_each_bin()
    {
        // Two classes that matter: e^x / (e^x + 1 + 8 e^-99) is 0.75, 0.75 and 0.95; the second row is wrong.
        const float Low = -99;
        float[] rows = [0, MathF.Log(3), Low, Low, Low, Low, Low, Low, Low, Low];
        float[] sure = [MathF.Log(19), 0, Low, Low, Low, Low, Low, Low, Low, Low];
        Calibration calibration = new(Evaluation.Of(new LogitTable([1, 0, 0], [1, 1, 0], [.. rows, .. rows, .. sure])));

        Assert.Equal([2, 1], calibration.Bins.Select(bin => bin.Count));
        Assert.Equal(0.75, calibration.Bins[0].Confidence, 1e-6);
        Assert.Equal(0.5, calibration.Bins[0].Accuracy);
        Assert.Equal(0.05, calibration.Bins[1].Gap, 1e-6);
        Assert.Equal(((2 * 0.25) + 0.05) / 3, calibration.ExpectedError, 1e-6);
    }
}
