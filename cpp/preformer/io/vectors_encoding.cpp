#include "preformer/io/vectors_encoding.h"

#include <algorithm>
#include <string>
#include <utility>

#include "preformer/io/vector_kind.h"
#include "preformer/io/vector_line.h"
#include "preformer/text/document.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

bool has_wide_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; });
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint one = decode_at(text, i);
    if (!one.valid) return false;
    i += one.bytes;
  }
  return true;
}

bool is_binary(std::string_view look, bool ended) {
  const auto line = next_line(look, ended);
  if (!line) return false;
  const VectorHeader header = read_vector_header(*line);
  return header.present && !look_at_body(look, header.dimensions, ended).text;
}

}  // namespace

VectorsEncoding look_at_encoding(std::string_view start, bool ended, const Decoder& decode) {
  VectorsEncoding found;
  if (!notice_document(start).name.empty()) return found;  // the reader says what it is
  if (has_wide_mark(start)) {
    found.guess = guess_encoding(start, decode);
    return found;
  }
  std::string look(start);
  if (look.find('\n') == std::string::npos) std::replace(look.begin(), look.end(), '\r', '\n');
  found.binary = is_binary(without_byte_order_mark(look), ended);
  if (found.binary) return found;
  if (look.find('\0') != std::string::npos) {
    EncodingGuess guess = guess_encoding(start.substr(0, start.size() / 4 * 4), decode);
    if (guess.sign == EncodingSign::kZeros) found.guess = std::move(guess);
    return found;
  }
  std::size_t rows = 0;
  std::string words;
  std::string_view rest = without_byte_order_mark(look);
  for (auto line = next_line(rest, ended); line; line = next_line(rest, ended)) {
    const LineShape shape = shape_of(*line);
    if (shape.fields < 2 || shape.numbers == 0) continue;
    ++rows;
    if (is_ascii(*line)) continue;
    ++(is_utf8(*line) ? found.utf8 : found.other);
    words.append(line->substr(0, line->find_first_of(" \t"))).push_back('\n');
  }
  constexpr std::size_t kMostRows = 50;  // per row that is not UTF-8
  if (found.other < 2 || found.other <= found.utf8 || kMostRows * found.other < rows) return found;
  // Words without their numbers are no UTF-16, which an odd number of bytes rules out.
  if (words.size() % 2 == 0) words.push_back('\n');
  EncodingGuess guess = guess_encoding(words, decode);
  if (guess.sign == EncodingSign::kProbable) found.guess = std::move(guess);
  return found;
}

}  // namespace preformer
