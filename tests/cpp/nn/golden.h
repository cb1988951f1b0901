// What numpy answers (tests/golden), and matrices made of its numbers.
#pragma once

#include <cstdint>

#include "preformer/base/matrix.h"

namespace preformer::golden {

template <class S = double>
Matrix<S> matrix(const double* values, Index rows, Index cols) {
  return Eigen::Map<const Matrix<double>>(values, rows, cols).template cast<S>();
}

/// The largest difference of two matrices of one shape.
template <class A, class B>
double difference(const A& a, const B& b) {
  return (a.template cast<double>() - b.template cast<double>()).cwiseAbs().maxCoeff();
}

}  // namespace preformer::golden
