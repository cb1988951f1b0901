// Cross-entropy of a softmax with one target per row.
#pragma once

#include <cstdint>
#include <span>

#include "preformer/kernels/losses.h"

namespace preformer {

/// loss     Σ_n  ln Σ_j e^F_nj − F_n,target(n)          F: [n, classes]   nats, summed over rows
/// Afterwards `logits` holds  dF = scale · (softmax(F) − onehot(target)).
template <class S>
double softmax_cross_entropy(Matrix<S>& logits, std::span<const std::int32_t> targets, S scale) {
  eigen_assert(logits.rows() == static_cast<Index>(targets.size()));
  const Index classes = logits.cols();
  double nats = 0;
  for (Index n = 0; n < logits.rows(); ++n) {
    const std::int32_t target = targets[static_cast<std::size_t>(n)];
    eigen_assert(target >= 0 && target < classes);
    S* row = logits.data() + n * classes;
    nats -= double(row[target]);
    nats += softmax_row_inline(row, classes, scale);
    row[target] -= scale;
  }
  return nats;
}

}  // namespace preformer
