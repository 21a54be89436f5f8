using Samples.Common;
using SoftmaxRegression;
using SoftmaxRegression.Input;
using SoftmaxRegression.Report;
using SoftmaxRegression.Training;

namespace SoftmaxGen.Samples.Tests.SoftmaxRegression;

public sealed class TrainingTests : IDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Data", "optdigits.csv");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("softmaxgen-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_gradient_is_the_derivative_of_the_objective()
    {
        GradientCheck check = GradientCheck.Run(ImageReader.ReadFile(Data).Halves().First);
        Assert.Equal(650, check.Weights);
        Assert.InRange(check.LargestDerivative, 0.1, 10);
        Assert.InRange(check.LargestDifference, 0, 1e-9);
    }

    [Fact]
    public void Training_on_one_half_reads_93_percent_of_the_other()
    {
        (ImageSet training, ImageSet test) = ImageReader.ReadFile(Data).Halves();
        Assert.Equal((898, 899), (training.Count, test.Count));

        TrainingRun run = MomentumTrainer.Train(training, test);

        Assert.InRange(run.Model.Accuracy(test), 0.93, 1);
        Assert.Equal(Math.Log(10), run.Milestones[0].TrainingLoss, 1e-12);
        Assert.True(run.Milestones[^1].TrainingLoss < run.Milestones[0].TrainingLoss / 5);
    }

    [Fact]
    public void On_pixels_that_are_not_scaled_only_the_formula_fails()
    {
        (ImageSet training, ImageSet test) = ImageReader.ReadFile(Data).Halves();

        (TrainingRun textbook, TrainingRun generated) = OverflowSection.Train(training, test);

        Assert.Equal(textbook.Milestones[1].TrainingLoss, generated.Milestones[1].TrainingLoss, 1e-12);
        Assert.True(double.IsNaN(textbook.Milestones[^1].TrainingLoss));
        Assert.All(generated.Milestones, at => Assert.True(double.IsFinite(at.TrainingLoss)));
        Assert.InRange(generated.Model.Accuracy(test), 0.9, 1);
    }

    [Fact]
    public void A_broken_file_ends_with_its_line_and_exit_code_2()
    {
        string file = Path.Combine(folder.FullName, "digits.csv");
        string[] lines = [.. File.ReadLines(Data).Take(3)];
        File.WriteAllLines(file, [lines[0], lines[1], lines[2].Replace(",16,", ",sixteen,")]);
        using StringWriter error = new();

        int code = Application.Run([file], TextWriter.Null, error);

        Assert.Equal(SampleCommand.BadInput, code);
        Assert.Matches("digits\\.csv, line 3: p\\d+ is 'sixteen', which is not a finite number", error.ToString());
    }
}
