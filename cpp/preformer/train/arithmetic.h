// How much a step of training computes, known from the shapes alone.
#pragma once

#include <cstdint>

#include "preformer/models/elmo_shape.h"
#include "preformer/models/nnlm.h"

namespace preformer {

/// Multiply-adds of NNLM's matrix products for one prediction, forward and backward.
std::uint64_t multiply_adds(const NnlmShape& shape);

/// The same of ELMo for one place in a sentence, predicted from both directions. The character
/// network is left out: it runs once for each distinct word, however the batch is cut.
std::uint64_t multiply_adds(const ElmoShape& shape);

}  // namespace preformer
