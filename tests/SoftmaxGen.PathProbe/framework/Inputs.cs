namespace FrameworkProbe
{
    /// <summary>The inputs of the path probe, without generic mathematics.</summary>
    internal static class Inputs
    {
        public static T[] Rows<T>(Number<T> number, int length, int rows)
        {
            T[] x = new T[length * rows];
            ulong state = (ulong)length;
            for (int i = 0; i < x.Length; i++)
                x[i] = number.From(Element(i / length, Next(ref state)));
            return x;
        }

        private static double Element(int row, long random)
        {
            double fraction = random / (double)(1L << 39);
            switch (row % 12)
            {
                case 0:
                case 1:
                case 2:
                    return 4 * fraction;
                case 3:
                case 4:
                    return 30 * fraction;
                case 5:
                    return 100 * fraction;
                case 6:
                    return random & 3;
                case 7:
                    return (random & 1) == 0 ? double.NegativeInfinity : 8 * fraction;
                case 8:
                    return 1000 + (10 * fraction);
                case 9:
                    return 600 * fraction;
                case 10:
                    return 1e30 * fraction;
                default:
                    return (random & 31) == 0 ? double.NaN : fraction;
            }
        }

        private static long Next(ref ulong state)
        {
            unchecked
            {
                ulong z = state += 0x9E3779B97F4A7C15;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (long)(z ^ (z >> 31)) >> 24;
            }
        }
    }
}
