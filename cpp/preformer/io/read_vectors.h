// Word vectors from a file of unknown format.
#pragma once

#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer {

enum class VectorFormat { kWord2vecText, kWord2vecBinary };

/// Told by the first row: a line of numbers, or raw floats. BadFormat for what is neither, with a
/// hint for gzip files, NumPy arrays and the Embedding Projector's vectors.tsv.
VectorFormat detect_vector_format(std::string_view bytes);

WordVectors read_vectors(std::string_view bytes);

}  // namespace preformer
