// Matrix products. Eigen's split sums by the sizes of the processor's caches, so its bits depend on
// the machine; here the order of additions depends on the shapes alone.
//
// After Goto & van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication": a block of B
// is packed into panels of two vectors' width, and a tile of four rows of C stays in registers
// while it runs down a panel.
#pragma once

#include <algorithm>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/base/simd.h"

namespace preformer {

/// A matrix that lies anywhere: entry (i, j) is data[i·row_stride + j·col_stride].
template <class S>
struct View {
  S* data;
  Index rows, cols, row_stride, col_stride;

  View transposed() const { return {data, cols, rows, col_stride, row_stride}; }
  View rows_from(Index first, Index count) const {
    return {data + first * row_stride, count, cols, row_stride, col_stride};
  }
  View cols_from(Index first, Index count) const {
    return {data + first * col_stride, rows, count, row_stride, col_stride};
  }
};

template <class S>
View<S> view(Matrix<S>& m) {
  return {m.data(), m.rows(), m.cols(), m.cols(), 1};
}
template <class S>
View<const S> view(const Matrix<S>& m) {
  return {m.data(), m.rows(), m.cols(), m.cols(), 1};
}
template <class S>
View<const S> read_only(View<S> v) {
  return {v.data, v.rows, v.cols, v.row_stride, v.col_stride};
}

enum class Into { kOverwrite, kAdd };

namespace detail {

inline constexpr Index kTileHeight = 4;      // rows of C held in registers
inline constexpr Index kBlockDepth = 256;    // of the inner dimension: a panel stays in cache
inline constexpr Index kBlockColumns = 256;  // of B packed at a time

template <class S>
inline constexpr Index kPanel = 2 * Simd<S>::kWidth;

/// tile = A[R × depth] · panel[depth × two vectors], stored row by row.
template <class S, int R>
[[gnu::noinline]] void gemm_tile(const S* a, Index row_stride, Index col_stride, const S* panel,
                                 Index depth, S* tile) {
  constexpr int W = Simd<S>::kWidth;
  SimdVector<S> left[R] = {}, right[R] = {};
  for (Index k = 0; k < depth; ++k) {
    const SimdVector<S> b0 = load<S>(panel), b1 = load<S>(panel + W);
    for (int i = 0; i < R; ++i) {
      const SimdVector<S> x = Simd<S>::splat(a[i * row_stride]);
      left[i] = mul_add(x, b0, left[i]);
      right[i] = mul_add(x, b1, right[i]);
    }
    a += col_stride;
    panel += 2 * W;
  }
  for (int i = 0; i < R; ++i) {
    store<S>(tile + i * 2 * W, left[i]);
    store<S>(tile + i * 2 * W + W, right[i]);
  }
}

/// At most a panel's width of columns of B, padded with zeros to it: packed[k·panel + j]. Whole
/// panels of B or of a transpose, the common cases, move along what lies together in memory.
template <class S>
void pack_panel(View<const S> b, S* packed) {
  constexpr Index P = kPanel<S>;
  constexpr int W = Simd<S>::kWidth;
  if (b.cols == P && b.col_stride == 1) {
    for (Index k = 0; k < b.rows; ++k) {
      const S* from = b.data + k * b.row_stride;
      store<S>(packed + k * P, load<S>(from));
      store<S>(packed + k * P + W, load<S>(from + W));
    }
    return;
  }
  if (b.cols < P) std::fill_n(packed, b.rows * P, S(0));
  for (Index j = 0; j < b.cols; ++j) {
    const S* from = b.data + j * b.col_stride;
    for (Index k = 0; k < b.rows; ++k) packed[k * P + j] = from[k * b.row_stride];
  }
}

/// C (+)= A · (packed block of B): every tile of rows runs over all panels while its part of A is
/// in cache.
template <class S>
void gemm_block(View<const S> a, const S* packed, View<S> c, bool add) {
  constexpr Index P = kPanel<S>;
  using Tile = void (*)(const S*, Index, Index, const S*, Index, S*);
  static constexpr Tile kTiles[kTileHeight] = {gemm_tile<S, 1>, gemm_tile<S, 2>, gemm_tile<S, 3>,
                                               gemm_tile<S, 4>};
  S tile[kTileHeight * P];
  for (Index i = 0; i < a.rows; i += kTileHeight) {
    const Index height = std::min(kTileHeight, a.rows - i);
    for (Index j = 0; j < c.cols; j += P) {
      const Index width = std::min(P, c.cols - j);
      kTiles[height - 1](a.data + i * a.row_stride, a.row_stride, a.col_stride, packed + j * a.cols,
                         a.cols, tile);
      for (Index y = 0; y < height; ++y) {
        S* to = c.data + (i + y) * c.row_stride + j;
        for (Index x = 0; x < width; ++x) to[x] = add ? to[x] + tile[y * P + x] : tile[y * P + x];
      }
    }
  }
}

}  // namespace detail

/// C = A B or C += A B      A: [M, K]   B: [K, N]   C: [M, N], row-major; must not overlap A or B.
/// Transposes are views:  multiply(view(x), view(w).transposed(), view(y), Into::kOverwrite).
template <class S>
void multiply(View<const S> a, View<const S> b, View<S> c, Into into) {
  using namespace detail;
  eigen_assert(a.rows == c.rows && a.cols == b.rows && b.cols == c.cols && c.col_stride == 1);
  constexpr Index P = kPanel<S>;
  thread_local std::vector<S> packed;  // grows to one block, then stays
  if (a.cols == 0 && into == Into::kOverwrite) {
    for (Index i = 0; i < c.rows; ++i) std::fill_n(c.data + i * c.row_stride, c.cols, S(0));
  }
  for (Index n = 0; n < b.cols; n += kBlockColumns) {
    const Index cols = std::min(kBlockColumns, b.cols - n);
    const Index panels = (cols + P - 1) / P;
    for (Index k = 0; k < b.rows; k += kBlockDepth) {
      const Index depth = std::min(kBlockDepth, b.rows - k);
      const auto size = static_cast<std::size_t>(panels * P * depth);
      if (packed.size() < size) packed.resize(size);
      for (Index p = 0; p < panels; ++p) {
        const Index first = n + p * P;
        pack_panel<S>(b.rows_from(k, depth).cols_from(first, std::min(P, b.cols - first)),
                      packed.data() + p * P * depth);
      }
      gemm_block<S>(a.cols_from(k, depth), packed.data(), c.cols_from(n, cols),
                    k > 0 || into == Into::kAdd);
    }
  }
}

template <class S>
void multiply(View<S> a, View<S> b, View<S> c, Into into) {
  multiply<S>(read_only(a), read_only(b), c, into);
}

}  // namespace preformer
