// Looking things up in a trace.
#pragma once

#include <stdexcept>
#include <string>

#include "preformer/inside/trace.h"

namespace preformer::testing {

template <class S>
const Quantity<S>& find(const std::vector<Quantity<S>>& quantities, const std::string& name) {
  for (const Quantity<S>& quantity : quantities) {
    if (quantity.name == name) return quantity;
  }
  throw std::runtime_error("no quantity is called " + name);
}
template <class S>
const Quantity<S>& forward_of(const Trace<S>& trace, const std::string& name) {
  return find(trace.forward, name);
}
template <class S>
const Quantity<S>& backward_of(const Trace<S>& trace, const std::string& name) {
  return find(trace.backward, name);
}

/// The gradient of a whole table from that of its touched rows; rows that come twice add up.
template <class S>
Matrix<S> all_rows(const Quantity<S>& gradient, Index rows) {
  if (gradient.of.empty()) return gradient.value;
  Matrix<S> all = Matrix<S>::Zero(rows, gradient.value.cols());
  for (std::size_t n = 0; n < gradient.of.size(); ++n) {
    all.row(gradient.of[n]) += gradient.value.row(static_cast<Index>(n));
  }
  return all;
}

}  // namespace preformer::testing
