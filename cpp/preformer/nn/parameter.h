// A named block of trainable numbers. Counting, saving, freezing, clipping and gradient tests walk
// lists of these.
#pragma once

#include <string>

#include "preformer/base/matrix.h"

namespace preformer {

template <class S>
struct Parameter {
  std::string name;  // "input.weight"
  Matrix<S> value;
  Matrix<S> grad = {};  // same shape as value, or empty where a fused step never stores gradients
  bool frozen = false;  // a frozen parameter gathers no gradient and is not updated
};

}  // namespace preformer
