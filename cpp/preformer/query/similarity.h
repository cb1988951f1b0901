// Cosine similarity. Sums are computed in double and in a fixed order, so that equal vectors give
// the same bits, and therefore the same order of neighbours, in every build and browser.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>

#include "preformer/base/matrix.h"

namespace preformer {

/// Σ a_i b_i over n values: four interleaved partial sums, then (s0 + s1) + (s2 + s3).
template <class A, class B>
double dot_product(const A* a, const B* b, Index n) {
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  Index i = 0;
  for (; i + 4 <= n; i += 4) {
    s0 += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    s1 += static_cast<double>(a[i + 1]) * static_cast<double>(b[i + 1]);
    s2 += static_cast<double>(a[i + 2]) * static_cast<double>(b[i + 2]);
    s3 += static_cast<double>(a[i + 3]) * static_cast<double>(b[i + 3]);
  }
  for (; i < n; ++i) s0 += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return (s0 + s1) + (s2 + s3);
}

/// |a|
template <class A>
double length(const A* a, Index n) {
  return std::sqrt(dot_product(a, a, n));
}

/// a·b / (|a| |b|) from the three parts, within [−1, 1]; 0 if a vector is zero.
inline double cosine_of(double dot, double length_a, double length_b) {
  const double cosine = dot / (length_a * length_b);
  if (!(cosine >= -1.0)) return cosine < -1.0 ? -1.0 : 0.0;  // 0/0 is not a number
  return cosine > 1.0 ? 1.0 : cosine;
}

template <class A, class B>
double cosine(const A* a, const B* b, Index n) {
  return cosine_of(dot_product(a, b, n), length(a, n), length(b, n));
}

/// Row i of `vectors`, contiguous.
inline const float* row_of(const MatrixRef& vectors, Index i) {
  return vectors.data() + i * vectors.outerStride();
}

/// Each row divided by its length, [V, D]; rows of zeros are not changed.
Matrix<float> unit_rows(const MatrixRef& vectors);

/// The mean cosine of all pairs of different rows; zero rows count as orthogonal to all. 0 for
/// fewer than two rows. Near 1, all vectors point the same way, and an order of neighbours means
/// nothing.
double mean_similarity(const MatrixRef& vectors);

/// Rows `ids` of `vectors`, [ids, D].
Matrix<float> gather_rows(const MatrixRef& vectors, std::span<const std::int32_t> ids);

}  // namespace preformer
