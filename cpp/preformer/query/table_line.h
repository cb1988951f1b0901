// One line of a table, cut into fields.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

struct Field {
  std::string text;  // without quotes, and without white space at the ends
  bool quoted = false;
};

/// Separators in the order in which they are tried; the last is any run of white space.
inline constexpr std::string_view kSeparators = "\t;, ";

/// Cuts a line at `separator`. Quotes around a field protect separators in it; a quote inside them
/// is doubled. A quote that is not closed before a separator is a letter like others.
std::vector<Field> split_fields(std::string_view line, char separator);

}  // namespace preformer
