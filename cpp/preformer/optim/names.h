// Tables of the names that users write for the values of an enum.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "preformer/base/error.h"

namespace preformer {

template <class E>
struct Named {
  std::string_view name;
  E value;
};

/// Throws BadParameter with the permitted names where `name` is none of them.
template <class E, std::size_t N>
E parse_name(const std::array<Named<E>, N>& table, std::string_view field, std::string_view name) {
  std::string permitted;
  for (const Named<E>& row : table) {
    if (row.name == name) return row.value;
    permitted += (permitted.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error(
      ErrorCode::kBadParameter,
      "There is no " + std::string(field) + " of that name. Take one of: " + permitted + ".",
      {std::string(field), std::string(name), permitted});
}

template <class E, std::size_t N>
std::string_view name_of(const std::array<Named<E>, N>& table, E value) {
  for (const Named<E>& row : table) {
    if (row.value == value) return row.name;
  }
  return "";
}

}  // namespace preformer
