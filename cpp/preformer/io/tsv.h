// Writes the pair of files of the Embedding Projector (projector.tensorflow.org). vectors.tsv
// contains one vector per line, metadata.tsv one word per line, both without a heading.
// vector_pair.h reads them.
#pragma once

#include <string>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

struct TsvPair {
  std::string vectors, metadata;
};

/// Words as WrittenWords (words.h). Throws BadFormat for a vector with NaN or ∞.
TsvPair write_tsv(const Vocabulary& vocabulary, const MatrixRef& vectors);

}  // namespace preformer
