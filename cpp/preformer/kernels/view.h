// Views: parts and transposes of matrices without a copy.
#pragma once

#include "preformer/base/matrix.h"

namespace preformer {

/// A matrix with any strides: entry (i, j) is data[i·row_stride + j·col_stride].
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

}  // namespace preformer
