// Loops over several arrays at once, vector by vector. The last entries are padded to a whole
// vector and computed in the same way, so an entry's bits do not depend on where its row ends.
#pragma once

#include <cmath>
#include <cstring>

#include "preformer/base/matrix.h"
#include "preformer/base/simd.h"

#ifdef __SSE2__
#include <emmintrin.h>  // Emscripten translates it to SIMD128
#endif

namespace preformer {

#ifdef __SSE2__
inline SimdVector<float> square_root(SimdVector<float> v) {
  return (SimdVector<float>)_mm_sqrt_ps((__m128)v);
}
inline SimdVector<double> square_root(SimdVector<double> v) {
  return (SimdVector<double>)_mm_sqrt_pd((__m128d)v);
}
#else
inline SimdVector<float> square_root(SimdVector<float> v) {
  return {std::sqrt(v[0]), std::sqrt(v[1]), std::sqrt(v[2]), std::sqrt(v[3])};
}
inline SimdVector<double> square_root(SimdVector<double> v) {
  return {std::sqrt(v[0]), std::sqrt(v[1])};
}
#endif

template <class S>
inline SimdVector<S> load_some(const S* from, Index count) {
  SimdVector<S> v = {};
  std::memcpy(&v, from, static_cast<std::size_t>(count) * sizeof(S));
  return v;
}
template <class S>
inline void store_some(S* to, SimdVector<S> v, Index count) {
  std::memcpy(to, &v, static_cast<std::size_t>(count) * sizeof(S));
}

/// Calls f(read, written…) for every vector of `count` entries. f takes the written vectors by
/// reference.
template <class S, class F, class... Written>
inline void for_each_vector(Index count, F&& f, const S* read, Written*... written) {
  constexpr Index W = Simd<S>::kWidth;
  const auto run = [&](Index i, auto&& load_at, auto&& store_at) {
    [&](SimdVector<S> g, auto... v) {
      f(g, v...);
      (store_at(written + i, v), ...);
    }(load_at(read + i), load_at(written + i)...);
  };
  Index i = 0;
  for (; i + W <= count; i += W) {
    run(
        i, [](const S* from) { return load<S>(from); },
        [](S* to, SimdVector<S> v) { store<S>(to, v); });
  }
  if (const Index rest = count - i; rest > 0) {
    run(
        i, [&](const S* from) { return load_some<S>(from, rest); },
        [&](S* to, SimdVector<S> v) { store_some<S>(to, v, rest); });
  }
}

}  // namespace preformer
