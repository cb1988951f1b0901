#include <bit>

#include "preformer/io/word2vec.h"
#include "preformer/io/words.h"

namespace preformer {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

std::string write_word2vec_binary(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  const WrittenWords words(vocabulary);
  std::string bytes = std::to_string(vectors.rows()) + " " + std::to_string(vectors.cols()) + "\n";
  const std::size_t row_bytes = static_cast<std::size_t>(vectors.cols()) * sizeof(float);
  bytes.reserve(bytes.size() + static_cast<std::size_t>(vectors.rows()) * (row_bytes + 12));
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    bytes += words[id];
    bytes += ' ';
    const float* row = vectors.data() + id * vectors.outerStride();
    bytes.append(reinterpret_cast<const char*>(row), row_bytes);
  }
  return bytes;
}

}  // namespace preformer
