// Highway layer (Srivastava, Greff & Schmidhuber 2015, arXiv:1505.00387): a gate mixes, entry by
// entry, the input and a transform of it.
#pragma once

#include <string>
#include <vector>

#include "preformer/base/fast_math.h"
#include "preformer/nn/linear.h"

namespace preformer {

template <class S>
struct HighwayCache {
  Matrix<S> gate, transform;    // g and r, [n, D]
  Matrix<S> dgate, dtransform;  // used by backward only
};

///   g = σ(X W_cᵀ + b_c)    r = max(X W_tᵀ + b_t, 0)    Y = g∘r + (1 − g)∘X      X, Y: [n, D]
///
/// Backward, with z_c and z_t the arguments of σ and max:
///   dz_c = dY∘(r − X)∘g∘(1 − g)    dz_t = dY∘g where r > 0
///   dX   = dY∘(1 − g) + dz_c W_c + dz_t W_t
///
/// bilm-tf calls g the carry gate although g multiplies the transform; the name is kept. Its bias
/// starts at −2, so that g starts near σ(−2) = 0.12 and nearly all of X passes through unchanged.
template <class S>
class Highway {
 public:
  static constexpr double kCarryBias = -2.0;  // bilm-tf, bilm/training.py

  /// Weights start as N(0, 1/D) (bilm-tf).
  PREFORMER_COLD Highway(const std::string& name, Index dims, Rng& rng)
      : carry_(name + ".carry", dims, dims, rng), transform_(name + ".transform", dims, dims, rng) {
    const double deviation = 1.0 / std::sqrt(double(dims));
    carry_.weight().value = normal<S>(dims, dims, deviation, rng);
    carry_.bias().value.setConstant(S(kCarryBias));
    transform_.weight().value = normal<S>(dims, dims, deviation, rng);
  }

  void forward(const Matrix<S>& x, HighwayCache<S>& cache, Matrix<S>& y) const {
    carry_.forward(x, cache.gate);
    transform_.forward(x, cache.transform);
    y.resize(x.rows(), x.cols());
    for (Index i = 0; i < x.size(); ++i) {
      S &g = cache.gate.data()[i], &r = cache.transform.data()[i];
      g = math::sigmoid(g);
      if (!(r > S(0))) r = S(0);
      y.data()[i] = g * r + (S(1) - g) * x.data()[i];
    }
  }

  void backward(const Matrix<S>& x, const Matrix<S>& dy, HighwayCache<S>& cache, Matrix<S>& dx) {
    eigen_assert(dy.rows() == x.rows() && dy.cols() == x.cols());
    eigen_assert(cache.gate.rows() == x.rows());
    cache.dgate.resize(x.rows(), x.cols());
    cache.dtransform.resize(x.rows(), x.cols());
    dx.resize(x.rows(), x.cols());
    for (Index i = 0; i < x.size(); ++i) {
      const S g = cache.gate.data()[i], r = cache.transform.data()[i], d = dy.data()[i];
      cache.dgate.data()[i] = d * (r - x.data()[i]) * g * (S(1) - g);
      cache.dtransform.data()[i] = r > S(0) ? d * g : S(0);
      dx.data()[i] = d * (S(1) - g);
    }
    carry_.backward(view(x), cache.dgate, view(dx), Into::kAdd);
    transform_.backward(view(x), cache.dtransform, view(dx), Into::kAdd);
  }

  /// carry.weight, carry.bias, transform.weight, transform.bias
  std::vector<Parameter<S>*> parameters() {
    std::vector<Parameter<S>*> all = carry_.parameters();
    for (Parameter<S>* p : transform_.parameters()) all.push_back(p);
    return all;
  }

 private:
  Linear<S> carry_, transform_;
};

}  // namespace preformer
