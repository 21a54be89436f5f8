using DigitSpotting.Pages;
using Microsoft.ML.OnnxRuntime;

namespace DigitSpotting.Network;

/// <summary>A softmax of the columns of a matrix.</summary>
internal delegate void ColumnSoftmax(ReadOnlySpan<float> logits, int columns, Span<float> probabilities);

/// <summary>Runs the network over a page.</summary>
internal sealed class Spotter(byte[] model) : IDisposable
{
    private readonly InferenceSession session = new(model);

    public void Dispose() => session.Dispose();

    public ConfidenceMap Run(Page page) => Run(page, DigitClasses.SoftmaxColumns);

    public ConfidenceMap Run(Page page, ColumnSoftmax softmax)
    {
        using RunOptions options = new();
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(page.Pixels, [1, 1, page.Height, page.Width]);
        using var outputs = session.Run(options, [ConvolutionModel.Input], [input], [ConvolutionModel.Output]);
        long[] shape = outputs[0].GetTensorTypeAndShape().Shape;
        int height = (int)shape[2];
        int width = (int)shape[3];

        // The output is channel-first: one row of the matrix for each digit, one column for each position. It is read where the engine has put it.
        ReadOnlySpan<float> logits = outputs[0].GetTensorDataAsSpan<float>();
        float[] probabilities = new float[logits.Length];
        softmax(logits, height * width, probabilities);
        return new ConfidenceMap(width, height, probabilities);
    }
}
