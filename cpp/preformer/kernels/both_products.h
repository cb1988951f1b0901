// The two products of a backward pass in one sweep over the columns, so that every number of X and
// of O is loaded once and the sums for dO stay in registers:
//
//   dX += R O      dO = Rᵀ X        R: [P, N]   X, dX: [P, D]   O, dO: [N, D]
#pragma once

#include "preformer/kernels/row_products.h"

namespace preformer {

namespace detail {

inline constexpr int kSweptRows = 5;  // of O, one vector wide: with sums and factors 13 registers
inline constexpr int kSweptVectors = 4;  // of a single row of O

/// Columns d … d + C·width of J rows of O.
template <class S, int J, int C>
void sweep_columns(const S* weights, Index row_stride, Index col_stride, Rows<S> x, S* const* o,
                   Index d, S* const* dx, S* const* dout) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> from[J][C], sum[J][C];
  for (auto& row : sum) set_zero(row);
  for (int j = 0; j < J; ++j) {
    for (int c = 0; c < C; ++c) from[j][c] = load<S>(o[j] + d + c * W);
  }
  for (Index p = 0; p < x.count; ++p) {
    SimdVector<S> weight[J];
    for (int j = 0; j < J; ++j) weight[j] = Simd<S>::splat(weights[j * col_stride]);
    weights += row_stride;
    for (int c = 0; c < C; ++c) {
      const SimdVector<S> input = load<S>(x.row[p] + d + c * W);
      S* const to = dx[p] + d + c * W;
      SimdVector<S> update = load<S>(to);
      for (int j = 0; j < J; ++j) {
        update = mul_add(weight[j], from[j][c], update);
        sum[j][c] = mul_add(weight[j], input, sum[j][c]);
      }
      store<S>(to, update);
    }
  }
  for (int j = 0; j < J; ++j) {
    for (int c = 0; c < C; ++c) store<S>(dout[j] + d + c * W, sum[j][c]);
  }
}

template <class S, int J, int C>
[[gnu::noinline]] void sweep_rows(const S* weights, Index row_stride, Index col_stride, Rows<S> x,
                                  S* const* o, Index dims, S* const* dx, S* const* dout) {
  constexpr int W = Simd<S>::kWidth;
  Index d = 0;
  for (; d + C * W <= dims; d += C * W) {
    sweep_columns<S, J, C>(weights, row_stride, col_stride, x, o, d, dx, dout);
  }
  if constexpr (C > 1) {
    for (; d + W <= dims; d += W) {
      sweep_columns<S, J, 1>(weights, row_stride, col_stride, x, o, d, dx, dout);
    }
  }
  for (; d < dims; ++d) {
    for (int j = 0; j < J; ++j) {
      S sum = 0;
      for (Index p = 0; p < x.count; ++p) {
        const S weight = weights[p * row_stride + j * col_stride];
        dx[p][d] = mul_add(weight, o[j][d], dx[p][d]);
        sum = mul_add(weight, x.row[p][d], sum);
      }
      dout[j][d] = sum;
    }
  }
}

}  // namespace detail

/// R(p, n) = weights[p·row_stride + n·col_stride]. Rows of X and of O may repeat; rows of dX and dO
/// must be different from each other and from all those.
template <class S>
[[gnu::noinline]] void both_products(const S* weights, Index row_stride, Index col_stride,
                                     Rows<S> x, Rows<S> o, Index dims, S* const* dx,
                                     S* const* dout) {
  using detail::kSweptRows, detail::kSweptVectors, detail::sweep_rows;
  Index n = 0;
  for (; n + kSweptRows <= o.count; n += kSweptRows) {
    sweep_rows<S, kSweptRows, 1>(weights + n * col_stride, row_stride, col_stride, x, o.row + n,
                                 dims, dx, dout + n);
  }
  for (; n < o.count; ++n) {
    sweep_rows<S, 1, kSweptVectors>(weights + n * col_stride, row_stride, col_stride, x, o.row + n,
                                    dims, dx, dout + n);
  }
}

}  // namespace preformer
