#include "preformer/text/utf8.h"

#include "preformer/text/unicode.h"

namespace preformer {

namespace {

// How many continuation bytes a lead byte asks for, and what the first of them may be. Those limits
// shut out overlong forms (E0, F0), surrogates (ED) and values above U+10FFFF (F4).
struct Lead {
  std::uint8_t needed;  // 0: no lead byte
  std::uint8_t lower;
  std::uint8_t upper;
};

constexpr Lead lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

DecodedCodePoint decode_at(std::string_view bytes, std::size_t position) {
  const auto first = static_cast<std::uint8_t>(bytes[position]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.needed == 0) return {kReplacementCharacter, 1, false};

  char32_t c = first & (0x3Fu >> lead.needed);
  for (std::uint8_t i = 1; i <= lead.needed; ++i) {
    // The byte that does not fit is not consumed: it may start the next code point.
    if (position + i >= bytes.size()) return {kReplacementCharacter, i, false};
    const auto byte = static_cast<std::uint8_t>(bytes[position + i]);
    const std::uint8_t lower = i == 1 ? lead.lower : 0x80, upper = i == 1 ? lead.upper : 0xBF;
    if (byte < lower || byte > upper) return {kReplacementCharacter, i, false};
    c = (c << 6u) | (byte & 0x3Fu);
  }
  return {c, static_cast<std::uint8_t>(lead.needed + 1), true};
}

DecodedText decode(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  DecodedText text;
  for (std::size_t position = 0; position < bytes.size();) {
    const DecodedCodePoint decoded = decode_at(bytes, position);
    text.code_points.push_back(decoded.code_point);
    if (!decoded.valid) ++text.replaced;
    position += decoded.bytes;
  }
  return text;
}

void append_utf8(std::string& bytes, char32_t c) {
  const auto append = [&bytes](char32_t byte) { bytes.push_back(static_cast<char>(byte)); };
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacementCharacter;
  if (c < 0x80) {
    append(c);
    return;
  }
  if (c < 0x800) {
    append(0xC0u | (c >> 6u));
  } else {
    if (c < 0x10000) {
      append(0xE0u | (c >> 12u));
    } else {
      append(0xF0u | (c >> 18u));
      append(0x80u | ((c >> 12u) & 0x3Fu));
    }
    append(0x80u | ((c >> 6u) & 0x3Fu));
  }
  append(0x80u | (c & 0x3Fu));
}

std::string encode(std::u32string_view code_points) {
  std::string bytes;
  for (const char32_t c : code_points) append_utf8(bytes, c);
  return bytes;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

std::string quoted(std::string_view word) {
  constexpr int kLongest = 40;  // code points
  constexpr char32_t kOpenBox = U'␣';
  std::string text = "\"";
  std::size_t position = 0;
  for (int i = 0; i < kLongest && position < word.size(); ++i) {
    const DecodedCodePoint decoded = decode_at(word, position);
    const char32_t c = decoded.code_point;
    const bool breaks = c < 0x20 || c == 0x85 || c == 0x2028 || c == 0x2029;
    char32_t shown = c;
    if (is_control(c) || breaks) {
      shown = kReplacementCharacter;
    } else if (is_space(c) && c != U' ') {
      shown = kOpenBox;  // a reader would take it for a common space
    }
    append_utf8(text, shown);
    position += decoded.bytes;
  }
  if (position < word.size()) text += "…";
  return text + "\"";
}

}  // namespace preformer
