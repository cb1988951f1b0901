// A table of vectors. Looking up a row equals multiplying a one-hot row by the table.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "preformer/kernels/add_scaled.h"
#include "preformer/nn/parameter.h"

namespace preformer {

/// Look-up   Y_n = W[id_n]           ids: [n], 0 … rows−1   W: [rows, D]   Y: [n, D]
/// Backward  dW[id_n] += dY_n        only the rows looked up are touched
template <class S>
class Embedding {
 public:
  Embedding(const std::string& name, Matrix<S> initial)
      : weight_{name + ".weight", std::move(initial)} {
    weight_.sparse = true;
    weight_.make_grad();
  }

  Index rows() const { return weight_.value.rows(); }
  Index dims() const { return weight_.value.cols(); }
  Parameter<S>& weight() { return weight_; }
  const Parameter<S>& weight() const { return weight_; }

  void forward(std::span<const std::int32_t> ids, Matrix<S>& y) const {
    y.resize(static_cast<Index>(ids.size()), dims());
    S* to = y.data();
    for (const std::int32_t id : ids) {
      eigen_assert(id >= 0 && id < rows());
      to = std::copy_n(weight_.value.data() + id * dims(), dims(), to);
    }
  }

  void backward(std::span<const std::int32_t> ids, const Matrix<S>& dy) {
    eigen_assert(dy.rows() == static_cast<Index>(ids.size()) && dy.cols() == dims());
    if (weight_.frozen) return;
    const S* from = dy.data();
    for (const std::int32_t id : ids) {
      weight_.touch(id);
      add_scaled(weight_.grad.data() + id * dims(), from, S(1), dims());
      from += dims();
    }
  }

  std::array<Parameter<S>*, 1> parameters() { return {&weight_}; }

 private:
  Parameter<S> weight_;
};

}  // namespace preformer
