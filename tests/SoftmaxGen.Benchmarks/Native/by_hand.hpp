// What the processor can do with this arithmetic: the passes, the table, the polynomial and the order of work of the emitted Default code,
// written in gcc's vectors, so that a ratio against it tells how near the emitted code comes to that. Two things are left out, and so count against
// the emitted code: the checks of the arguments, and the rounding errors that are kept beside the sum.
#pragma once
#include <cstddef>
#include <cstdint>
#include <immintrin.h>

namespace by_hand
{
#ifdef __AVX512F__
    constexpr std::size_t vector_bytes = 64;
    using Register = __m512i;
#else
    constexpr std::size_t vector_bytes = 32;
    using Register = __m256i;
#endif

    template <typename T>
    struct Numbers;

    template <>
    struct Numbers<float>
    {
        using Integer = std::int32_t;
        static constexpr int mantissa = 23;
        static constexpr float steps = 11.54156f, step_high = 0.086669921875f, step_low = -2.65243052e-05f, round = 12582912.f + 8 * (127 + 64), reach = 130.f;
        static constexpr std::size_t group = 2;
        static constexpr bool split = false; // the reciprocal in two parts
        alignas(64) static constexpr Integer eighths[16] = {
            22862, -264411, -482780, -626009, -687297, -659228, -533714, -301936,
            22862, -264411, -482780, -626009, -687297, -659228, -533714, -301936};

        // e^r - 1
        template <typename V>
        static V polynomial(V r)
        {
            return (r * 0.166699991f + 0.500079513f) * (r * r) + r;
        }

#ifdef __AVX512F__
        static Register power(Register t) { return _mm512_permutexvar_epi32(t, *reinterpret_cast<const Register*>(eighths)); }
#else
        static Register power(Register t) { return _mm256_permutevar8x32_epi32(*reinterpret_cast<const Register*>(eighths), t); }
#endif
    };

    template <>
    struct Numbers<double>
    {
        using Integer = std::int64_t;
        static constexpr int mantissa = 52;
        static constexpr double steps = 11.541560327111707, step_high = 0.08664339757524431, step_low = -5.251143840851356e-12;
        static constexpr double round = 6755399441055744.0 + 8 * (1023 + 128), reach = 796;
        static constexpr std::size_t group = 4;
        static constexpr bool split = true;
        alignas(64) static constexpr Integer eighths[8] = {0xC527DB922A91, 0x49B82FF8CAE0, -0xE8C77C8045B, -0x40774403B217, -0x488F9D2B7DDA, -0x230C7F07F3B5, 0x3432CEB5E293, 0xC1AEA88AFFCB};
        alignas(64) static constexpr std::int32_t words[16] = {
            -0x246DD56F, 0x2FF8CAE0, -0x77C8045B, -0x4403B217, 0x62D48226, -0x7F07F3B5, -0x314A1D6D, -0x57750035,
            0xC527, 0x49B8, -0xE8D, -0x4078, -0x4890, -0x230D, 0x3432, 0xC1AE};

        template <typename V>
        static V polynomial(V r)
        {
            V s = r * r;
            V odd = s * 0.00019840567138769928 + 0.008333333371074652;
            V even = s * 0.001388978051428083 + 0.04166666657010789;
            odd = odd * s + 0.1666666666666373;
            even = even * s + 0.5000000000000296;
            return (odd * r + even) * s + r;
        }

#ifdef __AVX512F__
        static Register power(Register t) { return _mm512_permutexvar_epi64(t, *reinterpret_cast<const Register*>(eighths)); }
#else
        static Register power(Register t)
        {
            const Register* halves = reinterpret_cast<const Register*>(words);
            Register twice = _mm256_shuffle_epi32(t, 0xA0);
            return _mm256_blend_epi32(_mm256_permutevar8x32_epi32(halves[0], twice), _mm256_permutevar8x32_epi32(halves[1], twice), 0xAA);
        }
#endif
    };

    template <typename T>
    struct Row
    {
        static constexpr std::size_t lanes = vector_bytes / sizeof(T);
        typedef T Vector __attribute__((vector_size(vector_bytes)));
        typedef typename Numbers<T>::Integer Bits __attribute__((vector_size(vector_bytes)));
        typedef Vector Anywhere __attribute__((aligned(alignof(T)), may_alias));

