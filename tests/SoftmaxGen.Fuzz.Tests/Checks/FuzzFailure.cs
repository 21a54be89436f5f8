namespace SoftmaxGen.Fuzz.Tests.Checks;

/// <summary>What a program did to the generator, an analyzer or a fix.</summary>
internal sealed class FuzzFailure(string message) : Exception(message)
{
    public static void If(bool isBad, Func<string> message)
    {
        if (isBad)
            throw new FuzzFailure(message());
    }
}
