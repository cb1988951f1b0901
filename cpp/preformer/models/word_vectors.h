// Words with their vectors: the content of vector files, and the input of queries.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct WordVectors {
  Vocabulary vocabulary;
  Matrix<float> vectors;  // [V, D], row i belongs to word i
};

/// Words separated by line feeds, one per row of `vectors`. Without counts, word i gets the count
/// V − i, as in gensim. Throws BadFormat if a word comes twice.
WordVectors make_word_vectors(std::string_view words, const std::vector<std::uint64_t>& counts,
                              Matrix<float> vectors);

}  // namespace preformer
