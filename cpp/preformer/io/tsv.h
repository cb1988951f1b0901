// The pair of files of the Embedding Projector (projector.tensorflow.org): vectors.tsv holds one
// vector a line without heading; metadata.tsv holds one word a line, without heading if that is
// its only column, with one otherwise.
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

/// Metadata are the words alone.
TsvPair write_tsv(const Vocabulary& vocabulary, const MatrixRef& vectors);

/// Words come from the first column, or from one headed "word"; counts from one headed "count",
/// else word i gets V − i. BadFormat names the file and the line.
WordVectors read_tsv(std::string_view vectors, std::string_view metadata);

}  // namespace preformer
