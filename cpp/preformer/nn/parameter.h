// A named block of trainable numbers. Counting, saving, freezing, clipping and gradient tests walk
// lists of these.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "preformer/base/cold.h"
#include "preformer/base/matrix.h"

namespace preformer {

template <class S>
struct Parameter {
  std::string name;  // "input.weight"
  Matrix<S> value;
  Matrix<S> grad = {};  // same shape as value, or empty where a fused step never stores gradients
  bool frozen = false;  // a frozen parameter gathers no gradient and is not updated
  S rate = 1;           // its learning rate, times the run's: lower layers may learn more slowly

  // Look-up tables: the gradient is zero but in the rows touched since the last zero_grad().
  bool sparse = false;
  std::vector<Index> touched = {};  // each row once, in the order of first touch

  /// Allocates the gradient: what a layer does once, at construction.
  PREFORMER_COLD void make_grad() {
    grad = Matrix<S>::Zero(value.rows(), value.cols());
    if (sparse) is_touched_.assign(static_cast<std::size_t>(value.rows()), 0);
  }

  void touch(Index row) {
    std::uint8_t& seen = is_touched_[static_cast<std::size_t>(row)];
    if (seen == 0) touched.push_back(row);
    seen = 1;
  }

  void zero_grad() {
    if (!sparse) {
      grad.setZero();
      return;
    }
    for (const Index row : touched) {
      grad.row(row).setZero();
      is_touched_[static_cast<std::size_t>(row)] = 0;
    }
    touched.clear();
  }

  std::vector<std::uint8_t> is_touched_ = {};  // per row; only touch() and zero_grad() use it
};

}  // namespace preformer
