// The rectified linear unit (Nair & Hinton 2010).
#pragma once

#include "preformer/base/matrix.h"

namespace preformer {

/// y = max(x, 0), in place.
template <class S>
void relu(Matrix<S>& x) {
  S* const v = x.data();
  for (Index i = 0; i < x.size(); ++i) v[i] = v[i] > S(0) ? v[i] : S(0);
}

/// dx = dy where y > 0, else 0, in place. `y` is the output of relu().
template <class S>
void relu_backward(const Matrix<S>& y, Matrix<S>& dy) {
  eigen_assert(dy.rows() == y.rows() && dy.cols() == y.cols());
  const S* const v = y.data();
  S* const d = dy.data();
  for (Index i = 0; i < y.size(); ++i) d[i] = v[i] > S(0) ? d[i] : S(0);
}

}  // namespace preformer
