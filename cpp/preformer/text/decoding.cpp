#include "preformer/text/decoding.h"

#include <cstdint>

#include "preformer/text/double_bytes.h"
#include "preformer/text/utf8.h"

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

namespace {

/// Characters that got a code of their own after GB 18030 of 2000: private ones until then, and
/// still so in Node. From U+E78D, U+E7E8 and U+E815 on, as in GB 18030 of 2005.
constexpr std::u32string_view kVerticalMarks =
    U"\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19";
constexpr std::u32string_view kIdeographs =
    U"\u2E81\U00020087\U00020089\U000200CC\u2E84\u3473\u3447\u2E88\u2E8B\u9FB4\u359E\u361A\u360E"
    U"\u2E8C\u2E97\u396E\u3918\u9FB5\u39CF\u39DF\u3A73\u39D0\u9FB6\u9FB7\u3B4E\u3C6E"
    U"\u3CE0\u2EA7\U000215D7\u9FB8\u2EAA\u4056\u415F\u2EAE\u4337\u2EB3\u2EB6\u2EB7\U0002298F"
    U"\u43B1\u43AC\u2EBB\u43DD\u44D6\u4661\u464C\u9FB9\u4723\u4729\u477C\u478D\u2ECA"
    U"\u4947\u497A\u497D\u4982\u4983\u4985\u4986\u499F\u499B\u49B7\u49B6\u9FBA\U000241FE"
    U"\u4CA3\u4C9F\u4CA0\u4CA1\u4C77\u4CA2\u4D13\u4D14\u4D15\u4D16\u4D17\u4D18\u4D19"
    U"\u4DAE\u9FBB";

char32_t own_code(char32_t c) {
  const auto in = [c](std::u32string_view list, char32_t first) {
    return c >= first && c < first + list.size() ? list[c - first] : c;
  };
  switch (c) {
    case 0xE5E5: return 0x3000;  // the space of the width of a character
    case 0xE76C: return U'€';
    case 0xE7C7: return U'ḿ';
    case 0xE7C8: return U'ǹ';
    case 0xE7E7: return U'〾';
    default: break;
  }
  if (c >= 0xE7E8 && c <= 0xE7F3) return 0x2FF0 + (c - 0xE7E8);
  return c < 0xE800 ? in(kVerticalMarks, 0xE78D) : in(kIdeographs, 0xE815);
}

/// Whether private characters have no meaning in the encoding: only tables put them there.
bool never_private(const Encoding& encoding) {
  const std::string_view name = encoding.name;
  return name == "big5" || name == "euc-jp" || name == "euc-kr" || name == "windows-874";
}

/// What the character becomes.
char32_t settled(char32_t c, const Encoding& encoding) {
  // A byte without a character: some tables pass it on as a control character of the same number,
  // or as a private one (Node, for 80 and FF of GBK and EUC-JP).
  if (c >= 0x80 && c < 0xA0 && !encoding.name.starts_with("iso-")) return kReplacementCharacter;
  if (c >= 0xF8F5 && c <= 0xF8F8) return kReplacementCharacter;
  if (c >= 0xE000 && c < 0xF900 && never_private(encoding)) return kReplacementCharacter;
  if (encoding.name == "gbk") return own_code(c);
  if (encoding.name == "windows-1253" && c == 0xAA) return kReplacementCharacter;  // Node
  if (encoding.name == "macintosh" && c == U'Δ') return U'∆';                      // glibc
  if (encoding.name == "macintosh" && c == 0xE01E) return 0xF8FF;  // glibc: Apple's logo
  return c;
}

}  // namespace

void settle(std::string& text, const Encoding& encoding) {
  std::string changed;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint one = decode_at(text, i);
    const char32_t c = one.code_point < 0x80 ? one.code_point : settled(one.code_point, encoding);
    if (c != one.code_point) {
      changed.append(text, kept, i - kept);
      append_utf8(changed, c);
      kept = i + one.bytes;
    }
    i += one.bytes;
  }
  if (kept > 0) text = changed.append(text, kept);
}

std::string decode_text(std::string_view bytes, const Encoding& encoding, const Decoder& by_table) {
  std::string text;
  if (decode_without_table(bytes, encoding, text)) return text;
  if (encoding.name == "euc-kr") {
    text = decode_korean(bytes, encoding, by_table);
  } else if (encoding.name == "big5") {
    text = decode_big5(bytes, encoding, by_table);
  } else {
    text = by_table(bytes, encoding);
  }
  settle(text, encoding);
  return text;
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
