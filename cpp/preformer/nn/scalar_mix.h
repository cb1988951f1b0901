// A learned weighted average of layers (Peters et al. 2018, arXiv:1802.05365, eq. 1).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "preformer/base/fast_math.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// s_j = e^w_j / Σ_k e^w_k for j = 0 … L: [L+1]. Summed in double precision, in order of j.
template <class S>
std::vector<S> mix_weights(const S* w, Index count) {
  S highest = w[0];
  for (Index j = 1; j < count; ++j) highest = w[j] > highest ? w[j] : highest;
  std::vector<S> s(static_cast<std::size_t>(count));
  double sum = 0;
  for (Index j = 0; j < count; ++j) {
    s[static_cast<std::size_t>(j)] = math::exp(w[j] - highest);
    sum += double(s[static_cast<std::size_t>(j)]);
  }
  for (S& value : s) value = S(double(value) / sum);
  return s;
}

/// Y = γ Σ_j s_j X_j,  s = softmax(w)         X_0 … X_L, Y: [n, D]   w: [1, L+1]   γ: [1, 1]
///
/// Backward   dX_j = γ s_j dY      dγ += Σ_j s_j a_j      with a_j = Σ dY∘X_j
///            dw_j += γ s_j (a_j − Σ_k s_k a_k)
template <class S>
class ScalarMix {
 public:
  /// w starts at 0, the plain average, and γ at 1 (AllenNLP's ScalarMix, bilm-tf's weight_layers).
  ScalarMix(const std::string& name, Index layers)
      : weight_{name + ".weight", Matrix<S>::Zero(1, layers)},
        gamma_{name + ".gamma", Matrix<S>::Ones(1, 1)} {
    weight_.make_grad();
    gamma_.make_grad();
  }

  /// L + 1.
  Index layers() const { return weight_.value.cols(); }
  std::vector<S> weights() const { return mix_weights(weight_.value.data(), layers()); }
  S gamma() const { return gamma_.value(0, 0); }

  void forward(const std::vector<Matrix<S>>& x, Matrix<S>& y) const {
    check(x);
    const std::vector<S> s = weights();
    y = (gamma() * s[0]) * x[0];
    for (std::size_t j = 1; j < x.size(); ++j) y += (gamma() * s[j]) * x[j];
  }

  void backward(const std::vector<Matrix<S>>& x, const Matrix<S>& dy, std::vector<Matrix<S>>& dx) {
    check(x);
    eigen_assert(dy.rows() == x[0].rows() && dy.cols() == x[0].cols());
    const std::vector<S> s = weights();
    std::vector<double> a(x.size(), 0.0);
    double mean = 0;
    dx.resize(x.size());
    for (std::size_t j = 0; j < x.size(); ++j) {
      for (Index i = 0; i < dy.size(); ++i) a[j] += double(dy.data()[i]) * double(x[j].data()[i]);
      mean += double(s[j]) * a[j];
      dx[j] = (gamma() * s[j]) * dy;
    }
    if (!gamma_.frozen) gamma_.grad(0, 0) += S(mean);
    if (weight_.frozen) return;
    for (std::size_t j = 0; j < x.size(); ++j) {
      weight_.grad.data()[j] += S(double(gamma()) * double(s[j]) * (a[j] - mean));
    }
  }

  std::array<Parameter<S>*, 2> parameters() { return {&weight_, &gamma_}; }

 private:
  void check([[maybe_unused]] const std::vector<Matrix<S>>& x) const {
    eigen_assert(static_cast<Index>(x.size()) == layers());
    for ([[maybe_unused]] const Matrix<S>& layer : x) {
      eigen_assert(layer.rows() == x[0].rows() && layer.cols() == x[0].cols());
    }
  }

  Parameter<S> weight_, gamma_;
};

}  // namespace preformer
