#include <bit>
#include <cmath>
#include <cstring>

#include "preformer/io/word2vec.h"
#include "preformer/io/word2vec_header.h"
#include "preformer/io/words.h"
#include "preformer/text/utf8.h"

namespace preformer {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

std::string write_word2vec_binary(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  std::string bytes = std::to_string(vectors.rows()) + " " + std::to_string(vectors.cols()) + "\n";
  const std::size_t row_bytes = static_cast<std::size_t>(vectors.cols()) * sizeof(float);
  bytes.reserve(bytes.size() + static_cast<std::size_t>(vectors.rows()) * (row_bytes + 12));
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    bytes += vocabulary.word(id);
    bytes += ' ';
    const float* row = vectors.data() + id * vectors.outerStride();
    bytes.append(reinterpret_cast<const char*>(row), row_bytes);
  }
  return bytes;
}

WordVectors read_word2vec_binary(std::string_view bytes) {
  const std::size_t line_end = bytes.find('\n');
  if (line_end == std::string_view::npos) {
    throw bad_format(byte_place(0),
                     "a binary word2vec file begins with a line that holds the number "
                     "of words and of dimensions.");
  }
  // A row is a word of one byte or more, a space and its floats.
  std::size_t at = line_end + 1;
  const Word2vecHeader size = parse_header(bytes.substr(0, line_end), bytes.size() - at, 2, 4);
  const std::size_t row_bytes = static_cast<std::size_t>(size.dimensions) * sizeof(float);

  WordVectors result;
  result.vectors.resize(size.words, size.dimensions);
  for (Index row = 0; row < size.words; ++row) {
    while (at < bytes.size() && bytes[at] == '\n') ++at;  // after each row in word2vec.c's files
    const std::string place = byte_place(at);
    const std::size_t space = bytes.find(' ', at);
    if (space == std::string_view::npos || bytes.size() - space - 1 < row_bytes) {
      throw bad_format(place, "the file ends after " + std::to_string(row) + " of " +
                                  std::to_string(size.words) +
                                  " words. It was cut off: fetch it again.");
    }
    const std::string_view word = bytes.substr(at, space - at);
    add_word(result.vocabulary, word, static_cast<std::uint64_t>(size.words - row), place);
    float* to = result.vectors.row(row).data();
    std::memcpy(to, bytes.data() + space + 1, row_bytes);
    for (Index d = 0; d < size.dimensions; ++d) {
      if (std::isfinite(to[d])) continue;
      throw bad_format(byte_place(space + 1 + static_cast<std::size_t>(d) * sizeof(float)),
                       "number " + std::to_string(d + 1) + " of the word " + quoted(word) +
                           " is not finite. The file is damaged, or its first line is wrong.");
    }
    at = space + 1 + row_bytes;
  }
  while (at < bytes.size() && bytes[at] == '\n') ++at;
  if (at < bytes.size()) {
    throw bad_format(byte_place(at), "bytes are left over after the " + std::to_string(size.words) +
                                         " words the first line promises. Correct the first line.");
  }
  return result;
}

}  // namespace preformer
