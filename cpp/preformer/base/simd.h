// 128-bit vectors by the compilers' vector extension. The same source is compiled to SSE on a PC
// and to SIMD128 in WebAssembly, with the same bits. Operators + - * / act lane by lane.
//
// mul_add is the only function whose result may differ between builds: with relaxed SIMD the engine
// may fuse it into one instruction with one rounding; otherwise product and sum are both rounded.
#pragma once

#include <cstdint>
#include <cstring>

#ifdef __wasm_relaxed_simd__
#include <wasm_simd128.h>
#endif

namespace preformer {

template <class S>
struct Simd;

template <>
struct Simd<float> {
  using Vector = float __attribute__((vector_size(16)));
  using Bits = std::int32_t __attribute__((vector_size(16)));
  static constexpr int kWidth = 4;
  static Vector splat(float x) { return Vector{x, x, x, x}; }
};

template <>
struct Simd<double> {
  using Vector = double __attribute__((vector_size(16)));
  using Bits = std::int64_t __attribute__((vector_size(16)));
  static constexpr int kWidth = 2;
  static Vector splat(double x) { return Vector{x, x}; }
};

template <class S>
using SimdVector = typename Simd<S>::Vector;

/// Unaligned load and store.
template <class S>
inline SimdVector<S> load(const S* from) {
  SimdVector<S> v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

template <class S>
inline void store(S* to, SimdVector<S> v) {
  std::memcpy(to, &v, sizeof v);
}

/// Sets vectors to zero one by one, so that they stay in registers: for `= {}` GCC stores a block.
template <class Vector, int N>
inline void set_zero(Vector (&v)[N]) {
  for (int n = 0; n < N; ++n) v[n] = Vector{};
}

/// a·b + c
template <class S>
inline S mul_add(S a, S b, S c) {
  return a * b + c;
}

#ifdef __wasm_relaxed_simd__
inline SimdVector<float> mul_add(SimdVector<float> a, SimdVector<float> b, SimdVector<float> c) {
  return (SimdVector<float>)wasm_f32x4_relaxed_madd((v128_t)a, (v128_t)b, (v128_t)c);
}
inline SimdVector<double> mul_add(SimdVector<double> a, SimdVector<double> b,
                                  SimdVector<double> c) {
  return (SimdVector<double>)wasm_f64x2_relaxed_madd((v128_t)a, (v128_t)b, (v128_t)c);
}
#endif

/// Sum of the lanes, in pairs: (v₀+v₂) + (v₁+v₃).
inline float sum_lanes(SimdVector<float> v) { return (v[0] + v[2]) + (v[1] + v[3]); }
inline double sum_lanes(SimdVector<double> v) { return v[0] + v[1]; }

/// to[i] = sum of the lanes of from[i], with the same bits as sum_lanes(from[i]). Transposes four
/// vectors at a time by shuffles, which takes a quarter of the time of extracting each lane.
template <int N>
inline void sum_lanes(const SimdVector<float>* from, float* to) {
  int n = 0;
  for (; n + 4 <= N; n += 4) {
    const auto a = from[n], b = from[n + 1], c = from[n + 2], d = from[n + 3];
    const auto ab = __builtin_shufflevector(a, b, 0, 4, 1, 5) +  // a₀+a₂  b₀+b₂  a₁+a₃  b₁+b₃
                    __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const auto cd =
        __builtin_shufflevector(c, d, 0, 4, 1, 5) + __builtin_shufflevector(c, d, 2, 6, 3, 7);
    store<float>(to + n, __builtin_shufflevector(ab, cd, 0, 1, 4, 5) +
                             __builtin_shufflevector(ab, cd, 2, 3, 6, 7));
  }
  for (; n < N; ++n) to[n] = sum_lanes(from[n]);
}
template <int N>
inline void sum_lanes(const SimdVector<double>* from, double* to) {
  for (int n = 0; n < N; ++n) to[n] = sum_lanes(from[n]);
}

}  // namespace preformer
