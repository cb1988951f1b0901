// Text files line by line and field by field, without copies.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

/// Lines end with \n or \r\n; the last may lack its end. A byte-order mark is skipped.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(without_byte_order_mark(text)) {}

  bool next(std::string_view& line) {
    if (position_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', position_), text_.size());
    line = text_.substr(position_, end - position_);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    position_ = end + 1;
    ++number_;
    return true;
  }

  /// Of the line read last, from 1.
  std::size_t number() const { return number_; }
  std::string_view rest() const { return text_.substr(std::min(position_, text_.size())); }

 private:
  std::string_view text_;
  std::size_t position_ = 0, number_ = 0;
};

/// Cuts the next field off `rest`: a run of characters for which `separates` is false.
template <class Separates>
bool next_field(std::string_view& rest, std::string_view& field, Separates separates) {
  std::size_t begin = 0;
  while (begin < rest.size() && separates(rest[begin])) ++begin;
  std::size_t end = begin;
  while (end < rest.size() && !separates(rest[end])) ++end;
  field = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return !field.empty();
}

inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The next field between spaces and tabs.
inline bool next_blank_field(std::string_view& rest, std::string_view& field) {
  return next_field(rest, field, is_blank);
}

/// Without Unicode white space at either end.
std::string_view trimmed(std::string_view text);

/// The next word between Unicode white space, as Python's str.split() cuts it.
bool next_word(std::string_view& rest, std::string_view& word);

}  // namespace preformer
