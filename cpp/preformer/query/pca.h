// Principal component analysis: the two or three directions along which words differ most.
#pragma once

#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

struct Projection {
  Matrix<float> positions;                       // [V, K], K = 2 or 3
  std::vector<double> explained_variance_ratio;  // [K], share of the total variance, 0 … 1
  RowVector<float> mean;                         // [D]
  Matrix<float> axes;  // [K, D], unit rows; a row of zeros where the words span no such direction
};

/// positions = (X − mean) axesᵀ.  X: [V, D], V ≥ 1, D ≥ 1, finite, K = 1, 2 or 3 (BadParameter). In
/// each axis the entry of largest magnitude (the first of several) is positive, so that equal
/// vectors always give the same signs. For more than 128 words and 128 dimensions the axes are
/// found by iteration.
Projection pca(const MatrixRef& vectors, Index components = 2);

/// Projects other vectors [N, D] onto the same axes: [N, K].
Matrix<float> project(const Projection& projection, const MatrixRef& vectors);

}  // namespace preformer
