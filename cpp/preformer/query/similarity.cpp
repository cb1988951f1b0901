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

Matrix<float> gather_rows(const MatrixRef& vectors, std::span<const std::int32_t> ids) {
  Matrix<float> rows(static_cast<Index>(ids.size()), vectors.cols());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    rows.row(static_cast<Index>(i)) = vectors.row(ids[i]);
  }
  return rows;
}

}  // namespace preformer
