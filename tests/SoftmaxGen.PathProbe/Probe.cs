namespace SoftmaxGen.PathProbe;

/// <summary>Runs the members of hosts of one accuracy on the same inputs everywhere and hashes what they return, group by group.</summary>
internal sealed class Probe(string accuracy)
{
    private readonly Results<float> single = new();
    private readonly Results<double> doubles = new();

    public void Run<THost>(int length)
        where THost : IEmitted
    {
        single.Run<THost>(length);
        doubles.Run<THost>(length);
    }

    public void RunWithJacobian<THost>(int length)
        where THost : IEmittedWithJacobian
    {
        single.RunWithJacobian<THost>(length);
        doubles.RunWithJacobian<THost>(length);
    }

    public void Print()
    {
        single.Print(accuracy);
        doubles.Print(accuracy);
    }
}
