// The affine map, which most other layers are built from.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "preformer/kernels/add_scaled.h"
#include "preformer/kernels/gemm.h"
#include "preformer/nn/initialisers.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// Affine map  Y = X Wᵀ + b      X: [B, in]   W: [out, in]   b: [1, out]   Y: [B, out]
/// Backward    dX = dY W,  dW += dYᵀ X,  db += Σ_B dY     (+=: zero the grads once per step)
///
/// X may be a view. With Into::kAdd, Y or dX is added to the matrix instead of replacing it, so the
/// sum of two maps needs no temporary.
template <class S>
class Linear {
 public:
  Linear(const std::string& name, Index in, Index out, Rng& rng, bool bias = true)
      : weight_{name + ".weight", glorot_uniform<S>(out, in, rng)},
        bias_{name + ".bias", Matrix<S>::Zero(1, bias ? out : 0), /*decays=*/false} {
    weight_.make_grad();
    bias_.make_grad();
  }

  Index in() const { return weight_.value.cols(); }
  Index out() const { return weight_.value.rows(); }
  Parameter<S>& weight() { return weight_; }
  const Parameter<S>& weight() const { return weight_; }
  /// [1, 0] without a bias.
  Parameter<S>& bias() { return bias_; }
  const Parameter<S>& bias() const { return bias_; }

  void forward(View<const S> x, Matrix<S>& y, Into into = Into::kOverwrite) const {
    eigen_assert(x.cols == in() && (into == Into::kOverwrite || y.rows() == x.rows));
    eigen_assert(into == Into::kOverwrite || y.cols() == out());
    y.resize(x.rows, out());
    const View<const S> weight = view(weight_.value).transposed();
    if (has_bias() && into == Into::kOverwrite) {
      multiply_add_bias(x, weight, bias_.value.data(), view(y));
      return;
    }
    for (Index n = 0; has_bias() && n < x.rows; ++n) {
      add_scaled(y.data() + n * out(), bias_.value.data(), S(1), out());
    }
    multiply(x, weight, view(y), into);
  }
  void forward(const Matrix<S>& x, Matrix<S>& y, Into into = Into::kOverwrite) const {
    forward(view(x), y, into);
  }

  /// `x` is forward's input. A frozen parameter collects no gradient; dX is computed all the same.
  void backward(View<const S> x, const Matrix<S>& dy, View<S> dx, Into into = Into::kOverwrite) {
    gather(x, dy);
    multiply(view(dy), view(std::as_const(weight_.value)), dx, into);
  }
  void backward(const Matrix<S>& x, const Matrix<S>& dy, Matrix<S>& dx) {
    dx.resize(x.rows(), x.cols());
    backward(view(x), dy, view(dx));
  }

  /// Only the parameters' gradients, for a layer whose input needs none.
  void gather(View<const S> x, const Matrix<S>& dy) {
    eigen_assert(x.cols == in() && dy.cols() == out() && dy.rows() == x.rows);
    if (!weight_.frozen) multiply(view(dy).transposed(), x, view(weight_.grad), Into::kAdd);
    if (!bias_.frozen && has_bias()) {
      for (Index n = 0; n < dy.rows(); ++n) {
        add_scaled(bias_.grad.data(), dy.data() + n * out(), S(1), out());
      }
    }
  }

  std::vector<Parameter<S>*> parameters() {
    if (has_bias()) return {&weight_, &bias_};
    return {&weight_};
  }

 private:
  bool has_bias() const { return bias_.value.cols() > 0; }

  Parameter<S> weight_, bias_;
};

}  // namespace preformer
