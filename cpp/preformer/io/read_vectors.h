// Word vectors from a file of unknown format.
#pragma once

#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer {

/// Recognises text and binary files by their first row. Throws BadFormat for other files, with a
/// hint for compressed files, NumPy arrays and the Embedding Projector's vectors.tsv.
WordVectors read_vectors(std::string_view bytes);

}  // namespace preformer
