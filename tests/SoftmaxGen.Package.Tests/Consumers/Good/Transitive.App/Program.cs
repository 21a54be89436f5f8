using Transitive.Library;

double[] p = new double[3];
P.Softmax([1000, 1001, 1002], p);
Console.WriteLine(FormattableString.Invariant($"{p[0]:F4} {p[1]:F4} {p[2]:F4}"));
