#include "preformer/text/emoji.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr char32_t kJoiner = 0x200D;  // zero width
constexpr char32_t kKeycap = 0x20E3;

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }  // two make a flag

/// Goes on with an emoji: skin tones, tags of flags, selectors, keycaps.
bool extends_emoji(char32_t c) {
  return (c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F) ||
         character_class(c) == CharacterClass::kMark;
}

}  // namespace

bool begins_keycap(char32_t c, const CodePointCursor& cursor) {
  const std::string_view rest = cursor.rest();
  if (c > 0x7F || rest.empty() || static_cast<std::uint8_t>(rest[0]) < 0xE2) return false;
  const DecodedCodePoint first = decode_at(rest, 0);
  if (first.code_point == kKeycap) return true;
  const std::size_t second = first.bytes;
  return first.code_point == kEmojiSelector && second < rest.size() &&
         decode_at(rest, second).code_point == kKeycap;
}

bool begins_emoji(char32_t c, const CodePointCursor& cursor) {
  if (c < 0x80) return (c == U'#' || c == U'*') && begins_keycap(c, cursor);
  const bool punctuation = c == U'‼' || c == U'⁉' || c == U'〰' || c == U'〽';
  return is_pictograph(c) || ((punctuation || is_sign(c)) && cursor.peek() == kEmojiSelector);
}

void write_emoji(char32_t c, CodePointCursor& cursor, TokenWriter& writer) {
  writer.end_token();
  writer.append(c);
  if (is_regional(c) && is_regional(cursor.peek())) writer.append(cursor.take());
  for (;;) {
    while (extends_emoji(cursor.peek())) writer.append(cursor.take());
    const char32_t joined = cursor.peek() == kJoiner ? cursor.peek(1) : 0;
    if (!is_pictograph(joined) && !is_sign(joined)) break;
    writer.append(cursor.take());
    writer.append(cursor.take());
  }
  writer.end_token();
}

}  // namespace preformer
