// Measures a slope: one number of a forward pass is moved, and the rest is computed anew.
#pragma once

#include <string>
#include <string_view>

#include "preformer/base/matrix.h"

namespace preformer {

/// One entry of a parameter, or of a quantity of the forward pass.
struct Entry {
  std::string name;  // "output.weight", "hidden.before"
  Index row = 0, col = 0;
};

/// Adds `by` to one entry as soon as a forward pass has computed it.
template <class S>
struct Nudge {
  Entry entry;
  S by = 0;

  void apply(std::string_view quantity, Matrix<S>& value) const {
    if (quantity == entry.name) value(entry.row, entry.col) += by;
  }
};

}  // namespace preformer
