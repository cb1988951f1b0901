// Products of a few rows that need not lie together: embedding rows are used where they are,
// nothing is gathered. These two functions are the whole arithmetic of a Word2Vec step.
//
// Each keeps a small tile of the result in registers, so that every number loaded is used three or
// four times.
#pragma once

#include <algorithm>

#include "preformer/base/matrix.h"
#include "preformer/base/simd.h"

namespace preformer {

/// `count` rows; row[i] points to `dims` numbers. Rows may repeat.
template <class S>
struct Rows {
  S* const* row;
  Index count;
};

namespace detail {

inline constexpr int kTileRows = 4;
inline constexpr int kTileCols = 3;

/// out[i, j] = x_i · y_j for an I × J tile; out has row stride `stride`.
template <class S, int I, int J>
void dot_tile(S* const* x, S* const* y, Index dims, S* out, Index stride) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> sum[I * J] = {};
  Index d = 0;
  for (; d + W <= dims; d += W) {
    SimdVector<S> b[J];
    for (int j = 0; j < J; ++j) b[j] = load<S>(y[j] + d);
    for (int i = 0; i < I; ++i) {
      const SimdVector<S> a = load<S>(x[i] + d);
      for (int j = 0; j < J; ++j) sum[i * J + j] = mul_add(a, b[j], sum[i * J + j]);
    }
  }
  S total[I * J];
  sum_lanes<I * J>(sum, total);
  for (int i = 0; i < I; ++i) {
    for (int j = 0; j < J; ++j) {
      S dot = total[i * J + j];
      for (Index tail = d; tail < dims; ++tail) dot = mul_add(x[i][tail], y[j][tail], dot);
      out[i * stride + j] = dot;
    }
  }
}

/// Columns d … d + C·width of I rows:  out_i += Σ_b weight(i, b) · y_b.
template <class S, int I, int C>
void add_combination_columns(const S* weights, Index row_stride, Index col_stride, Rows<S> y,
                             Index d, S* const* out) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> sum[I][C] = {};
  for (Index b = 0; b < y.count; ++b) {
    SimdVector<S> value[C];
    for (int c = 0; c < C; ++c) value[c] = load<S>(y.row[b] + d + c * W);
    for (int i = 0; i < I; ++i) {
      const SimdVector<S> w = Simd<S>::splat(weights[i * row_stride + b * col_stride]);
      for (int c = 0; c < C; ++c) sum[i][c] = mul_add(w, value[c], sum[i][c]);
    }
  }
  // Row by row, because two of the I rows may be one and the same.
  for (int i = 0; i < I; ++i) {
    for (int c = 0; c < C; ++c) {
      S* to = out[i] + d + c * W;
      store<S>(to, load<S>(to) + sum[i][c]);
    }
  }
}

template <class S, int I>
void add_combination_tile(const S* weights, Index row_stride, Index col_stride, Rows<S> y,
                          Index dims, S* const* out) {
  constexpr int W = Simd<S>::kWidth;
  Index d = 0;
  for (; d + 2 * W <= dims; d += 2 * W) {
    add_combination_columns<S, I, 2>(weights, row_stride, col_stride, y, d, out);
  }
  for (; d + W <= dims; d += W) {
    add_combination_columns<S, I, 1>(weights, row_stride, col_stride, y, d, out);
  }
  for (; d < dims; ++d) {
    for (int i = 0; i < I; ++i) {
      S sum = 0;
      for (Index b = 0; b < y.count; ++b) {
        sum = mul_add(weights[i * row_stride + b * col_stride], y.row[b][d], sum);
      }
      out[i][d] += sum;
    }
  }
}

}  // namespace detail

/// out = X Yᵀ      X: [M, dims]   Y: [N, dims]   out: [M, N], contiguous
template <class S>
void row_dots(Rows<S> x, Rows<S> y, Index dims, S* out) {
  using detail::dot_tile;
  using Tile = void (*)(S* const*, S* const*, Index, S*, Index);
  static constexpr Tile kTiles[detail::kTileRows][detail::kTileCols] = {
      {dot_tile<S, 1, 1>, dot_tile<S, 1, 2>, dot_tile<S, 1, 3>},
      {dot_tile<S, 2, 1>, dot_tile<S, 2, 2>, dot_tile<S, 2, 3>},
      {dot_tile<S, 3, 1>, dot_tile<S, 3, 2>, dot_tile<S, 3, 3>},
      {dot_tile<S, 4, 1>, dot_tile<S, 4, 2>, dot_tile<S, 4, 3>}};
  for (Index i = 0; i < x.count; i += detail::kTileRows) {
    const Index rows = std::min<Index>(detail::kTileRows, x.count - i);
    for (Index j = 0; j < y.count; j += detail::kTileCols) {
      const Index cols = std::min<Index>(detail::kTileCols, y.count - j);
      kTiles[rows - 1][cols - 1](x.row + i, y.row + j, dims, out + i * y.count + j, y.count);
    }
  }
}

/// out += A Y      A: [M, N], A(i, b) = weights[i·row_stride + b·col_stride]   Y: [N, dims]
///                 out: M rows, which may repeat but must not be rows of Y
template <class S>
void add_combinations(const S* weights, Index row_stride, Index col_stride, Rows<S> y, Index dims,
                      Rows<S> out) {
  using detail::add_combination_tile;
  using Tile = void (*)(const S*, Index, Index, Rows<S>, Index, S* const*);
  static constexpr Tile kTiles[detail::kTileRows] = {
      add_combination_tile<S, 1>, add_combination_tile<S, 2>, add_combination_tile<S, 3>,
      add_combination_tile<S, 4>};
  for (Index i = 0; i < out.count; i += detail::kTileRows) {
    const Index rows = std::min<Index>(detail::kTileRows, out.count - i);
    kTiles[rows - 1](weights + i * row_stride, row_stride, col_stride, y, dims, out.row + i);
  }
}

}  // namespace preformer
