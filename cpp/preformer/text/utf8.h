// UTF-8 to code points and back. Nothing throws: whatever is no UTF-8 becomes U+FFFD, one for each
// maximal subpart of an ill-formed sequence (WHATWG Encoding Standard, "UTF-8 decoder"; Unicode
// 15.0 §3.9, "U+FFFD Substitution of Maximal Subparts"), so that browsers and this core see the
// same text in the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace preformer {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCodePoint {
  char32_t code_point;
  std::uint8_t bytes;  // how many bytes were read, 1 to 4
  bool valid;          // false: the bytes were ill-formed and code_point is U+FFFD
};

/// The code point that starts at `position`, which must be < bytes.size().
DecodedCodePoint decode_at(std::string_view bytes, std::size_t position);

struct DecodedText {
  std::u32string code_points;
  std::size_t replaced = 0;  // ill-formed subparts replaced by U+FFFD
};

/// The whole text. A byte-order mark at the start is dropped.
DecodedText decode(std::string_view bytes);

/// Appends the UTF-8 form of `code_point`; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& bytes, char32_t code_point);

std::string encode(std::u32string_view code_points);

/// `bytes` without a byte-order mark at the start.
std::string_view without_byte_order_mark(std::string_view bytes);

/// A word as messages show it: in double quotes, well-formed, control characters and line breaks as
/// U+FFFD and at most 40 code points long.
std::string quoted(std::string_view word);

}  // namespace preformer
