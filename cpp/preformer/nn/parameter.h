// A named matrix of trainable numbers. Counting, saving, freezing, clipping and gradient tests walk
// lists of parameters.
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
  bool decays = true;   // whether weight decay shrinks it; biases do not decay
  Matrix<S> grad = {};  // same shape as value; empty for Word2Vec, whose steps store no gradients
  bool frozen = false;  // a frozen parameter collects no gradient and is not updated
  S rate = 1;           // multiplies the run's learning rate: lower layers may learn more slowly

  // Look-up tables: the gradient is zero except in the rows touched since the last zero_grad().
  bool sparse = false;
  std::vector<Index> touched = {};  // each row once, in the order of first touch

  /// Allocates the gradient. Layers call this once, in their constructors.
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

  std::vector<std::uint8_t> is_touched_ = {};  // by row; used by touch() and zero_grad() only
};

}  // namespace preformer
