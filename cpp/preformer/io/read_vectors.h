// Word vectors from a file of unknown format.
#pragma once

#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer {

/// The first row shows whether it is text or binary. BadFormat for what is neither, with a hint for
/// compressed files, NumPy arrays and the Embedding Projector's vectors.tsv.
WordVectors read_vectors(std::string_view bytes);

}  // namespace preformer
