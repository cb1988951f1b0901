// Packing: copies a few columns of a matrix into a panel, row after row, so that a matrix product
// reads memory in order.
#pragma once

#include <algorithm>

#include "preformer/base/simd.h"
#include "preformer/kernels/view.h"

namespace preformer::detail {

/// Transposes the 4 × 4 matrix whose rows are a, b, c, d.
inline void transpose(SimdVector<float>& a, SimdVector<float>& b, SimdVector<float>& c,
                      SimdVector<float>& d) {
  const auto ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);  // a₀ b₀ a₁ b₁
  const auto AB = __builtin_shufflevector(a, b, 2, 6, 3, 7);  // a₂ b₂ a₃ b₃
  const auto cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const auto CD = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(ab, cd, 0, 1, 4, 5);
  b = __builtin_shufflevector(ab, cd, 2, 3, 6, 7);
  c = __builtin_shufflevector(AB, CD, 0, 1, 4, 5);
  d = __builtin_shufflevector(AB, CD, 2, 3, 6, 7);
}

/// Packs four contiguous columns, `stride` apart, into to[k·P + 0 … 3]. Returns how many rows.
template <int P>
inline Index pack_columns(const float* from, Index stride, Index rows, float* to) {
  Index k = 0;
  for (; k + 4 <= rows; k += 4) {
    auto a = load<float>(from + k), b = load<float>(from + stride + k),
         c = load<float>(from + 2 * stride + k), d = load<float>(from + 3 * stride + k);
    transpose(a, b, c, d);
    store<float>(to, a);
    store<float>(to + P, b);
    store<float>(to + 2 * P, c);
    store<float>(to + 3 * P, d);
    to += 4 * P;
  }
  return k;
}
template <int P>
inline Index pack_columns(const double*, Index, Index, double*) {
  return 0;
}

/// packed[k·P + j] = B(k, j) for up to P columns of B, padded with zeros to P columns.
template <class S, int P>
[[gnu::noinline]] void pack_panel(View<const S> b, S* packed) {
  constexpr int W = Simd<S>::kWidth;
  Index done = 0;
  if (b.cols == P && b.col_stride == 1) {
    const S* from = b.data;
    for (; done < b.rows; ++done, from += b.row_stride) {
      for (int j = 0; j < P; j += W) store<S>(packed + done * P + j, load<S>(from + j));
    }
    return;
  }
  if (b.cols == P && b.row_stride == 1) {
    for (int j = 0; j < P; j += 4) {
      done = pack_columns<P>(b.data + j * b.col_stride, b.col_stride, b.rows, packed + j);
    }
  } else if (b.cols < P) {
    std::fill_n(packed, b.rows * P, S(0));
  }
  for (Index k = done; k < b.rows; ++k) {
    for (Index j = 0; j < b.cols; ++j) {
      packed[k * P + j] = b.data[k * b.row_stride + j * b.col_stride];
    }
  }
}

}  // namespace preformer::detail
