using Samples.Common;
using SoftmaxRegression.Input;
using SoftmaxRegression.Report;
using SoftmaxRegression.Training;

namespace SoftmaxRegression;

/// <summary>The program: trains on the first half of the images, and tests on the second.</summary>
internal static class Application
{
    private static readonly SampleCommand Command = new(
        "SoftmaxRegression",
        "Learns to read handwritten digits: multinomial logistic regression with generated gradients.",
        (Path.Combine(AppContext.BaseDirectory, "Data", "optdigits.csv"), "A CSV file with the header p0,p1,…,p63,label"));

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        (ImageSet training, ImageSet test) = ImageReader.ReadFile(arguments.File).Halves();
        arguments.Report.Section("Gradient", GradientSection.Render(GradientCheck.Run(training)));

        TrainingRun run = MomentumTrainer.Train(training, test);
        arguments.Report.Section("Training", TrainingSection.Render(run));
        arguments.Report.Section("Result", ResultSection.Render(run.Model, test));
        arguments.Report.Files("Charts", LossChart.Save(run, arguments.Folder));
    });
}
