// The peer that a C++ programmer would write for a fixed length: plain loops over a template parameter, to be vectorised by the compiler
// (gcc -O3 -march=native -ffast-math turns exp into calls of libmvec). Compiled by the benchmark's command, with the lengths as X-macros:
//   -DLENGTHS="F(2) F(10)"   -DJACOBIAN_LENGTHS="F(2) F(10)"   -DLONG_LENGTHS="F(1000)"
#include "by_hand.hpp"
#include <cmath>
#include <cstddef>
#include <cstring>

namespace
{
    template <typename T, std::size_t N>
    [[gnu::noinline]] void softmax(const T* __restrict x, const T*, T* __restrict destination)
    {
        T max = x[0];
        for (std::size_t i = 1; i < N; i++)
            max = x[i] > max ? x[i] : max;
        T sum = 0;
        for (std::size_t i = 0; i < N; i++)
        {
            T e = std::exp(x[i] - max);
            destination[i] = e;
            sum += e;
        }
        T factor = 1 / sum;
        for (std::size_t i = 0; i < N; i++)
            destination[i] *= factor;
    }

    template <typename T, std::size_t N>
    [[gnu::noinline]] void vjp(const T* __restrict p, const T* __restrict upstream, T* __restrict destination)
    {
        T dot = 0;
        for (std::size_t i = 0; i < N; i++)
            dot += p[i] * upstream[i];
        for (std::size_t i = 0; i < N; i++)
            destination[i] = p[i] * (upstream[i] - dot);
    }

    template <typename T, std::size_t N>
    [[gnu::noinline]] void jacobian(const T* __restrict p, const T*, T* __restrict destination)
    {
        for (std::size_t i = 0; i < N; i++)
        {
            for (std::size_t j = 0; j < N; j++)
                destination[i * N + j] = p[i] * ((i == j ? T(1) : T(0)) - p[j]);
        }
    }

    // The loop that is timed. The barrier makes each call read and write memory anew.
    template <typename T, std::size_t N, void (*Work)(const T*, const T*, T*)>
    void repeat(const void* x, const void* second, void* destination, int rows, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            for (int row = 0; row < rows; row++)
            {
                std::size_t offset = N * static_cast<std::size_t>(row);
                Work(static_cast<const T*>(x) + offset, static_cast<const T*>(second) + offset, static_cast<T*>(destination) + offset);
                asm volatile("" ::: "memory");
            }
        }
    }

    using Loop = void (*)(const void*, const void*, void*, int, int);

    template <typename T>
    Loop find(const char* member, int length)
    {
#define F(N) if (length == N && !std::strcmp(member, "softmax")) return repeat<T, N, softmax<T, N>>; \
             if (length == N && !std::strcmp(member, "vjp")) return repeat<T, N, vjp<T, N>>;
        LENGTHS
#undef F
#define F(N) if (length == N && !std::strcmp(member, "jacobian")) return repeat<T, N, jacobian<T, N>>;
        JACOBIAN_LENGTHS
#undef F
#define F(N) if (length == N && !std::strcmp(member, "softmax by hand")) return repeat<T, N, by_hand::softmax<T, N>>;
        LONG_LENGTHS
#undef F
        return nullptr;
    }
}

// The loop around a member at a length, for elements of 4 or 8 bytes; null where there is none.
extern "C" Loop softmax_peer(const char* member, int element_size, int length)
{
    return element_size == 4 ? find<float>(member, length) : find<double>(member, length);
}
