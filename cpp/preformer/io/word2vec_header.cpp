#include "preformer/io/word2vec_header.h"

#include <optional>
#include <string>

#include "preformer/base/decimal.h"
#include "preformer/io/words.h"
#include "preformer/text/lines.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

/// Exactly two fields.
bool split(std::string_view line, std::string_view& first, std::string_view& second) {
  std::string_view rest = line, more;
  return next_blank_field(rest, first) && next_blank_field(rest, second) &&
         !next_blank_field(rest, more);
}

}  // namespace

bool looks_like_header(std::string_view line) {
  std::string_view words, dimensions;
  if (!split(line, words, dimensions)) return false;
  if (parse_count(words) && parse_count(dimensions)) return true;
  // Numbers with a tab between are a row of a table.
  return line.find('\t') == std::string_view::npos && parse_double(words) &&
         parse_double(dimensions);
}

Word2vecHeader parse_header(std::string_view line, std::size_t available, std::size_t word_bytes,
                            std::size_t number_bytes) {
  std::string_view first, second;
  const bool two = split(line, first, second);
  const auto words = two ? parse_count(first) : std::nullopt;
  const auto dimensions = two ? parse_count(second) : std::nullopt;
  if (!words || !dimensions || *words == 0 || *dimensions == 0) {
    throw bad_format(line_place(1),
                     "the first line must hold two whole numbers above 0, words and "
                     "dimensions, not " +
                         quoted(line) + ". Is this a word2vec file?");
  }
  // Both counts have 15 digits at most, so only their product can overflow: divide instead.
  const std::uint64_t most_numbers = available / number_bytes;
  const std::uint64_t row = word_bytes + *dimensions * number_bytes;
  // The last row may lack its line end, hence one byte of grace.
  if (*dimensions > most_numbers || *words > (std::uint64_t{available} + 1) / row) {
    throw bad_format(line_place(1), "the first line promises " + std::to_string(*words) +
                                        " words of " + std::to_string(*dimensions) +
                                        " dimensions, more than the file can hold. It may have "
                                        "been cut off: fetch it again.");
  }
  return {static_cast<Index>(*words), static_cast<Index>(*dimensions)};
}

}  // namespace preformer
