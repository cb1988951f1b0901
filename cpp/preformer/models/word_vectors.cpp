#include "preformer/models/word_vectors.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace preformer {

WordVectors make_word_vectors(std::string_view words, const std::vector<std::uint64_t>& counts,
                              Matrix<float> vectors) {
  WordVectors result;
  const auto rows = static_cast<std::size_t>(vectors.rows());
  for (std::size_t i = 0, at = 0; i < rows; ++i) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    const std::uint64_t count = counts.size() == rows ? counts[i] : rows - i;
    result.vocabulary.add(words.substr(std::min(at, words.size()), end - at), count);
    at = end + 1;
  }
  result.vectors = std::move(vectors);
  return result;
}

}  // namespace preformer
