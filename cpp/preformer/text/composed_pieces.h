// A text in pieces, in which every word has one spelling: composed (NFC), and in lower case where
// lowering makes a composition possible (J̌ has no code point of its own, ǰ has one).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preformer {

/// Soft hyphen, word joiner and a stray byte-order mark are invisible and no part of a spelling.
constexpr bool is_ignorable(char32_t c) { return c == 0xAD || c == 0x2060 || c == 0xFEFF; }

class ComposedPieces {
 public:
  explicit ComposedPieces(std::string_view text) : rest_(text) {}

  /// The next piece; all but the last end with a line. A piece in which nothing may change is a
  /// part of the text itself. False at the end.
  bool next(std::string_view& piece);

  /// Ill-formed UTF-8 sequences that became U+FFFD in composed pieces. Those in other pieces are
  /// left to the reader.
  std::size_t replaced() const { return replaced_; }

 private:
  std::string_view rest_;
  std::string composed_;
  std::size_t replaced_ = 0;
};

}  // namespace preformer
