// Checks numbers against the ranges that visit_fields() states.
#pragma once

#include <string_view>

#include "preformer/base/names.h"

namespace preformer {

/// Throws BadParameter unless low ≤ value ≤ high.
void require_range(std::string_view name, double value, double low, double high);

/// A visitor for visit_fields() that checks every range.
struct RequireRanges {
  template <class T>
  void operator()(const char* name, T value, double low, double high) const {
    require_range(name, static_cast<double>(value), low, high);
  }
  void operator()(const char*, bool) const {}
  template <class E>
  void operator()(const char*, E, Names<E>) const {}  // enumerations are always valid
};

}  // namespace preformer
