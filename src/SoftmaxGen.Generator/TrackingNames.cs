namespace SoftmaxGen;

/// <summary>The names of the pipeline's steps, by which tests look up why each of them ran.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);

    public const string Targets = nameof(Targets);

    public const string Hosts = nameof(Hosts);

    public const string AnyLength = nameof(AnyLength);

    public const string Kernels = nameof(Kernels);
}
