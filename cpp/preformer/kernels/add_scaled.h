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

}  // namespace preformer
