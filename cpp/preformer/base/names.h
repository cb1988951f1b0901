// Conversion between the values of an enumeration and their names in configurations.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "preformer/base/error.h"

namespace preformer {

template <class E>
struct Name {
  E value;
  std::string_view name;
};

template <class E>
using Names = std::span<const Name<E>>;

template <class E>
std::string_view name_of(Names<E> names, E value) {
  for (const Name<E>& row : names) {
    if (row.value == value) return row.name;
  }
  return "";
}

/// Throws BadParameter for an unknown name, with `field` and the permitted names.
template <class E>
E parse_name(Names<E> names, std::string_view field, std::string_view text) {
  std::string permitted;
  for (const Name<E>& row : names) {
    if (row.name == text) return row.value;
    permitted += (permitted.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(
      ErrorCode::kBadParameter,
      "There is no " + std::string(field) + " of that name. Take one of: " + permitted + ".",
      {std::string(field), std::string(text), permitted});
}

}  // namespace preformer
