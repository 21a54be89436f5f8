namespace SoftmaxGen.Generated
{
    internal static partial class ScalarKernels
    {
        // e^(x - max), where what the difference is rounded by counts; nothing where it is next to that.
        private static double TermFrom(double x, double max)
        {
            double y = x - max, e = ExpPlain(y);
            return y < -SoftmaxKernels.FarBelow ? 0.0 : e + (e * LostBetween(x, max, y));
        }

        // What the difference is rounded by; of an infinite one nothing.
        private static double LostBetween(double a, double b, double difference)
        {
            double lost = Lost(a, -b, difference);
            return double.IsNaN(lost) ? 0.0 : lost;
        }
    }
}
