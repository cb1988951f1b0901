// One line of a table, cut into fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preformer {

/// A view into the line, without quotes around it and without white space at the ends.
struct Field {
  std::string_view text;
  bool quoted = false;  // a quote in the text is doubled

  std::string word() const;
};

/// Separators in the order in which they are tried; the last is any run of white space.
inline constexpr std::string_view kSeparators = "\t;, ";

/// Appends the fields of a line between separators. Quotes around a field protect separators in it;
/// a quote inside them is doubled. A quote that is not closed before a separator is a letter like
/// others.
void split_fields(std::string_view line, char separator, std::vector<Field>& fields);

}  // namespace preformer
