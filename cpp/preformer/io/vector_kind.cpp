#include "preformer/io/vector_kind.h"

#include <algorithm>
#include <map>

#include "preformer/text/document.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

constexpr std::size_t kLinesLookedAt = 200;

}  // namespace

void refuse_other_kinds(std::string_view bytes) {
  for (const char* start : {"\x1f\x8b", "PK\x03\x04", "\xFD\x37zX", "BZh1", "BZh9", "7z\xBC\xAF"}) {
    if (bytes.starts_with(start)) {
      throw vectors_problem(
          "packed", "The file is packed in a way that cannot be read here. Unpack it first.");
    }
  }
  if (bytes.starts_with("\x93NUM")) {
    throw vectors_problem("npy",
                          "This is a NumPy array, which holds no words. Save the vectors in a "
                          "word2vec format.");
  }
  if (bytes.starts_with("\x89HDF")) {
    throw vectors_problem("hdf5",
                          "This is an HDF5 file. Weights of ELMo open in the polysemy lab; word "
                          "vectors come as word2vec files.");
  }
  const Document document = notice_document(bytes);
  if (!document.name.empty()) {
    const std::string name = "document." + std::string(document.name);
    throw vectors_problem(name.c_str(), std::string(document.sentence));
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    throw vectors_problem("utf16", "The file is text in UTF-16. Save it as UTF-8.");
  }
}

bool is_text(std::string_view bytes) {
  constexpr std::size_t kLongestCharacter = 4;
  for (std::size_t i = 0; i < bytes.size();) {
    const DecodedCodePoint c = decode_at(bytes, i);
    if (!c.valid) return i + kLongestCharacter > bytes.size();
    if (is_control(c.code_point) && c.code_point < 0x20) return false;
    i += c.bytes;
  }
  return true;
}

std::optional<std::string_view> next_line(std::string_view& rest, bool ended) {
  const std::size_t end = rest.find('\n');
  if (rest.empty() || (end == std::string_view::npos && !ended)) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

Index bare_dimensions(std::string_view look, bool ended) {
  std::map<std::size_t, int> votes;
  std::size_t best = 0;
  for (std::size_t i = 0; i < kLinesLookedAt; ++i) {
    const auto line = next_line(look, ended);
    if (!line) break;
    const LineShape shape = shape_of(*line);
    if (shape.fields < 2 || shape.numbers == 0) continue;
    const std::size_t numbers = std::min(shape.numbers, shape.fields - 1);
    // The first of equally frequent widths stays.
    if (++votes[numbers] > (best > 0 ? votes[best] : 0)) best = numbers;
  }
  return best <= kMostDimensions ? static_cast<Index>(best) : 0;
}

Body look_at_body(std::string_view look, std::uint64_t dimensions, bool ended) {
  Body body;
  body.text = is_text(look);
  for (std::size_t i = 0; i < kLinesLookedAt; ++i) {
    const auto line = next_line(look, ended);
    if (!line) break;
    const LineShape shape = shape_of(*line);
    const bool row = shape.fields > 1 && shape.numbers + 1 >= shape.fields;
    if (row && body.numbers == 0) body.numbers = shape.fields - 1;
    body.fits = body.fits || (shape.fields > dimensions && shape.numbers >= dimensions);
  }
  body.text = body.text || body.numbers > 0;
  return body;
}

VectorsInstead notice_vectors(std::string_view start, bool ended) {
  std::string_view rest = start;
  const auto first = next_line(rest, ended);
  if (!first) return VectorsInstead::kNone;
  const VectorHeader header = read_vector_header(*first);
  if (!header.present) rest = start;
  const bool possible = header.words > 0 && header.dimensions > 0;
  if (header.present && !possible) return VectorsInstead::kNone;
  const auto is_low = [](char byte) { return static_cast<unsigned char>(byte) < 0x09; };
  if (header.present && std::any_of(rest.begin(), rest.end(), is_low)) {
    return look_at_body(rest, header.dimensions, ended).text ? VectorsInstead::kNone
                                                             : VectorsInstead::kBinary;
  }
  constexpr std::size_t kFewest = 4;  // numbers of a row, without a header
  std::size_t rows = 0, lines = 0, numbers = header.dimensions;
  for (; lines < kLinesLookedAt;) {
    const auto line = next_line(rest, ended);
    if (!line) break;
    if (is_blank_line(*line)) continue;
    ++lines;
    const LineShape shape = shape_of(*line);
    if (numbers == 0 && shape.numbers < shape.fields) numbers = shape.numbers;
    rows += shape.fields > numbers && shape.numbers == numbers && numbers > 0;
  }
  if (!header.present && (numbers < kFewest || lines < 2)) return VectorsInstead::kNone;
  return lines > 0 && rows * 10 >= lines * 9 ? VectorsInstead::kText : VectorsInstead::kNone;
}

}  // namespace preformer
