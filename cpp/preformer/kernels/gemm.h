// Matrix products. Eigen splits sums by the sizes of the processor's caches, so its bits depend on
// the machine. Here the order of additions depends on the shapes only.
//
// After Goto & van de Geijn 2008, "Anatomy of High-Performance Matrix Multiplication": blocks of A
// and B are packed into panels. A tile of C, four rows by two vectors, stays in registers while the
// loop runs along one panel of A and one of B. Its 8 sums, 6 loaded vectors and 1 product fit into
// the 16 registers that WebAssembly engines have on a PC. V8 loads all operands of an iteration
// before it computes, so larger tiles and loops unrolled by hand would not fit.
#pragma once

#include <algorithm>
#include <vector>

#include "preformer/kernels/gemm_pack.h"

namespace preformer {

enum class Into { kOverwrite, kAdd };

namespace detail {

inline constexpr int kTileHeight = 4;        // rows of C held in registers
inline constexpr Index kBlockRows = 16;      // of A packed at a time: one cache line of Aᵀ
inline constexpr Index kBlockDepth = 256;    // of the inner dimension, so that panels stay in cache
inline constexpr Index kBlockColumns = 256;  // of B packed at a time

template <class S>
inline constexpr int kPanel = 2 * Simd<S>::kWidth;

/// The data of `numbers`, which grows to at least `size` and never shrinks.
template <class S>
inline S* room(std::vector<S>& numbers, Index size) {
  if (static_cast<Index>(numbers.size()) < size) numbers.resize(static_cast<std::size_t>(size));
  return numbers.data();
}

/// Computes some tiles of C, one below the other, [4·tiles, two vectors]:
///   C = addend + A · panel     a: panels of Aᵀ, depth·4 numbers per tile     addend: may be null
template <class S>
[[gnu::noinline]] void gemm_tiles(const S* a, const S* panel, Index depth, Index tiles, S* c,
                                  Index c_stride, const S* addend, Index addend_stride) {
  constexpr int W = Simd<S>::kWidth, R = kTileHeight;
  for (; tiles > 0; --tiles) {
    SimdVector<S> left[R], right[R];
    set_zero(left);
    set_zero(right);
    const S* b = panel;
    for (const S* const end = a + depth * R; a != end; a += R, b += 2 * W) {
      const SimdVector<S> b0 = load<S>(b), b1 = load<S>(b + W);
      for (int i = 0; i < R; ++i) {
        const SimdVector<S> x = Simd<S>::splat(a[i]);
        left[i] = mul_add(x, b0, left[i]);
        right[i] = mul_add(x, b1, right[i]);
      }
    }
    if (addend != nullptr) {
      for (int i = 0; i < R; ++i, addend += addend_stride) {
        left[i] = load<S>(addend) + left[i];
        right[i] = load<S>(addend + W) + right[i];
      }
    }
    for (int i = 0; i < R; ++i, c += c_stride) {
      store<S>(c, left[i]);
      store<S>(c + W, right[i]);
    }
  }
}

/// The same for a tile at the edge of C, of which `height` rows and `width` columns are written.
template <class S>
[[gnu::noinline]] void gemm_edge(const S* a, const S* panel, Index depth, Index height, Index width,
                                 S* c, Index c_stride, const S* addend, Index addend_stride) {
  constexpr int P = kPanel<S>;
  S tile[kTileHeight * P];
  gemm_tiles<S>(a, panel, depth, 1, tile, P, nullptr, 0);
  for (Index y = 0; y < height; ++y) {
    for (Index x = 0; x < width; ++x) {
      const S sum = tile[y * P + x];
      c[y * c_stride + x] = addend != nullptr ? addend[y * addend_stride + x] + sum : sum;
    }
  }
}

/// C = addend + A · (packed block of B).
template <class S>
void gemm_block(View<const S> a, const S* packed, View<S> c, const S* addend, Index addend_stride) {
  constexpr Index P = kPanel<S>, R = kTileHeight;
  thread_local std::vector<S> buffer;
  S* const rows = room(buffer, kBlockRows * kBlockDepth);
  const Index depth = a.cols;
  for (Index i = 0; i < a.rows; i += kBlockRows) {
    const Index height = std::min(kBlockRows, a.rows - i), tiles = height / R;
    for (Index y = 0; y < height; y += R) {
      pack_panel<S, kTileHeight>(a.rows_from(i + y, std::min(R, height - y)).transposed(),
                                 rows + y * depth);
    }
    const S* from = addend != nullptr ? addend + i * addend_stride : nullptr;
    S* to = c.data + i * c.row_stride;
    for (Index j = 0; j < c.cols; j += P) {
      const S* const panel = packed + j * depth;
      const Index width = std::min(P, c.cols - j);
      if (width == P)
        gemm_tiles<S>(rows, panel, depth, tiles, to, c.row_stride, from, addend_stride);
      for (Index y = width == P ? tiles * R : 0; y < height; y += R) {
        gemm_edge<S>(rows + y * depth, panel, depth, std::min(R, height - y), width,
                     to + y * c.row_stride, c.row_stride,
                     from != nullptr ? from + y * addend_stride : nullptr, addend_stride);
      }
      to += P;
      if (from != nullptr) from += P;
    }
  }
}

/// Packs a block of B, one panel after the other.
template <class S>
void pack_block(View<const S> b, S* packed) {
  constexpr Index P = kPanel<S>;
  for (Index j = 0; j < b.cols; j += P) {
    pack_panel<S, kPanel<S>>(b.cols_from(j, std::min(P, b.cols - j)), packed + j * b.rows);
  }
}

template <class S>
Index packed_size(Index rows, Index cols) {
  return rows * ((cols + kPanel<S> - 1) / kPanel<S> * kPanel<S>);
}

/// C = addend + A B, block by block. packed(k, depth, n, cols) returns the packed block of B.
template <class S, class Packed>
void gemm(View<const S> a, Index cols, View<S> c, const S* addend, Index addend_stride,
          Packed&& packed) {
  eigen_assert(a.rows == c.rows && cols == c.cols && c.col_stride == 1);
  Index k = 0;
  do {  // one iteration even if the inner dimension is 0: C = addend
    const Index depth = std::min(kBlockDepth, a.cols - k);
    for (Index n = 0; n < cols; n += kBlockColumns) {
      const Index width = std::min(kBlockColumns, cols - n);
      gemm_block<S>(a.cols_from(k, depth), packed(k, depth, n, width), c.cols_from(n, width),
                    addend != nullptr ? addend + n : nullptr, addend_stride);
    }
    addend = c.data;  // later blocks of the inner dimension are added to C
    addend_stride = c.row_stride;
    k += depth;
  } while (k < a.cols);
}

template <class S>
void gemm(View<const S> a, View<const S> b, View<S> c, const S* addend, Index addend_stride) {
  eigen_assert(a.cols == b.rows);
  thread_local std::vector<S> buffer;
  gemm<S>(a, b.cols, c, addend, addend_stride, [&](Index k, Index depth, Index n, Index cols) {
    S* const packed = room(buffer, packed_size<S>(depth, cols));
    pack_block<S>(b.rows_from(k, depth).cols_from(n, cols), packed);
    return packed;
  });
}

}  // namespace detail

/// C = A B or C += A B      A: [M, K]   B: [K, N]   C: [M, N], row-major; must not overlap A or B.
/// Transpose with views:  multiply(view(x), view(w).transposed(), view(y), Into::kOverwrite).
template <class S>
void multiply(View<const S> a, View<const S> b, View<S> c, Into into) {
  detail::gemm<S>(a, b, c, into == Into::kAdd ? c.data : nullptr, c.row_stride);
}
template <class S>
void multiply(View<S> a, View<S> b, View<S> c, Into into) {
  multiply<S>(read_only(a), read_only(b), c, into);
}

/// C = A B + bias, with the same bias (N numbers) for every row.
template <class S>
void multiply_add_bias(View<const S> a, View<const S> b, const S* bias, View<S> c) {
  detail::gemm<S>(a, b, c, bias, 0);
}

/// A matrix that is packed once and then used as the right factor of several products.
template <class S>
class PackedMatrix {
 public:
  void pack(View<const S> b) {
    rows_ = b.rows;
    cols_ = b.cols;
    S* to = detail::room(numbers_, detail::packed_size<S>(rows_, cols_));
    for (Index k = 0; k < rows_; k += detail::kBlockDepth) {
      const Index depth = std::min(detail::kBlockDepth, rows_ - k);
      detail::pack_block<S>(b.rows_from(k, depth), to);
      to += detail::packed_size<S>(depth, cols_);
    }
  }

  Index rows() const { return rows_; }
  Index cols() const { return cols_; }

  /// C = A B or C += A B, with B the packed matrix and the same bits as multiply().
  void left_multiply(View<const S> a, View<S> c, Into into) const {
    eigen_assert(a.cols == rows_);
    detail::gemm<S>(a, cols_, c, into == Into::kAdd ? c.data : nullptr, c.row_stride,
                    [&](Index k, Index depth, Index n, Index) {
                      return numbers_.data() + detail::packed_size<S>(k, cols_) + n * depth;
                    });
  }

 private:
  Index rows_ = 0, cols_ = 0;
  std::vector<S> numbers_;  // blocks of the inner dimension, each a sequence of panels
};

}  // namespace preformer
