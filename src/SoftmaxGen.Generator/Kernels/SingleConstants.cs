namespace SoftmaxGen.Generated
{
    using global::System;

    // The numbers behind e^x = 2^n e^r in single precision, n = round(x / ln 2), r = x - n ln 2.
    internal static class SingleConstants
    {
        /// <summary>Beyond this magnitude of the maximum, x - max is formed first: it is exact wherever the result is not 0.</summary>
        public const float Moderate = 1024f;

        public const float Log2E = 1.442695f;

        // ln 2 in two parts. The first has 12 bits, so that n times it is exact for every n that occurs, with or without FMA.
        public const float Ln2High = 0.693115234f;
        public const float Ln2Low = 3.19461833e-05f;

        /// <summary>1.5 * 2^23 rounds a sum to an integer in the low bits; 127 + 64 makes these bits a biased exponent.
        /// The extra 64 keeps every term of a result that is a denormal number a normal one.</summary>
        public const float Round = 12582912f + 127f + 64f;

        /// <summary>Terms of elements further than this below the maximum become 0 in the result, e^-130 = 2^-187.5.</summary>
        public const float Reach = 130f;

        // e^r on |r| <= ln(2)/2, minimax in the relative error with the first two coefficients held at 1:
        // degree 6, error 3.1e-9, and degree 5, error 1.1e-7.
        public const float C2 = 0.49999994f;
        public const float C3 = 0.16666521f;
        public const float C4 = 0.04166827f;
        public const float C5 = 0.00836868f;
        public const float C6 = 0.0013820418f;
        public const float F2 = 0.4999923f;
        public const float F3 = 0.16667117f;
        public const float F4 = 0.041890267f;
        public const float F5 = 0.008312338f;

        // One 64-byte row for each constant: a vector of any width is a load from static data. Vectors made by Create would be
        // kept in registers by the JIT, more of them than AVX2 has.
        public static ReadOnlySpan<float> Rows => new float[]
        {
            Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E, Log2E,
            -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High, -Ln2High,
            -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low, -Ln2Low,
            C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6, C6,
            C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5, C5,
            C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4, C4,
            C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3, C3,
            C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2, C2,
            1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f,
            F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5, F5,
            F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4, F4,
            F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3, F3,
            F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2, F2,
        };
    }

    // Which row of SingleConstants.Rows holds what.
    internal static class SingleRow
    {
        public const int Log2E = 0;
        public const int MinusLn2High = 1;
        public const int MinusLn2Low = 2;
        public const int C6 = 3;
        public const int C5 = 4;
        public const int C4 = 5;
        public const int C3 = 6;
        public const int C2 = 7;
        public const int One = 8;
        public const int F5 = 9;
        public const int F4 = 10;
        public const int F3 = 11;
        public const int F2 = 12;
    }
}
