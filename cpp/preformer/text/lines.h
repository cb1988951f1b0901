// Text files line by line and field by field, without copies.
#pragma once

#include <cstddef>
#include <string_view>

#include "preformer/text/utf8.h"

namespace preformer {

enum class LineEnds {
  kFeeds,  // \n or \r\n
  kAny,    // \r alone, too: tables that Excel for Mac saves
};

/// The last line may lack its end. A byte-order mark is skipped.
class LineReader {
 public:
  explicit LineReader(std::string_view text, LineEnds ends = LineEnds::kFeeds)
      : text_(without_byte_order_mark(text)), ends_(ends) {}

  /// False at the end of the text.
  bool next(std::string_view& line);

  /// Of the line read last, from 1.
  std::size_t number() const { return number_; }
  /// What follows it.
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
  LineEnds ends_;
  std::size_t number_ = 0;
};

/// Cuts the next field between spaces and tabs off `rest`; false if there is none.
bool next_blank_field(std::string_view& rest, std::string_view& field);

/// Cuts off the next word between Unicode white space, as Python's str.split() does.
bool next_word(std::string_view& rest, std::string_view& word);

/// Without Unicode white space at either end.
std::string_view trimmed(std::string_view text);

}  // namespace preformer
