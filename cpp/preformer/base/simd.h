// 128-bit vectors by the compilers' vector extension: the same source becomes SSE on a PC and
// SIMD128 in WebAssembly, with the same bits. Operators + - * / act lane by lane.
//
// mul_add is the one place where builds may differ: the fast build lets the engine fuse it into one
// instruction with one rounding (relaxed SIMD); every other build rounds twice, as written.
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

}  // namespace preformer
