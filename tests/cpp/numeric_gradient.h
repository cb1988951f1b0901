// Central differences: the independent witness of every derivative.
#pragma once

#include <algorithm>

#include "preformer/base/matrix.h"
#include "preformer/base/rng.h"

namespace preformer::testing {

/// ∂f/∂x, [x.rows(), x.cols()]; each entry of x is moved by ±h in place and restored.
template <class F>
Matrix<double> numeric_gradient(Matrix<double>& x, F&& f, double h = 1e-5) {
  Matrix<double> gradient(x.rows(), x.cols());
  for (Index i = 0; i < x.size(); ++i) {
    double& entry = x.data()[i];
    const double kept = entry;
    entry = kept + h;
    const double above = f();
    entry = kept - h;
    const double below = f();
    entry = kept;
    gradient.data()[i] = (above - below) / (2 * h);
  }
  return gradient;
}

/// ‖a − b‖ / max(‖a‖, ‖b‖), 0 where both are zero.
template <class A, class B>
double relative_error(const A& a, const B& b) {
  const double scale = std::max<double>(a.norm(), b.norm());
  return scale == 0 ? 0 : static_cast<double>((a - b).norm()) / scale;
}

template <class S>
Matrix<S> random_matrix(Index rows, Index cols, Rng& rng, S scale = S(1)) {
  Matrix<S> m(rows, cols);
  for (Index i = 0; i < m.size(); ++i) m.data()[i] = scale * (S(2) * S(rng.uniform()) - S(1));
  return m;
}

}  // namespace preformer::testing
