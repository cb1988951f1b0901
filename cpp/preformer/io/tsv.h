// The pair of files of the Embedding Projector (projector.tensorflow.org). vectors.tsv contains one
// vector per line, without a heading. metadata.tsv contains one word per line, without a heading if
// the word is its only column.
#pragma once

#include <string>
#include <string_view>

#include "preformer/base/matrix.h"
#include "preformer/models/word_vectors.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct TsvPair {
  std::string vectors, metadata;
};

/// The metadata have one column, the words.
TsvPair write_tsv(const Vocabulary& vocabulary, const MatrixRef& vectors);

/// Reads words from the column "word" or else from the first, and counts from the column "count".
/// If there is none, word i gets the count V − i. BadFormat contains the file and the line.
WordVectors read_tsv(std::string_view vectors, std::string_view metadata);

}  // namespace preformer
