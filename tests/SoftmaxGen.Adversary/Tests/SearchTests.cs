using System.Numerics;
using System.Text.Json;
using SoftmaxGen.Adversary.Arithmetic;
using SoftmaxGen.Adversary.Hosts;
using SoftmaxGen.Adversary.Inputs;
using SoftmaxGen.Adversary.Members;
using SoftmaxGen.Adversary.Search;
using SoftmaxGen.Reference;
using Xunit;

namespace SoftmaxGen.Adversary.Tests;

public class SearchTests
{
    private const int Length = 5;
    private const int Evaluations = 2000;

    private static readonly Cell Broken = new Cell<Rounded, float>(SoftmaxAccuracy.Default, Length, TemperatureRange.None);
    private static readonly Cell Sound = new Cell<Softmax, double>(SoftmaxAccuracy.Fast, Length, TemperatureRange.None);
    private static readonly HostCompiler Hosts = new([Broken, Sound]);

    /// <summary>The textbook's way in float, whose rounded differences cost 60 ulp, is caught within no time.</summary>
    [Fact]
    public void A_member_that_breaks_its_promise_is_found()
    {
        ICellSearch search = Broken.Start(Hosts);
        search.RunRound(Evaluations);
        Assert.Contains(search.Found, found => found.BreaksPromise && found.Error.Value > 20);
    }

    [Fact]
    public void A_search_that_was_interrupted_goes_on_as_if_it_had_not_been()
    {
        ICellSearch straight = Sound.Start(Hosts), interrupted = Sound.Start(Hosts);
        for (int round = 0; round < 4; round++)
        {
            straight.RunRound(Evaluations);
            interrupted.RunRound(Evaluations);
            SavedProgress saved = JsonSerializer.Deserialize<SavedProgress>(JsonSerializer.Serialize(interrupted.Save()))!;
            interrupted = Sound.Start(Hosts);
            interrupted.Restore(saved);
        }

        Assert.Equal(4 * Evaluations, interrupted.Evaluations);
        Assert.Equal(straight.Found.Select(found => found.Error), interrupted.Found.Select(found => found.Error));
        Assert.Equal(straight.Found.Select(found => found.Input), interrupted.Found.Select(found => found.Input));
    }

    [Fact]
    public void A_saved_input_is_the_input_to_the_bit()
    {
        Input<float> input = Sampling.Sample<float>(new Random(3), 100, TemperatureRange.Tiny, mayBeMasked: true), copy = SavedInput.Of(input).ToInput<float>();
        Assert.Equal(input.X, copy.X);
        Assert.Equal(input.Vector, copy.Vector);
        Assert.Equal((input.Temperature, input.Label, input.Family), (copy.Temperature, copy.Label, copy.Family));
    }

    [Theory]
    [InlineData(0f, 1, float.Epsilon)]
    [InlineData(1f, -1, 0.99999994f)]
    [InlineData(-float.Epsilon, 2, float.Epsilon)]
    [InlineData(float.MaxValue, 10, float.MaxValue)]
    public void A_step_is_one_of_the_format(float value, long steps, float expected) => Assert.Equal(expected, Format<float>.Step(value, steps));

    /// <summary>softmax by exponentials of rounded differences.</summary>
    private readonly struct Rounded : IMember
    {
        public static string Name => "Rounded";

        public static Quantity Quantity => Quantity.Probability;

        public static SoftmaxMethods Methods => SoftmaxMethods.Softmax;

        public static void Call<T>(Host<T> host, Input<T> input, ReadOnlySpan<T> given, Span<T> destination)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T max = input.X.Max(), sum = T.Zero;
            for (int i = 0; i < destination.Length; i++)
                sum += destination[i] = T.Exp(input.X[i] - max);
            for (int i = 0; i < destination.Length; i++)
                destination[i] /= sum;
        }

        public static TReal Exact<TReal>(ExactRow<TReal> row, int result)
            where TReal : struct, IReal<TReal> => row.Probability(result);
    }
}
