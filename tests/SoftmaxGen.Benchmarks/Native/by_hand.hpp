// What the processor can do with this arithmetic: the passes, the polynomial and the order of work of the emitted Default code, written
// in gcc's vectors, so that a ratio against it tells how near the emitted code comes to that. Two things are left out, and so count against
// the emitted code: the checks of the arguments, and the rounding errors that are kept beside the sum.
#pragma once
#include <cstddef>
#include <cstdint>

namespace by_hand
{
#ifdef __AVX512F__
    constexpr std::size_t vector_bytes = 64;
#else
    constexpr std::size_t vector_bytes = 32;
#endif

    template <typename T>
    struct Numbers;

    template <>
    struct Numbers<float>
    {
        using Integer = std::int32_t;
        static constexpr int mantissa = 23;
        static constexpr float log2e = 1.442695f, ln2_high = 0.693115234f, ln2_low = 3.19461833e-05f, round = 12582912.f + 127 + 64, reach = 130.f;
        static constexpr std::size_t group = 2;
        static constexpr bool split = false; // the reciprocal in two parts

        template <typename V>
        static V polynomial(V r)
        {
            V p = r * 0.0013820418f + 0.00836868f;
            p = p * r + 0.04166827f;
            p = p * r + 0.16666521f;
            p = p * r + 0.49999994f;
            p = p * r + 1.f;
            return p * r + 1.f;
        }
    };

    template <>
    struct Numbers<double>
    {
        using Integer = std::int64_t;
        static constexpr int mantissa = 52;
        static constexpr double log2e = 1.4426950408889634, ln2_high = 0.6931471806019545, ln2_low = -4.2009150726810846e-11;
        static constexpr double round = 6755399441055744.0 + 1023 + 128, reach = 796;
        static constexpr std::size_t group = 4;
        static constexpr bool split = true;

        template <typename V>
        static V polynomial(V r)
        {
            V s = r * r;
            V odd = s * 2.5007541942375178e-08 + 2.7557559394925546e-06;
            V even = s * 2.763033035892121e-07 + 2.4801492818764803e-05;
            odd = odd * s + 0.00019841269542264056;
            even = even * s + 0.0013888888943995202;
            odd = odd * s + 0.008333333333474052;
            even = even * s + 0.04166666666652801;
            odd = odd * s + 0.16666666666666455;
            even = even * s + 0.5000000000000011;
            return ((odd * r + even) * s + r) + 1.;
        }
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

        // Without this, -ffast-math would find that t - shift is x log2(e), unrounded.
        static Vector rounded(Vector t)
        {
            asm("" : "+v"(t));
            return t;
        }

        static Vector exp(Vector x, Vector shift, Vector lowest)
        {
            using N = Numbers<T>;
            x = max(lowest, x);
            Vector t = rounded(x * N::log2e + shift);
            Vector n = t - shift;
            Vector r = n * -N::ln2_low + (n * -N::ln2_high + x);
            Bits scale = reinterpret_cast<Bits>(t) << N::mantissa;
            return N::polynomial(r) * reinterpret_cast<Vector>(scale);
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
            Vector shift = rounded(largest * -Numbers<T>::log2e + Numbers<T>::round), lowest = largest - Numbers<T>::reach, sum{};
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
