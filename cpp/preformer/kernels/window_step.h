// The update of one Word2Vec window as a minibatch: all gradients are computed from the old values,
// then all updates are made.
//
//   logits      F  = X Oᵀ                 X: [M, D] inputs     O: [N, D] output rows
//   residuals   R  = −∂loss/∂F            [M, N]
//   step        dX = α R O                left to the caller, who knows how X was computed
//               O += α Rᵀ X
//
// All inputs of the window share the negative samples (or tree nodes), which turns 3·M·N vector
// operations into three small matrix products: Ji et al. 2016, arXiv:1604.04661 §3.2.
#pragma once

#include <algorithm>
#include <vector>

#include "preformer/kernels/row_products.h"

namespace preformer {

template <class S>
class WindowStep {
 public:
  /// `loss(S* logits, Index rows)` turns logits into residuals and returns the loss in nats.
  /// Updates O. Does not update X: afterwards dx(i) is the update for row i. Returns the loss.
  template <class Loss>
  double run(Rows<S> inputs, Rows<S> outputs, Index dims, S alpha, Loss&& loss) {
    dims_ = dims;
    logits_.resize(static_cast<std::size_t>(inputs.count * outputs.count));
    row_dots(inputs, outputs, dims, logits_.data());
    const double nats = loss(logits_.data(), inputs.count);
    for (S& residual : logits_) residual *= alpha;

    point_at_dx(inputs.count);
    combine_rows(logits_.data(), outputs.count, 1, outputs, dims, {dx_rows_.data(), inputs.count},
                 Combine::kOverwrite);
    combine_rows(logits_.data(), 1, outputs.count, inputs, dims, outputs, Combine::kAdd);
    return nats;
  }

  S* dx(Index row) { return dx_.data() + row * dims_; }

 private:
  void point_at_dx(Index rows) {
    dx_.resize(static_cast<std::size_t>(rows * dims_));
    dx_rows_.resize(static_cast<std::size_t>(rows));
    for (Index i = 0; i < rows; ++i) dx_rows_[static_cast<std::size_t>(i)] = &dx_[i * dims_];
  }

  Index dims_ = 0;         // D
  std::vector<S> logits_;  // [M, N]; residuals after loss()
  std::vector<S> dx_;      // [M, D]
  std::vector<S*> dx_rows_;
};

}  // namespace preformer
