// Converts between UTF-8 and code points. Nothing throws. Each maximal subpart of an ill-formed
// sequence becomes one U+FFFD (WHATWG Encoding Standard, "UTF-8 decoder"; Unicode 15.0 §3.9,
// "U+FFFD Substitution of Maximal Subparts"), so that browsers and the core read the same text from
// the same bytes.
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

/// Decodes the whole text, without a byte-order mark at the start.
DecodedText decode(std::string_view bytes);

/// Appends the UTF-8 form of `code_point`; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& bytes, char32_t code_point);

std::string encode(std::u32string_view code_points);

/// `bytes` without a byte-order mark at the start.
std::string_view without_byte_order_mark(std::string_view bytes);

/// A word for a message: in double quotes, well-formed, at most 40 code points long, with U+FFFD
/// for control characters and line breaks, and ␣ for white space other than the common space.
std::string quoted(std::string_view word);

}  // namespace preformer