        static Vector load(const T* x) { return *reinterpret_cast<const Anywhere*>(x); }

        static void store(T* x, Vector v) { *reinterpret_cast<Anywhere*>(x) = v; }

        static Vector max(Vector a, Vector b) { return a > b ? a : b; }

        // Without this, -ffast-math would find that t - shift is a multiple of x, unrounded, and take scale out of the brackets.
        static Vector rounded(Vector t)
        {
            asm("" : "+v"(t));
            return t;
        }

        static Vector exp(Vector x, Vector shift, Vector lowest)
        {
            using N = Numbers<T>;
            x = max(lowest, x);
            Vector t = rounded(x * N::steps + shift);
            Vector n = t - shift;
            Vector r = n * -N::step_low + (n * -N::step_high + x);
            Bits bits = reinterpret_cast<Bits>(t);
            Bits power = reinterpret_cast<Bits>(N::power(reinterpret_cast<Register>(bits)));
            Vector scale = reinterpret_cast<Vector>((bits << (N::mantissa - 3)) + power);
            return scale * rounded(N::polynomial(r)) + scale;
        }

        // Halves onto halves, in every lane.
        template <typename Fold>
        static Vector across(Vector v, Fold fold)
        {
            for (std::size_t half = lanes / 2; half > 0; half /= 2)
            {
                Bits other{};
                for (std::size_t i = 0; i < lanes; i++)
                    other[i] = static_cast<typename Numbers<T>::Integer>((i + half) % lanes);
                v = fold(v, __builtin_shuffle(v, other));
            }
            return v;
        }

        template <std::size_t N>
        static void softmax(const T* x, T* destination)
        {
            constexpr std::size_t whole = N / lanes * lanes, group = Numbers<T>::group * lanes, looped = whole / group * group, four = whole / (4 * lanes) * 4 * lanes;
            Vector tail = load(x + N - lanes), m[4];
            for (std::size_t k = 0; k < 4; k++)
                m[k] = load(x + k * lanes);
            for (std::size_t i = 4 * lanes; i < four; i += 4 * lanes)
            {
                for (std::size_t k = 0; k < 4; k++)
                    m[k] = max(m[k], load(x + i + k * lanes));
            }
            for (std::size_t i = four; i < whole; i += lanes)
                m[0] = max(m[0], load(x + i));
            Vector largest = across(max(max(max(m[0], m[1]), max(m[2], m[3])), tail), max);
            Vector shift = rounded(largest * -Numbers<T>::steps + Numbers<T>::round), lowest = largest - Numbers<T>::reach, sum{};
            for (std::size_t i = 0; i < looped; i += group)
            {
                Vector together{};
                for (std::size_t k = 0; k < group; k += lanes)
                {
                    Vector e = exp(load(x + i + k), shift, lowest);
                    store(destination + i + k, e);
                    together += e;
                }
                sum += together;
            }
            for (std::size_t i = looped; i < whole; i += lanes)
            {
                Vector e = exp(load(x + i), shift, lowest);
                store(destination + i, e);
                sum += e;
            }
            if (whole < N)
            {
                tail = exp(tail, shift, lowest);
                Bits counted{};
                for (std::size_t lane = lanes - (N - whole); lane < lanes; lane++)
                    counted[lane] = -1;
                sum += reinterpret_cast<Vector>(reinterpret_cast<Bits>(tail) & counted);
            }

            Vector total = across(sum, [](Vector a, Vector b) { return a + b; }), scale = 1 / total, rest = (1 - total * scale) * scale;
            for (std::size_t i = 0; i < whole; i += lanes)
                store(destination + i, over(load(destination + i), scale, rest));
            if (whole < N)
                store(destination + N - lanes, over(tail, scale, rest));
        }

        static Vector over(Vector e, Vector scale, Vector rest)
        {
            if constexpr (Numbers<T>::split)
                return e * scale + e * rest;
            else
                return e * scale;
        }
    };

    template <typename T, std::size_t N>
    [[gnu::noinline]] void softmax(const T* __restrict x, const T*, T* __restrict destination)
    {
        Row<T>::template softmax<N>(x, destination);
    }
}
