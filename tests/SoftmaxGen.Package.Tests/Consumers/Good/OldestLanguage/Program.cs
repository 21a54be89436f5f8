using System;
using SoftmaxGen;

namespace OldestLanguage
{
    [Softmax(3)]
    internal partial struct P
    {
        private static void Main()
        {
            double[] p = new double[3];
            Softmax(new double[] { 1000, 1001, 1002 }, p);
            Console.WriteLine(FormattableString.Invariant($"{p[0]:F4} {p[1]:F4} {p[2]:F4}"));
        }
    }
}
