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
        "Shows where training overflows, and learns to read handwritten digits: multinomial logistic regression with generated gradients.",
        (Path.Combine(AppContext.BaseDirectory, "Data", "optdigits.csv"), "A CSV file with the header p0,p1,…,p63,label"));

    public static int Run(string[] args, TextWriter output, TextWriter error) => Command.Run(args, output, error, arguments =>
    {
        (ImageSet training, ImageSet test) = ImageReader.ReadFile(arguments.File).Halves();
        arguments.Report.Section("Overflow: the loss (nat) in training on pixels from 0 to 16, not scaled", OverflowSection.Render(training, test));

        TrainingRun run = MomentumTrainer.Train(training, test);
        arguments.Report.Section("Training on pixels from 0 to 1", TrainingSection.Render(run));
        if (arguments.Details)
            arguments.Report.Section("Gradient, compared with finite differences", GradientSection.Render(GradientCheck.Run(training)));
        arguments.Report.Section("Result", ResultSection.Render(run.Model, test, arguments.Details));
        arguments.Report.Files("Charts", LossChart.Save(run, arguments.Folder));
        if (!arguments.Details)
            arguments.Report.More("the gradient compared with finite differences, and images that are not recognised");
    });
}
