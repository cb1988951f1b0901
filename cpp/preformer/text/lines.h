// Text files line by line and field by field, without copies.
#pragma once

#include <cstddef>
#include <string_view>

#include "preformer/text/utf8.h"

namespace preformer {

/// Lines end with \n or \r\n; the last may lack its end. A byte-order mark is skipped.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(without_byte_order_mark(text)) {}

  /// False at the end of the text.
  bool next(std::string_view& line);

  /// Of the line read last, from 1.
  std::size_t number() const { return number_; }
  /// What follows it.
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
  std::size_t number_ = 0;
};

/// Cuts the next field between spaces and tabs off `rest`; false if there is none.
bool next_blank_field(std::string_view& rest, std::string_view& field);

/// Cuts off the next word between Unicode white space, as Python's str.split() does.
bool next_word(std::string_view& rest, std::string_view& word);

/// Without Unicode white space at either end.
std::string_view trimmed(std::string_view text);

}  // namespace preformer
