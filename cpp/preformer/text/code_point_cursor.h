// Reads the code points of a text one after another, and those that follow ahead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

/// Where the scanner of a tokenizer stands in its text. Ill-formed sequences are read as U+FFFD and
/// counted.
class CodePointCursor {
 public:
  explicit CodePointCursor(std::string_view text) : text_(text) {}

  /// Begins another text; what was counted stays.
  void restart(std::string_view text) {
    text_ = text;
    position_ = 0;
  }

  bool at_end() const { return position_ >= text_.size(); }

  char32_t next() {
    const auto byte = static_cast<std::uint8_t>(text_[position_]);
    if (byte < 0x80) {  // most of any Latin text
      ++position_;
      return byte;
    }
    const DecodedCodePoint decoded = decode_at(text_, position_);
    position_ += decoded.bytes;
    if (!decoded.valid) ++replaced_;
    return decoded.code_point;
  }

  /// The ASCII characters that follow and belong, read at once: most of any Latin text.
  template <class Belongs>
  std::string_view next_run(Belongs belongs) {
    const std::size_t begin = position_;
    while (position_ < text_.size() && belongs(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }

  /// The code point that follows after `skipped` others, ignorable ones left out; 0 at the end.
  char32_t peek(int skipped = 0) const;
  CharacterClass peek_class(int skipped = 0) const { return character_class(peek(skipped)); }
  /// Reads the code point that peek() returns.
  char32_t take();

  /// The text from here on.
  std::string_view rest() const { return text_.substr(position_); }

  std::size_t position() const { return position_; }
  void go_back(std::size_t position) { position_ = position; }

  /// The byte before the last one that was read; 0 if there is none.
  char byte_before_last() const { return position_ > 1 ? text_[position_ - 2] : '\0'; }

  std::size_t replaced() const { return replaced_; }

 private:
  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t replaced_ = 0;
};

}  // namespace preformer
