// Products of a few rows that need not be contiguous, so that embedding rows are used without a
// copy. These functions and the losses are all the arithmetic of a Word2Vec step.
//
// Each keeps a small tile of the result in registers and uses every loaded number several times.
// WebAssembly engines have 15 vector registers available.
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

enum class Combine { kOverwrite, kAdd };

namespace detail {

inline constexpr int kTileRows = 4, kTileCols = 3;  // of a block of inner products
inline constexpr int kLoneTileCols = 6;             // if X has a single row
inline constexpr int kCombinedRows = 2, kCombinedVectors = 5;

/// out[i, j] = x_i · y_j for an I × J tile. `stride`: of the rows of `out`.
template <class S, int I, int J>
void dot_tile(S* const* x, S* const* y, Index dims, S* out, Index stride) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> sum[I * J];
  set_zero(sum);
  const auto add_products = [&](Index d) {
    SimdVector<S> b[J];
    for (int j = 0; j < J; ++j) b[j] = load<S>(y[j] + d);
    for (int i = 0; i < I; ++i) {
      const SimdVector<S> a = load<S>(x[i] + d);
      for (int j = 0; j < J; ++j) sum[i * J + j] = mul_add(a, b[j], sum[i * J + j]);
    }
  };
  Index d = 0;
  for (; d + 2 * W <= dims; d += 2 * W) {
    add_products(d);
    add_products(d + W);
  }
  for (; d + W <= dims; d += W) add_products(d);
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

/// Columns d … d + C·width of I rows:  out_i (+)= Σ_b weight(i, b) · y_b.
template <class S, int I, int C>
void combine_columns(const S* weights, Index row_stride, Index col_stride, Rows<S> y, Index d,
                     S* const* out, Combine into) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> sum[I][C];
  for (auto& row : sum) set_zero(row);
  for (Index b = 0; b < y.count; ++b) {
    const S* const from = y.row[b] + d;
    SimdVector<S> weight[I];
    for (int i = 0; i < I; ++i) weight[i] = Simd<S>::splat(weights[i * row_stride]);
    weights += col_stride;
    for (int c = 0; c < C; ++c) {
      const SimdVector<S> value = load<S>(from + c * W);
      for (int i = 0; i < I; ++i) sum[i][c] = mul_add(weight[i], value, sum[i][c]);
    }
  }
  // Row by row, because two of the I rows may be the same row.
  for (int i = 0; i < I; ++i) {
    S* const to = out[i] + d;
    for (int c = 0; c < C; ++c) {
      store<S>(to + c * W, into == Combine::kAdd ? load<S>(to + c * W) + sum[i][c] : sum[i][c]);
    }
  }
}

template <class S, int I>
void combine_tile(const S* weights, Index row_stride, Index col_stride, Rows<S> y, Index dims,
                  S* const* out, Combine into) {
  constexpr int W = Simd<S>::kWidth, C = kCombinedVectors;
  Index d = 0;
  for (; d + C * W <= dims; d += C * W) {
    combine_columns<S, I, C>(weights, row_stride, col_stride, y, d, out, into);
  }
  for (; d + W <= dims; d += W) {
    combine_columns<S, I, 1>(weights, row_stride, col_stride, y, d, out, into);
  }
  for (; d < dims; ++d) {
    for (int i = 0; i < I; ++i) {
      S sum = 0;
      for (Index b = 0; b < y.count; ++b) {
        sum = mul_add(weights[i * row_stride + b * col_stride], y.row[b][d], sum);
      }
      out[i][d] = into == Combine::kAdd ? out[i][d] + sum : sum;
    }
  }
}

}  // namespace detail

/// out = X Yᵀ      X: [M, dims]   Y: [N, dims]   out: [M, N], rows `stride` ≥ N apart
template <class S>
void row_dots(Rows<S> x, Rows<S> y, Index dims, S* out, Index stride) {
  using detail::dot_tile, detail::kTileRows, detail::kTileCols, detail::kLoneTileCols;
  using Tile = void (*)(S* const*, S* const*, Index, S*, Index);
  // 1, 2 and 4 rows: a tile of 3 would take its place in the code and is rarely needed.
  static constexpr Tile kTiles[3][kTileCols] = {
      {dot_tile<S, 1, 1>, dot_tile<S, 1, 2>, dot_tile<S, 1, 3>},
      {dot_tile<S, 2, 1>, dot_tile<S, 2, 2>, dot_tile<S, 2, 3>},
      {dot_tile<S, kTileRows, 1>, dot_tile<S, kTileRows, 2>, dot_tile<S, kTileRows, 3>}};
  for (Index i = 0, rows = 0; i < x.count; i += rows) {
    const int kind = x.count - i >= kTileRows ? 2 : x.count - i >= 2 ? 1 : 0;
    rows = Index{1} << kind;
    Index j = 0;
    if (rows == 1) {
      for (; j + kLoneTileCols <= y.count; j += kLoneTileCols) {
        dot_tile<S, 1, kLoneTileCols>(x.row + i, y.row + j, dims, out + i * stride + j, stride);
      }
    }
    for (; j < y.count; j += kTileCols) {
      const Index cols = std::min<Index>(kTileCols, y.count - j);
      kTiles[kind][cols - 1](x.row + i, y.row + j, dims, out + i * stride + j, stride);
    }
  }
}

/// The same, contiguous.
template <class S>
void row_dots(Rows<S> x, Rows<S> y, Index dims, S* out) {
  row_dots(x, y, dims, out, y.count);
}

/// out = A Y, or out += A Y      A: [M, N], A(i, b) = weights[i·row_stride + b·col_stride]
///                               Y: [N, dims]
///                               out: M rows, which may repeat but must not be rows of Y
template <class S>
void combine_rows(const S* weights, Index row_stride, Index col_stride, Rows<S> y, Index dims,
                  Rows<S> out, Combine into) {
  Index i = 0;
  for (; i + detail::kCombinedRows <= out.count; i += detail::kCombinedRows) {
    detail::combine_tile<S, detail::kCombinedRows>(weights + i * row_stride, row_stride, col_stride,
                                                   y, dims, out.row + i, into);
  }
  for (; i < out.count; ++i) {
    detail::combine_tile<S, 1>(weights + i * row_stride, row_stride, col_stride, y, dims,
                               out.row + i, into);
  }
}

}  // namespace preformer
