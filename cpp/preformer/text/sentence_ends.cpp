#include "preformer/text/sentence_ends.h"

#include "preformer/text/utf8.h"

namespace preformer {

namespace {

bool is_one_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

/// The last code point of `text`, cut off.
char32_t take_last(std::string_view& text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80u) --last;
  const char32_t c = decode_at(text, last).code_point;
  text.remove_suffix(text.size() - last);
  return c;
}

}  // namespace

bool is_stop(char32_t c) { return is_one_of(c, U".!?…") || always_ends(c); }
// Full-width, half-width, then Arabic, Urdu and Devanagari.
bool always_ends(char32_t c) { return c > 0x7F && is_one_of(c, U"。．｡！？؟۔।॥။។៕།༎"); }
bool is_closer(char32_t c) { return is_one_of(c, U"\"'”’»›)]}）］｝」』】》〉〕〗〙〟"); }
bool is_apostrophe(char32_t c) { return is_one_of(c, U"'’‘‛＇´`′"); }

bool ends_with_stop(std::string_view token) {
  while (!token.empty()) {
    const char32_t c = take_last(token);
    if (is_stop(c)) return true;
    if (!is_closer(c)) return false;
  }
  return false;
}

bool only_stops(std::string_view token) {
  bool stops = false;
  while (!token.empty()) {
    const char32_t c = take_last(token);
    if (!is_stop(c) && !is_closer(c)) return false;
    stops = stops || is_stop(c);
  }
  return stops;
}

InnerMark inner_mark(char32_t c) {
  if (is_apostrophe(c)) return {true, c == U'\'' || c == U'’'};
  if (is_one_of(c, U".․﹒．")) return {true, true};
  if (is_one_of(c, U"··‧՟״")) return {true, false};
  return {false, is_one_of(c, U",٫٬")};
}

}  // namespace preformer
