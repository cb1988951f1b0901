#include "preformer/text/lines.h"

#include <algorithm>

#include "preformer/text/unicode.h"

namespace preformer {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Bytes of the white space at the start of `text`, 0 if there is none.
std::size_t space_bytes(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return is_space(first) ? 1 : 0;
  const DecodedCodePoint c = decode_at(text, 0);
  return c.valid && is_space(c.code_point) ? c.bytes : 0;
}

}  // namespace

bool LineReader::next(std::string_view& line) {
  if (text_.empty()) return false;
  const bool feeds = ends_ == LineEnds::kFeeds;
  const std::size_t found = feeds ? text_.find('\n') : text_.find_first_of("\r\n");
  const std::size_t end = std::min(found, text_.size());
  line = text_.substr(0, end);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t mark = text_.substr(end).starts_with("\r\n") ? 2 : 1;
  text_.remove_prefix(std::min(end + mark, text_.size()));
  ++number_;
  return true;
}

bool next_blank_field(std::string_view& rest, std::string_view& field) {
  std::size_t begin = 0;
  while (begin < rest.size() && is_blank(rest[begin])) ++begin;
  std::size_t end = begin;
  while (end < rest.size() && !is_blank(rest[end])) ++end;
  field = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return !field.empty();
}

bool next_word(std::string_view& rest, std::string_view& word) {
  while (!rest.empty()) {
    const std::size_t space = space_bytes(rest);
    if (space == 0) break;
    rest.remove_prefix(space);
  }
  std::size_t end = 0;
  while (end < rest.size() && space_bytes(rest.substr(end)) == 0) ++end;
  word = rest.substr(0, end);
  rest.remove_prefix(end);
  return !word.empty();
}

std::string_view trimmed(std::string_view text) {
  std::string_view rest = text, word;
  if (!next_word(rest, word)) return {};
  const char* begin = word.data();
  const char* end = nullptr;
  do end = word.data() + word.size();
  while (next_word(rest, word));
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace preformer
