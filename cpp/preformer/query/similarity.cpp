#include "preformer/query/similarity.h"

namespace preformer {

Matrix<float> unit_rows(const MatrixRef& vectors) {
  Matrix<float> unit(vectors.rows(), vectors.cols());
  for (Index i = 0; i < vectors.rows(); ++i) {
    const float* from = row_of(vectors, i);
    const double norm = length(from, vectors.cols());
    const double scale = norm > 0 ? 1.0 / norm : 0.0;  // also 0 for NaN
    for (Index d = 0; d < vectors.cols(); ++d) {
      unit(i, d) = scale == 0.0 ? 0.0f : static_cast<float>(from[d] * scale);
    }
  }
  return unit;
}

// With unit rows u_i:  |Σ u_i|² = Σ |u_i|² + Σ_{i≠j} u_i·u_j
double mean_similarity(const MatrixRef& vectors) {
  const Index rows = vectors.rows(), dims = vectors.cols();
  if (rows < 2) return 0;
  RowVector<double> sum = RowVector<double>::Zero(dims);
  double own = 0;
  for (Index i = 0; i < rows; ++i) {
    const float* row = row_of(vectors, i);
    const double norm = length(row, dims);
    if (!(norm > 0)) continue;
    own += 1;
    for (Index d = 0; d < dims; ++d) sum[d] += static_cast<double>(row[d]) / norm;
  }
  const double pairs = static_cast<double>(rows) * static_cast<double>(rows - 1);
  return (dot_product(sum.data(), sum.data(), dims) - own) / pairs;
}

Matrix<float> gather_rows(const MatrixRef& vectors, std::span<const std::int32_t> ids) {
  Matrix<float> rows(static_cast<Index>(ids.size()), vectors.cols());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    rows.row(static_cast<Index>(i)) = vectors.row(ids[i]);
  }
  return rows;
}

}  // namespace preformer
