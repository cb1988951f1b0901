#include "preformer/text/decoding.h"

#include <cstdint>

#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// The unit of `size` bytes at `at`.
char32_t unit(std::string_view bytes, std::size_t at, std::size_t size, bool little) {
  char32_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[at + (little ? size - 1 - i : i)]);
    value = value << 8u | byte;
  }
  return value;
}

constexpr bool is_high(char32_t c) { return c >= 0xD800 && c < 0xDC00; }
constexpr bool is_low(char32_t c) { return c >= 0xDC00 && c < 0xE000; }

/// The bytes 80 to 9F of Windows-1252; the others are Latin-1. Five are not assigned.
constexpr std::u32string_view kWindows1252 =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
static_assert(kWindows1252.size() == 32);

std::string decode_windows1252(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    const auto code = static_cast<std::uint8_t>(byte);
    append_utf8(text, code >= 0x80 && code < 0xA0 ? kWindows1252[code - 0x80u] : code);
  }
  return text;
}

}  // namespace

void mark_undecoded(std::string& text) {
  std::string marked;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint one = decode_at(text, i);
    const char32_t c = one.code_point;
    if (c == 0x80 || (c >= 0xF8F5 && c <= 0xF8F8)) {
      marked.append(text, kept, i - kept);
      append_utf8(marked, kReplacementCharacter);
      kept = i + one.bytes;
    }
    i += one.bytes;
  }
  if (kept > 0) text = marked.append(text, kept);
}

bool is_utf32(std::string_view bytes, bool little) {
  for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
    const char32_t c = unit(bytes, i, 4, little);
    if (c > 0x10FFFF || is_high(c) || is_low(c)) return false;
  }
  return bytes.size() >= 4;
}

bool decode_without_table(std::string_view bytes, const Encoding& encoding, std::string& text) {
  if (encoding.name == "windows-1252") {
    text = decode_windows1252(bytes);
    return true;
  }
  if (!encoding.name.starts_with("utf-")) return false;
  text.clear();
  if (encoding.name == "utf-8") {
    text = encode(decode(bytes).code_points);
    return true;
  }
  const bool little = encoding.name.ends_with("le");
  const std::size_t size = encoding.name.starts_with("utf-32") ? 4 : 2;
  std::size_t i = 0;
  if (bytes.size() >= size && unit(bytes, 0, size, little) == 0xFEFF) i = size;
  while (i + size <= bytes.size()) {
    char32_t c = unit(bytes, i, size, little);
    i += size;
    if (size == 2 && is_high(c) && i + size <= bytes.size()) {
      const char32_t low = unit(bytes, i, size, little);
      if (is_low(low)) {
        c = 0x10000 + ((c - 0xD800) << 10u) + (low - 0xDC00);
        i += size;
      }
    }
    append_utf8(text, c);
  }
  if (i < bytes.size()) append_utf8(text, kReplacementCharacter);  // cut off in a unit
  return true;
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_return = text[i] == '\r';
    if (is_return && i + 1 < text.size() && text[i + 1] == '\n') continue;
    text[to++] = is_return ? '\n' : text[i];
  }
  text.resize(to);
}

}  // namespace preformer
