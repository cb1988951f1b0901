// Adds a multiple of one row of numbers to another.
#pragma once

#include "preformer/base/matrix.h"
#include "preformer/base/simd.h"

namespace preformer {

/// to += scale · from      dims numbers each
template <class S>
inline void add_scaled(S* to, const S* from, S scale, Index dims) {
  constexpr int W = Simd<S>::kWidth;
  const SimdVector<S> factor = Simd<S>::splat(scale);
  Index d = 0;
  for (; d + W <= dims; d += W) {
    store<S>(to + d, mul_add(factor, load<S>(from + d), load<S>(to + d)));
  }
  for (; d < dims; ++d) to[d] = mul_add(scale, from[d], to[d]);
}

/// Adds rows of numbers that lie one after the other to rows that may lie anywhere and may repeat.
template <class S>
[[gnu::noinline]] void add_rows(S* const* to, Index count, const S* from, Index dims) {
  for (Index n = 0; n < count; ++n, from += dims) add_scaled(to[n], from, S(1), dims);
}

}  // namespace preformer
