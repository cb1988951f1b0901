// Dropout: during training, every number is set to 0 with probability `rate`, so that no unit can
// rely on another (Srivastava et al. 2014, JMLR 15:1929).
#pragma once

#include "preformer/base/rng.h"
#include "preformer/kernels/gemm.h"

namespace preformer {

/// Inverted dropout  Y = X∘M / (1 − rate),  M_ij ~ Bernoulli(1 − rate)      X, Y, M: [n, D]
/// Backward          dX = dY∘M / (1 − rate)
///
/// E[Y] = X, so evaluation is the identity and does not call this layer.
template <class S>
class Dropout {
 public:
  /// 0 ≤ rate < 1.
  explicit Dropout(double rate) : threshold_(threshold_of(rate)), scale_(S(1.0 / (1.0 - rate))) {}

  /// False if the rate is 0: the layer is then the identity, and callers may skip it.
  bool active() const { return threshold_ > 0; }

  /// Draws one random number per entry, row by row. `mask` receives M / (1 − rate).
  void forward(View<const S> x, Rng& rng, Matrix<S>& mask, Matrix<S>& y) const {
    mask.resize(x.rows, x.cols);
    y.resize(x.rows, x.cols);
    for (Index i = 0; i < x.rows; ++i) {
      const S* const from = x.data + i * x.row_stride;
      S *const m = mask.data() + i * x.cols, *const to = y.data() + i * x.cols;
      for (Index j = 0; j < x.cols; ++j) {
        m[j] = rng.next() >= threshold_ ? scale_ : S(0);
        to[j] = m[j] * from[j];
      }
    }
  }

  void backward(const Matrix<S>& mask, const Matrix<S>& dy, Matrix<S>& dx) const {
    eigen_assert(mask.rows() == dy.rows() && mask.cols() == dy.cols());
    dx = dy.cwiseProduct(mask);
  }

 private:
  static std::uint32_t threshold_of(double rate) {
    eigen_assert(rate >= 0 && rate < 1);
    return static_cast<std::uint32_t>(rate * 0x1p32);
  }

  std::uint32_t threshold_;  // an entry is dropped if its 32 random bits are below this
  S scale_;
};

}  // namespace preformer
